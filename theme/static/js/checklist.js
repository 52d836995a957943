// Keeps the ticks of the check list on the device, and counts them.
import { keep, keptData } from "./site.js";

const KEY = "checklist";
const list = document.querySelector('[data-module="checklist"]');

function count() {
  const chosen = [...list.querySelectorAll("input:checked")].map((input) => input.value);
  for (const place of list.querySelectorAll("[data-count]")) {
    const wanted = place.dataset.count;
    place.textContent = wanted === "checked" ? chosen.length : chosen.filter((value) => value === wanted).length;
  }
}

for (const [name, value] of Object.entries(keptData(KEY, {}))) {
  const input = list.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  if (input) input.checked = true;
}
count();
list.addEventListener("change", ({ target }) => {
  keep(KEY, JSON.stringify({ ...keptData(KEY, {}), [target.name]: target.value }));
  count();
});
list.querySelector("[data-clear]").addEventListener("click", () => {
  keep(KEY, "{}");
  for (const input of list.querySelectorAll("input:checked")) input.checked = false;
  count();
});
