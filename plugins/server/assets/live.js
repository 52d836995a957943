// Takes the bar of problems up to date when a build is done, and the page itself when it has become another one.
// Only while the page is seen: a browser opens few connections to one server.

const bar = () => document.getElementById("live");
let news;
let isLost = false; // the preview was ended; one begun since counts its builds anew

async function refresh({ build, site }) {
  if (isLost || String(site) !== bar().dataset.site) {
    location.reload();
  } else if (String(build) !== bar().dataset.build) {
    const answer = await fetch(`/__live__/problems?${location.pathname}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
    if (fresh) take(fresh);
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

function listen() {
  news?.close();
  news = undefined;
  if (document.visibilityState === "visible" && bar()) {
    news = new EventSource("/__live__/builds");
    news.addEventListener("error", () => { isLost = true; });
    news.addEventListener("message", (event) => refresh(JSON.parse(event.data)));
  }
}

document.addEventListener("visibilitychange", listen);
listen();
