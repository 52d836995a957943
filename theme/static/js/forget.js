// Erases, when the visitor asks, all that this site keeps on the device: what accessibility-panel.js, language-choice.js, course.js and
// checklist.js remember, the copies of pages and the service worker that makes them.
const place = document.querySelector('[data-module="forget"]');
const told = document.createElement("p");
told.className = "forget__told";
told.setAttribute("role", "status");
place.append(told);

async function erase() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister())); // first, so that it keeps nothing anew
  if ("caches" in globalThis) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  localStorage.clear();
}

place.querySelector("button").addEventListener("click", async () => {
  try {
    await erase();
    told.textContent = place.dataset.erased;
  } catch {
    told.textContent = place.dataset.failed; // the browser keeps its storage shut
  }
});
