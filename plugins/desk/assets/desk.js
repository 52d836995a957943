// The desk's page of an item: problems while typing, entries added without a new page, tools for Markdown, photos.
import { change, edit, goTo, isEdited, underline } from "./editor.js";
import { photos } from "./photos.js";
import { follow, redraw } from "./preview.js";
import { complete, propose } from "./proposals.js";
import { paste, toolbar } from "./tools.js";

const form = document.querySelector("#item");
const PAUSE = 250; // milliseconds without a key, after which the rules look at the item
let timer;
let asked = 0;
let isChanged = false;

if (form) {
  form.addEventListener("input", () => { isChanged = true; propose(form); later(); });
  form.addEventListener("click", press);
  form.addEventListener("submit", submit);
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
  document.querySelectorAll("[data-show], [data-wide]").forEach((button) => button.addEventListener("click", show));
  edit(form, paste);
  toolbar(form);
  photos(form, act);
  document.querySelector("#mend").addEventListener("click", (event) => { event.preventDefault(); mend(); });
  document.querySelector("#page")?.addEventListener("load", () => redraw(fields()), { once: true });
  propose(form);
  form.addEventListener("focusout", (event) => { if (complete(form, event.target)) later(); });
  if (form.dataset.isNew && !control("kk.title")?.value) control("kk.title")?.focus();
  check();
}

// A file that is all a page asks for is sent as soon as it is chosen.
document.querySelectorAll("[data-sends]").forEach((file) => {
  file.form.querySelector("button").hidden = true;
  const send = () => { if (file.files.length) file.form.requestSubmit(); };
  file.addEventListener("change", send);
  send(); // it may have been chosen before this script was there
});

// A paper is being read or hidden: the page comes again when that is done.
const waiting = document.querySelector("[data-waits]");
if (waiting) {
  setInterval(async () => {
    const answer = await fetch("stage.json").catch(() => null);
    if (answer?.ok && (await answer.json()).stage !== waiting.dataset.waits) location.reload();
  }, 500);
}

// A paper is read while its item is written: its line says when it can be looked at.
document.querySelectorAll("[data-paper]").forEach((line) => {
  const asking = setInterval(async () => {
    const answer = await fetch(`/desk/paper/${line.dataset.paper}/stage.json`).catch(() => null);
    const { stage, words } = answer?.ok ? await answer.json() : line.dataset;
    if (stage === line.dataset.stage) return;
    line.dataset.stage = stage;
    line.querySelector("span").textContent = words;
    line.querySelector("button").hidden = stage === "done";
    if (stage === "done" || stage === "refused") clearInterval(asking);
  }, 1000);
});

function fields() {
  const data = new FormData(form);
  data.set("item", form.dataset.address);
  return data;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
  follow(fields);
}

async function check() {
  const turn = ++asked;
  const state = document.querySelector(".problems__state");
  const answer = await fetch("/desk/api/check", { method: "POST", body: fields() }).catch(() => null);
  if (turn !== asked || !answer?.ok) return;
  const { problems, mendable } = await answer.json();
  state.textContent = problems.length ? "" : state.dataset.none;
  document.querySelector("#mend").hidden = !mendable;
  list(problems);
  mark(problems);
}

function list(problems) {
  const place = document.querySelector(".problems__list");
  place.replaceChildren(...problems.map((problem) => {
    const row = document.createElement("li");
    row.className = problem.severity;
    const what = button(problem.shown.what, () => go(problem));
    what.className = "problems__what";
    const found = excerpt(problem);
    row.append(what, ...(found ? [found] : []), ...reasons(problem), ...cures(problem));
    return row;
  }));
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.className = "button button--quiet";
  made.addEventListener("click", press);
  return made;
}

function reasons(problem) {
  const { why, fix } = document.querySelector(".problems__list").dataset;
  return [said(why, problem.shown.why), said(fix, problem.shown.fix)];
}

// What the desk itself can do about a problem.
function cures(problem) {
  const words = form.dataset;
  const made = [];
  if (problem.mend) made.push(button(words.mend, () => mend(problem)));
  if (problem.asks) {
    const part = holder(problem.asks);
    if (part) made.push(button(words[`asks${problem.asks.split(".").at(-1)}`], () => askFor(part, problem.asks)));
  }
  return made;
}

