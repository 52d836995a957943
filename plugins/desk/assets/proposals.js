// Words that one press puts into an empty field: what is usual there, and the name in the other language that the site knows.
const known = JSON.parse(document.querySelector("#known")?.textContent ?? "{}");

export function propose(form) {
  form.querySelectorAll("[data-proposal]").forEach((place) => offer(form, place, usual(form, place)));
  for (const [name, pairs] of Object.entries(known)) {
    for (const [own, other] of [["kk", "ru"], ["ru", "kk"]]) {
      const place = form.querySelector(`[data-field="${CSS.escape(`${name}.${own}`)}"]`);
      const written = form.elements.namedItem(`${name}.${other}`)?.value.trim().toLowerCase();
      const pair = pairs.find((one) => one[other === "kk" ? 0 : 1].toLowerCase() === written);
      if (place) offer(form, place, pair?.[own === "kk" ? 0 : 1] ?? "");
    }
  }
}

function usual(form, place) {
  const title = form.elements.namedItem(`${place.dataset.field.split(".")[0]}.title`)?.value.trim() ?? "";
  const words = place.dataset.proposal;
  return words.includes("{title}") && !title ? "" : words.replace("{title}", () => title);
}

function offer(form, place, words) {
  const field = form.elements.namedItem(place.dataset.field);
  let button = place.querySelector(".proposal");
  const isWanted = Boolean(words) && !field.value.trim();
  if (!isWanted) {
    if (button) button.hidden = true;
    return;
  }
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet proposal";
    button.addEventListener("click", () => {
      field.value = button.dataset.words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    place.querySelector(".field__problems").before(button);
  }
  button.dataset.words = words;
  button.textContent = `${form.dataset.take} «${words}»`;
  button.hidden = false;
}
