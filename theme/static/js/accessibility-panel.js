// The panel for those who see badly: shows what was chosen, applies it, keeps it on the device.
// It is kept twice: here, and where the service worker finds it, which writes it into the next page before
// the page is drawn (root/sw.js). So nothing flashes, although no script holds up the drawing.
const KEY = "view";
const CHOICES = ["text", "scheme", "spacing"];
const root = document.documentElement;
const panel = document.querySelector('[data-module="accessibility-panel"]');

function remember(view) {
  keep(KEY, JSON.stringify(view));
  navigator.serviceWorker?.ready.then((worker) => worker.active.postMessage({ view }));
}

function show(view) {
  for (const name of CHOICES) {
    const value = view[name] ?? "";
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    const option = panel?.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
    if (option) option.checked = true;
  }
}

show(keptData(KEY, {}));
addEventListener("pageshow", ({ persisted }) => persisted && show(keptData(KEY, {}))); // the way back to a page drawn before the choice
panel?.addEventListener("change", ({ target }) => {
  const view = { ...keptData(KEY, {}), [target.name]: target.value };
  remember(view);
  show(view);
});
panel?.querySelector("[data-reset]").addEventListener("click", () => {
  remember({});
  show({});
});
