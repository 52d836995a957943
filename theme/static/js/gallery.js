// Opens a picture of a gallery in a window over the page; without this script its link leads to the large file.
for (const gallery of document.querySelectorAll('[data-module="gallery"]')) {
  gallery.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-opens]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    document.getElementById(link.dataset.opens).showModal();
  });
  for (const sheet of gallery.querySelectorAll("dialog")) {
    sheet.addEventListener("click", ({ target }) => {
      if (target === sheet || target.closest("[data-close]")) sheet.close();
    });
  }
}
