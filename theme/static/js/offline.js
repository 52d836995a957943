// Starts the service worker, which keeps what was read, and asks it to keep what is needed most in this language.
const language = document.documentElement.lang;
const MOST_NEEDED = ["", "faq/", "contacts/"].map((path) => `/${language}/${path}`);

if (navigator.serviceWorker && !navigator.connection?.saveData) {
  addEventListener("load", async () => {
    await navigator.serviceWorker.register("/sw.js");
    const worker = await navigator.serviceWorker.ready;
    worker.active.postMessage({ keep: [...new Set([location.pathname, ...MOST_NEEDED])] });
  });
}
