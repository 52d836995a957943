// Opens a picture of the page's galleries in a window over the page, and leads from one to the next. Without this script
// each link leads to its large file.
const links = [...document.querySelectorAll('[data-module="gallery"] a[data-opens]')];
const sheets = links.map((link) => document.getElementById(link.dataset.opens));

function open(place) {
  links[place].focus(); // the window gives the focus back to what had it
  sheets[place].showModal();
}

function turn(from, by, control) {
  const to = (from + by + sheets.length) % sheets.length;
  sheets[from].close();
  open(to);
  if (control) sheets[to].querySelector(`[data-turns="${control}"]`).focus();
}

links.forEach((link, place) => {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(place);
  });
});

sheets.forEach((sheet, place) => {
  for (const button of sheet.querySelectorAll("[data-turns]")) button.hidden = sheets.length < 2;
  sheet.addEventListener("click", ({ target }) => {
    const turns = target.closest("[data-turns]")?.dataset.turns;
    if (turns) turn(place, Number(turns), turns);
    else if (target === sheet || target.closest("[data-close]")) sheet.close();
  });
  sheet.addEventListener("keydown", ({ key }) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (by && sheets.length > 1) turn(place, by);
  });
});
