// Remembers on the device which lessons were read: the list shows them, the lesson's button marks one.
const KEY = "lessons-read";

function kept() {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY)) ?? []);
  } catch {
    return new Set(); // storage is switched off, or holds something else
  }
}

function keep(lessons) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...lessons]));
  } catch {
    // storage is switched off: the mark holds for this page
  }
}

const bar = document.querySelector("progress");
const button = document.querySelector("button[data-lesson]");
const offer = button?.textContent;

function show() {
  const read = kept();
  for (const lesson of document.querySelectorAll("article[data-lesson]")) {
    const isRead = read.has(lesson.dataset.lesson);
    lesson.classList.toggle("lesson--read", isRead);
    lesson.querySelector("[data-read]").hidden = !isRead;
  }
  if (bar) {
    bar.value = document.querySelectorAll(".lesson--read").length;
    document.querySelector("[data-read-count]").textContent = bar.value;
  }
  if (button) showButton(read.has(button.dataset.lesson));
}

function showButton(isRead) {
  button.setAttribute("aria-pressed", isRead);
  button.classList.toggle("button--quiet", isRead);
  button.textContent = isRead ? button.dataset.done : offer;
}

button?.addEventListener("click", () => {
  const read = kept(); // anew: another lesson may have been marked in another tab
  const isRead = !read.delete(button.dataset.lesson);
  if (isRead) read.add(button.dataset.lesson);
  keep(read);
  showButton(isRead);
});
show();
addEventListener("pageshow", ({ persisted }) => persisted && show()); // the way back from a lesson to the list
addEventListener("storage", show);
