// Words that one press puts into an empty field: what is usual there, and the name in the other language that the site knows.
const known = JSON.parse(document.querySelector("#known")?.textContent ?? "{}");
const LANGUAGES = ["kk", "ru"];

export function propose(form) {
  form.querySelectorAll("[data-field]").forEach((place) => {
    const words = [...usual(form, place), ...offered(place), partner(form, place.dataset.field)].filter(Boolean);
    if (words.length || place.querySelector(":scope > .proposals")) offer(form, place, words);
  });
}

// Writes the name in the other language beside one that was just written, where the site knows both; says whether it did.
export function complete(form, field) {
  const name = field.name ?? "";
  const other = `${name.slice(0, name.lastIndexOf("."))}.${name.endsWith(".kk") ? "ru" : "kk"}`;
  const empty = form.elements.namedItem(other);
  const words = empty && !empty.value.trim() ? partner(form, other) : "";
  if (words) write(empty, words);
  return Boolean(words);
}

function partner(form, name) {
  const [own, base] = [name.split(".").at(-1), name.slice(0, name.lastIndexOf("."))];
  const other = LANGUAGES.find((code) => code !== own);
  const written = form.elements.namedItem(`${base}.${other}`)?.value?.trim().toLowerCase();
  const pair = known[base]?.find((one) => one[LANGUAGES.indexOf(other)].toLowerCase() === written);
  return pair?.[LANGUAGES.indexOf(own)] ?? "";
}

function usual(form, place) {
  const title = form.elements.namedItem(`${place.dataset.field.split(".")[0]}.title`)?.value.trim() ?? "";
  const words = place.dataset.proposal ?? "";
  return words.includes("{title}") && !title ? [] : [words.replace("{title}", () => title)];
}

function offered(place) {
  return [...place.querySelectorAll(":scope > datalist > option")].map((option) => option.value);
}

function write(field, words) {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// What is usual is written in both languages at once: both say the same.
function take(form, place, words) {
  const field = form.elements.namedItem(place.dataset.field);
  write(field, words);
  const [code, ...rest] = place.dataset.field.split(".");
  const other = form.querySelector(`[data-field="${CSS.escape([LANGUAGES.find((one) => one !== code), ...rest].join("."))}"]`);
  if (LANGUAGES.includes(code) && place.dataset.proposal && other?.dataset.proposal) {
    const empty = form.elements.namedItem(other.dataset.field);
    const [same] = usual(form, other);
    if (same && !empty.value.trim()) write(empty, same);
  }
  field.focus();
}

function offer(form, place, words) {
  const field = form.elements.namedItem(place.dataset.field);
  let group = place.querySelector(":scope > .proposals");
  if (!group) {
    group = document.createElement("div");
    group.className = "proposals";
    place.querySelector(":scope > .field__problems").before(group);
  }
  group.hidden = Boolean(field.value.trim());
  if (group.hidden || group.dataset.words === words.join("\n")) return;
  group.dataset.words = words.join("\n");
  group.replaceChildren(...words.map((one) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet proposal";
    button.textContent = `${form.dataset.take} «${one}»`;
    button.addEventListener("click", () => take(form, place, one));
    return button;
  }));
}
