// Stands in for the service worker of the site: the preview keeps no copies, and one that was kept before goes.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => registration.unregister()));
});