// Opens the part of the form that a problem asks for; a list gets a new entry to write into.
function askFor(part, name) {
  const add = part.querySelector(`:scope > button[value="add:${CSS.escape(name)}"]`);
  open(part);
  if (add) add.click();
  else part.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function open(place) {
  for (let at = place; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  place?.scrollIntoView({ block: "center" });
}

function explain(problem) {
  const words = document.createElement("div");
  const what = document.createElement("p");
  what.textContent = problem.shown.what;
  words.append(what, ...reasons(problem), ...cures(problem));
  return words;
}

// The server mends this problem, or all it can; only the values that differ are put into the form.
async function mend(problem) {
  const data = fields();
  if (problem) data.set("problem", problem.mend);
  const answer = await fetch("/desk/api/mend", { method: "POST", body: data }).catch(() => null);
  if (!answer?.ok) return;
  for (const [name, value] of Object.entries((await answer.json()).values)) {
    const field = control(name);
    if (!field) continue;
    if (isEdited(field)) change(field, value);
    else {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

// The words around a fault of a text, with the fault itself marked.
function excerpt(problem) {
  const text = problem.offset === null ? "" : control(problem.field)?.value ?? "";
  if (!text) return null;
  const end = problem.offset + problem.length;
  const mark = document.createElement("mark");
  mark.textContent = text.slice(problem.offset, end);
  const line = document.createElement("p");
  line.append("…", text.slice(Math.max(0, problem.offset - 30), problem.offset), mark, text.slice(end, end + 30), "…");
  return line;
}

function said(term, words) {
  const pair = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = `${term}: `;
  pair.append(strong, words);
  return pair;
}

function control(name) {
  return form.elements.namedItem(name);
}

function holder(name) {
  for (let at = name; at; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const found = form.querySelector(`[data-field="${CSS.escape(at)}"]`);
    if (found) return found;
  }
  return null;
}

function go(problem) {
  const place = holder(problem.field);
  open(place);
  const target = control(problem.field) ?? place?.querySelector("input, select, textarea, summary");
  if (target && isEdited(target)) goTo(target, problem.offset ?? 0, problem.length);
  else target?.focus();
}

function mark(problems) {
  form.querySelectorAll(".field__problems").forEach((place) => place.replaceChildren());
  form.querySelectorAll(".field--fault").forEach((field) => field.classList.remove("field--fault"));
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  for (const language of ["kk", "ru"]) {
    const own = problems.filter((problem) => problem.field === `${language}.body`);
    underline(control(`${language}.body`), own, explain);
  }
  for (const problem of problems) {
    const place = problem.field ? holder(problem.field) : null;
    if (!place || problem.field.endsWith(".body")) continue;
    const words = document.createElement("p");
    words.textContent = problem.shown.what;
    words.className = problem.severity === "warning" ? "doubt" : "";
    place.querySelector(":scope > .field__problems")?.append(words);
    if (problem.severity === "warning") continue;
    place.classList.add("field--fault");
    const field = control(problem.field);
    if (field?.setAttribute) field.setAttribute("aria-invalid", "true");
  }
}

// Buttons that add, move or remove an entry draw the fields anew; without this script they send the whole form.
async function press(event) {
  const button = event.target.closest("button");
  if (button?.dataset.today) put(button.dataset.today, new Date().toLocaleDateString("sv"));
  if (button?.dataset.twoYears) put(button.dataset.twoYears, `${new Date().getFullYear() + 2}-12-31`);
  if (button?.name !== "action" || !/^(add|add-map|remove|up|down):/.test(button.value)) return;
  event.preventDefault();
  await act(button.value);
}

function put(id, value) {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function act(action) {
  const data = fields();
  data.set("action", action);
  const answer = await fetch("/desk/api/fields", { method: "POST", body: data });
  if (!answer.ok) return;
  const opened = new Set([...form.querySelectorAll("details[open]")].map((part) => part.dataset.field));
  const where = action.split(":")[1];
  draw(await answer.text());
  form.querySelectorAll("details").forEach((part) => { part.open ||= opened.has(part.dataset.field); });
  isChanged = true;
  propose(form);
  check();
  redraw(fields());
  if (document.activeElement.matches("input, select, textarea, .cm-content")) return; // the editor writes elsewhere already
  const list = holder(where);
  const entries = list?.querySelectorAll(":scope > .entry");
  const first = action.startsWith("picture:") ? ".pair :is(input, textarea)" : "input:not([type=hidden]), select, textarea";
  (entries?.length ? entries[entries.length - 1].querySelector(first) : list?.querySelector("summary"))?.focus();
}

// The fields anew; the texts stay as they are, with all that undo knows.
function draw(html) {
  const bodies = [...form.querySelectorAll("[data-field$='.body']")];
  document.querySelector("#fields").innerHTML = html;
  for (const body of bodies) form.querySelector(`[data-field="${body.dataset.field}"]`).replaceWith(body);
}

function submit() {
  isChanged = false;
}

function show(event) {
  const button = event.currentTarget;
  const frame = document.querySelector("#page");
  if (button.dataset.show) {
    frame.src = button.dataset.show;
    if (isChanged) frame.addEventListener("load", () => redraw(fields()), { once: true });
    document.querySelectorAll("[data-show]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  } else {
    const isWide = frame.closest(".preview").classList.toggle("preview--wide");
    button.setAttribute("aria-pressed", String(isWide));
  }
}
