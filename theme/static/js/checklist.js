// Keeps the ticks of the check list on the device, and counts them.
const KEY = "checklist";
const list = document.querySelector('[data-module="checklist"]');

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // storage is switched off, or holds something else
  }
}

function keep(marks) {
  try {
    localStorage.setItem(KEY, JSON.stringify(marks));
  } catch {
    // storage is switched off: the ticks hold for this page
  }
}

function count() {
  const chosen = [...list.querySelectorAll("input:checked")].map((input) => input.value);
  for (const place of list.querySelectorAll("[data-count]")) {
    const wanted = place.dataset.count;
    place.textContent = wanted === "checked" ? chosen.length : chosen.filter((value) => value === wanted).length;
  }
}

for (const [name, value] of Object.entries(kept())) {
  const input = list.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  if (input) input.checked = true;
}
count();
list.addEventListener("change", ({ target }) => {
  keep({ ...kept(), [target.name]: target.value });
  count();
});
list.querySelector("[data-clear]").addEventListener("click", () => {
  keep({});
  for (const input of list.querySelectorAll("input:checked")) input.checked = false;
  count();
});
