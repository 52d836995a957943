// A photo dropped on a text, or chosen: the server makes it ready, both texts show it, each with its own words.
import { put, selectionOf } from "./editor.js";

// `draw` asks the server for the form after an action, as a button of the form does.
export function photos(form, draw) {
  const dialog = document.querySelector("#picture");
  const input = dialog.querySelector("[name=photo]");
  const said = dialog.querySelector("[role=alert]");
  let dropped;

  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.target.closest(".body")?.classList.add("over");
  });
  form.addEventListener("dragleave", (event) => event.target.classList?.remove("over"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    form.querySelectorAll(".over").forEach((place) => place.classList.remove("over"));
    const file = event.dataTransfer.files[0];
    if (file.type.startsWith("video/")) {
      film(form, file);
      return;
    }
    dropped = file;
    dialog.showModal();
  });
  form.addEventListener("change", async (event) => {
    const chosen = event.target.files?.[0];
    const list = document.getElementById(event.target.dataset.upload ?? "");
    const into = event.target.dataset.addPicture;
    if (!chosen || !(list || into)) return;
    const problem = event.target.closest("[data-field]").querySelector(".field__problems");
    const file = await send(form, chosen, said);
    problem.textContent = file ? "" : said.textContent;
    if (!file) return;
    if (into) {
      draw(`picture:${into}:${file}`);
      return;
    }
    list.append(new Option(file, file, true, true));
    list.dispatchEvent(new Event("input", { bubbles: true }));
  });
  input.addEventListener("change", () => { dropped = input.files[0]; });
  dialog.querySelector("[data-insert]").addEventListener("click", async () => {
    said.textContent = "";
    if (!dropped) return input.focus();
    const file = await send(form, dropped, said);
    if (!file) return undefined;
    for (const language of ["kk", "ru"]) {
      const text = form.elements.namedItem(`${language}.body`);
      const alt = dialog.querySelector(`[name=alt-${language}]`).value.replaceAll("]", "");
      const at = selectionOf(text).end || text.value.length;
      dialog.close();
      put(text, `\n\n![${alt}](${file})\n`, at, at);
    }
    dropped = undefined;
    input.value = "";
    return undefined;
  });
}

// Returns the name the photo has in the item's folder; says why it was not taken in.
async function send(form, photo, said) {
  const data = new FormData();
  data.set("token", document.body.dataset.token);
  data.set("item", form.dataset.address);
  data.set("photo", photo);
  const answer = await fetch("/desk/api/photo", { method: "POST", body: data }).catch(() => null);
  said.textContent = answer?.ok ? "" : answer?.status === 413 ? said.dataset.large : said.dataset.refused;
  return answer?.ok ? (await answer.json()).file : "";
}

// A film is sent at once; its words are written on a page of their own.
async function film(form, file) {
  const state = document.querySelector(".problems__state");
  if (form.dataset.isNew) {
    state.textContent = form.dataset.saveFirst;
    return;
  }
  state.textContent = state.dataset.checking;
  const data = new FormData();
  data.set("token", document.body.dataset.token);
  data.set("film", file);
  const answer = await fetch(`/desk/${form.dataset.address}/film/`, { method: "POST", body: data }).catch(() => null);
  if (answer?.ok) {
    location.assign(answer.url);
    return;
  }
  const told = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html").querySelector("[role=alert]");
  state.textContent = told?.textContent ?? document.querySelector(".picture__refused").dataset.large;
}
