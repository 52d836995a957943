// Remembers on the device which lessons were read: the list shows them, the lesson's button marks one.
import { keep, keptData } from "./site.js";

const KEY = "lessons-read";
const lessonsRead = () => new Set(keptData(KEY, []));

const bar = document.querySelector("progress");
const button = document.querySelector("button[data-lesson]");
const offer = button?.textContent;

function show() {
  const read = lessonsRead();
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
  const read = lessonsRead(); // anew: another lesson may have been marked in another tab
  const isRead = !read.delete(button.dataset.lesson);
  if (isRead) read.add(button.dataset.lesson);
  keep(KEY, JSON.stringify([...read]));
  showButton(isRead);
});
show();
addEventListener("pageshow", ({ persisted }) => persisted && show()); // the way back from a lesson to the list
addEventListener("storage", show);
