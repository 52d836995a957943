// A photo dropped on a text, or chosen: the server makes it ready, both texts show it, each with its own words.
import { put } from "./tools.js";

export function photos(form, changed) {
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
    dropped = event.dataTransfer.files[0];
    dialog.showModal();
  });
  input.addEventListener("change", () => { dropped = input.files[0]; });
  dialog.querySelector("[data-insert]").addEventListener("click", async () => {
    said.textContent = "";
    if (!dropped) return input.focus();
    const data = new FormData();
    data.set("token", document.body.dataset.token);
    data.set("item", form.dataset.address);
    data.set("photo", dropped);
    const answer = await fetch("/desk/api/photo", { method: "POST", body: data }).catch(() => null);
    if (!answer?.ok) {
      said.textContent = answer?.status === 413 ? said.dataset.large : said.dataset.refused;
      return undefined;
    }
    const { file } = await answer.json();
    for (const language of ["kk", "ru"]) {
      const text = form.elements.namedItem(`${language}.body`);
      const alt = dialog.querySelector(`[name=alt-${language}]`).value.replaceAll("]", "");
      const at = text.selectionEnd || text.value.length;
      dialog.close();
      put(text, `\n\n![${alt}](${file})\n`, at, at);
    }
    dropped = undefined;
    input.value = "";
    changed();
    return undefined;
  });
}
