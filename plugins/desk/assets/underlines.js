// Problems underlined in a text: the same words stand under the field, unseen but for their marks.

export function underline(text, problems) {
  const under = underOf(text);
  const value = text.value;
  const parts = [];
  let done = 0;
  for (const problem of [...problems].sort((one, other) => one.offset - other.offset)) {
    const start = Math.max(done, problem.offset);
    const end = Math.min(value.length, Math.max(problem.offset + problem.length, start + 1));
    if (end <= start) continue;
    const mark = document.createElement("mark");
    mark.textContent = value.slice(start, end);
    mark.className = problem.severity;
    parts.push(value.slice(done, start), mark);
    done = end;
  }
  under.replaceChildren(...parts, `${value.slice(done)}\n`);
  under.scrollTop = text.scrollTop;
}

function underOf(text) {
  const under = text.previousElementSibling;
  if (!under.dataset.ready) {
    under.dataset.ready = "yes";
    text.addEventListener("scroll", () => { under.scrollTop = text.scrollTop; });
    text.addEventListener("input", () => under.replaceChildren()); // the places are no longer right
  }
  return under;
}
