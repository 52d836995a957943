// Remembers the language a visitor reads, on the device only, and opens it from the language choice next time.
const KEY = "language";
const root = document.documentElement;

if ("languageChoice" in root.dataset) {
  const link = document.querySelector(`[data-language="${CSS.escape(kept(KEY) ?? "")}"]`);
  const chosenAgain = new URLSearchParams(location.search).has("choose");
  if (link && !chosenAgain) location.replace(link.href);
} else {
  keep(KEY, root.lang);
}

// At once, not only by the page that is opened: a visitor may leave that one before its scripts run.
for (const link of document.querySelectorAll("a[hreflang]")) {
  link.addEventListener("click", () => keep(KEY, link.hreflang));
}
