// Shows only the answers that hold every word typed. Typed without the Kazakh keyboard (уй, кооп) it still finds.
const ALIKE = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е" };
const place = document.querySelector('[data-module="find"]');
const field = place.querySelector("input");
const told = place.querySelector('[role="status"]');

const folded = (text) => text.normalize("NFC").toLowerCase().replace(/[әғқңөұүһіё]/g, (letter) => ALIKE[letter]);
const answers = [...document.querySelectorAll(".question")].map((answer) => ({ answer, text: folded(answer.textContent) }));

field.addEventListener("input", () => {
  const words = folded(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { answer, text } of answers) {
    answer.hidden = !words.every((word) => text.includes(word));
    if (!answer.hidden) found += 1;
  }
  for (const topic of document.querySelectorAll(".topic")) topic.hidden = !topic.querySelector(".question:not([hidden])");
  told.hidden = words.length === 0;
  told.querySelector("[data-count]").textContent = found;
});
