// Remembers the language a visitor reads, on the device only, and opens it from the language choice next time.
const KEY = "language";
const root = document.documentElement;

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the choice is shown every time
  }
}

function remember(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // storage is switched off
  }
}

if ("languageChoice" in root.dataset) {
  const link = document.querySelector(`[data-language="${CSS.escape(remembered() ?? "")}"]`);
  const chosenAgain = new URLSearchParams(location.search).has("choose");
  if (link && !chosenAgain) location.replace(link.href);
} else {
  remember(root.lang);
}

// At once, not only by the page that is opened: a visitor may leave that one before its scripts run.
for (const link of document.querySelectorAll("a[hreflang]")) {
  link.addEventListener("click", () => remember(link.hreflang));
}
