// Takes the bar of problems up to date when a build is done, and the page itself when it has become another one.
// Only while the page is seen: a browser opens few connections to one server.

const bar = () => document.getElementById("live");
const place = `live:${location.pathname}`;
let news;

async function refresh() {
  const answer = await fetch(`/__live__/problems?${location.pathname}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
  if (fresh && fresh.dataset.page !== bar().dataset.page) {
    keepPlace();
    location.reload();
  } else if (fresh && fresh.dataset.build !== bar().dataset.build) {
    take(fresh);
  }
}

function take(fresh) {
  const old = bar();
  const words = fresh.querySelector(".live__counts");
  const status = old.querySelector(".live__counts");
  status.textContent = words.textContent; // the same element, so that a screen reader says what has changed
  words.replaceWith(status);
  old.replaceChildren(...fresh.childNodes);
  old.hidden = fresh.hidden;
  Object.assign(old.dataset, fresh.dataset);
}

// What was open and where the page stood, across one reload.
function keepPlace() {
  const open = [...document.querySelectorAll("details")].map((part) => part.open);
  sessionStorage.setItem(place, JSON.stringify({ open, top: scrollY }));
}

function takePlace() {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
  sessionStorage.removeItem(place);
  if (!kept) return;
  const parts = [...document.querySelectorAll("details")];
  if (parts.length === kept.open.length) parts.forEach((part, index) => { part.open = kept.open[index]; });
  scrollTo({ top: kept.top, behavior: "instant" });
}

function listen() {
  news?.close();
  news = undefined;
  if (document.visibilityState === "visible" && bar()) {
    news = new EventSource("/__live__/builds");
    news.addEventListener("message", refresh);
  }
}

document.addEventListener("visibilitychange", listen);
takePlace();
listen();
