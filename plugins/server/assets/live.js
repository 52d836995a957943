// Takes page and bar of problems up to date when an edit or a build has changed them. Only while the page is seen: a browser
// opens few connections to one server. What no script has touched is exchanged in its place; otherwise the page is loaded again.

const bar = () => document.getElementById("live");
const place = `live:${location.pathname}`;
const ALIVE = "script:not([type='application/ld+json']), [data-module], video, audio, form, iframe";
let news;
let before; // the page as the server sent it
let done = Promise.resolve();

async function sent(address) {
  const answer = await fetch(address, { cache: "no-store" });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function refresh({ build, page }) {
  if (page && page !== bar().dataset.page) {
    const fresh = await sent(location.href);
    const known = await before;
    const exchanges = known && known.getElementById("live")?.dataset.page === bar().dataset.page
      ? differences(known.documentElement, fresh.documentElement, document.documentElement) : undefined;
    if (!exchanges || !fresh.getElementById("live")) {
      keepPlace();
      location.reload();
      return;
    }
    before = fresh.cloneNode(true);
    for (const { gone, come, parent, next } of exchanges) {
      for (const node of come) parent.insertBefore(document.importNode(node, true), next);
      for (const node of gone) node.remove();
    }
    take(fresh.getElementById("live"));
  } else if (String(build) !== bar().dataset.build) {
    const fresh = (await sent(`/__live__/problems?${location.pathname}`)).getElementById("live");
    if (fresh) take(fresh);
  }
}

const parts = (node) => [...node.childNodes].filter((part) => part.id !== "live");
const isSameKind = (old, fresh) =>
  old.nodeType === Node.ELEMENT_NODE && !old.matches(ALIVE) && old.cloneNode().isEqualNode(fresh.cloneNode());
const isAlive = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(ALIVE) || node.querySelector(ALIVE));

// Returns what of the page shown has to be exchanged so that it becomes the fresh one; undefined where a script or a reader
// has changed it there, or a script would have to begin anew.
function differences(old, fresh, shown) {
  const [olds, freshes, showns] = [parts(old), parts(fresh), parts(shown)];
  if (olds.length !== showns.length) return undefined;
  const least = Math.min(olds.length, freshes.length);
  let start = 0;
  while (start < least && olds[start].isEqualNode(freshes[start])) start += 1;
  let end = 0;
  while (end < least - start && olds.at(-1 - end).isEqualNode(freshes.at(-1 - end))) end += 1;
  const gone = olds.slice(start, olds.length - end);
  const come = freshes.slice(start, freshes.length - end);
  const there = showns.slice(start, showns.length - end);
  if (gone.length === come.length && gone.every((node, index) => isSameKind(node, come[index]) || node.isEqualNode(come[index]))) {
    const inner = gone.map((node, index) => (node.isEqualNode(come[index]) ? [] : differences(node, come[index], there[index])));
    return inner.includes(undefined) ? undefined : inner.flat();
  }
  const isUntouched = there.every((node, index) => node.isEqualNode(gone[index]));
  if (!isUntouched || [...gone, ...come].some(isAlive)) return undefined;
  const last = bar().parentNode === shown ? bar() : null;
  return [{ gone: there, come, parent: shown, next: showns[showns.length - end] ?? last }];
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
    news = new EventSource(`/__live__/builds?${location.pathname}`);
    news.addEventListener("message", (event) => {
      done = done.then(() => refresh(JSON.parse(event.data))).catch(() => setTimeout(listen, 1000)); // it tells its news again
    });
    news.addEventListener("error", ({ target }) => {
      // The browser asks again after a lost connection, but not after a refusal.
      if (target === news && target.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  }
}

document.addEventListener("visibilitychange", listen);
takePlace();
listen();
if (bar()) before = sent(location.href).catch(() => undefined);
