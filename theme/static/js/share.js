// Shares the page by the system's own sheet, or copies its address where there is none; prints it.
for (const place of document.querySelectorAll('[data-module="share"]')) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  place.append(status);

  place.querySelector("[data-print]").addEventListener("click", () => print());
  place.querySelector("[data-share]").addEventListener("click", async () => {
    const address = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url: address });
      await navigator.clipboard.writeText(address);
      status.textContent = place.dataset.copied;
    } catch {
      // the visitor closed the sheet, or the browser keeps the clipboard shut: nothing was shared
    }
  });
}
