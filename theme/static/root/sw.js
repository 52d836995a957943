// Keeps pages that were read, so that they can be read again without a connection. A page always comes from the
// network first; a kept copy is shown only when there is none, and says from when it is. Files under /theme/ and
// /media/ carry the hash of their content in their names, so a kept one is never stale.
const PAGES = "pages";
const FILES = "files"; // of the theme: what pages are drawn with
const MEDIA = "media";
const VIEW = "view";
const MOST_PAGES = 60;
const MOST_MEDIA = 200; // a cheap phone has little room
const KEPT_ON = "X-Kept-On";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const { keep = [], view } = event.data;
  event.waitUntil(Promise.allSettled(keep.map(keepPage)));
  if (view) event.waitUntil(keepView(view));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.headers.has("range")) return;
  else if (pathname.startsWith("/theme/")) event.respondWith(file(event, FILES));
  else if (pathname.startsWith("/media/")) event.respondWith(file(event, MEDIA));
});

async function page(event) {
  const address = new URL(event.request.url).pathname;
  let answer;
  try {
    answer = await fetch(event.request);
  } catch (error) {
    const copy = await caches.match(address, { cacheName: PAGES });
    if (!copy) throw error;
    return withView(await dated(copy));
  }
  if (!isPage(answer)) return answer;
  if (answer.ok) event.waitUntil(remember(address, answer.clone()));
  return withView(answer);
}

// A picture or a paper opened by itself is no text to be written anew, and an answer that leads elsewhere has none.
function isPage(answer) {
  return (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
}

async function file(event, name) {
  const kept = await caches.match(event.request, { cacheName: name });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(keepFile(name, event.request, answer.clone()));
  return answer;
}

async function keepFile(name, request, answer) {
  const files = await caches.open(name);
  await files.put(request, answer);
  if (name === MEDIA) await forgetOldest(files, MOST_MEDIA);
}

async function forgetOldest(cache, most) {
  for (const oldest of (await cache.keys()).slice(0, -most)) await cache.delete(oldest);
}

async function keepView(view) {
  const cache = await caches.open(VIEW);
  await cache.put("/view", new Response(JSON.stringify(view)));
}

async function keepPage(address) {
  const answer = await fetch(address);
  if (answer.ok) await remember(address, answer);
}

// Keeps the files a page is drawn with, then the page with the day, so that a kept page never lacks its style; forgets
// the oldest pages beyond the limit.
async function remember(address, answer) {
  const text = await answer.text();
  const headers = headersOf(answer);
  headers.set(KEPT_ON, new Date().toISOString());
  const wanted = [...text.matchAll(/(?:href|src)="(\/theme\/[^"]+)"/g)].map((match) => match[1]);
  const missing = [];
  for (const name of new Set(wanted)) if (!(await caches.match(name, { cacheName: FILES }))) missing.push(name);
  await (await caches.open(FILES)).addAll(missing);
  const pages = await caches.open(PAGES);
  await pages.put(address, new Response(text, { headers }));
  await forgetOldest(pages, MOST_PAGES);
}

// Opens the page's own line about copies (components/offline.html) and writes the day and hour into it.
async function dated(copy) {
  const keptOn = copy.headers.get(KEPT_ON);
  const two = (number) => String(number).padStart(2, "0");
  const day = new Date(keptOn);
  const date = `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
  const time = `<time datetime="${keptOn}">${date}, ${two(day.getHours())}:${two(day.getMinutes())}</time>`;
  const text = await copy.text();
  const shown = text.replace(/(id="offline"[^>]*?) hidden/, "$1").replace("<time></time>", time);
  return new Response(shown, { headers: headersOf(copy) });
}

// Writes what the visitor chose in the panel (js/accessibility-panel.js) into the page, so that it is drawn so at once.
async function withView(answer) {
  const kept = await caches.match("/view", { cacheName: VIEW });
  const chosen = Object.entries(kept ? await kept.json() : {}).filter(([, value]) => /^[a-z]+$/.test(value));
  if (chosen.length === 0) return answer;
  const attributes = chosen.map(([name, value]) => ` data-${name}="${value}"`).join("");
  const text = (await answer.text()).replace("<html", `<html${attributes}`);
  return new Response(text, { status: answer.status, headers: headersOf(answer) });
}

// The headers of an answer whose text is written anew: its policy stays, its length and packing do not.
function headersOf(answer) {
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return headers;
}
