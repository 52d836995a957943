// Judges a chosen answer in words, colour and shape, and opens the explanation when it is right. Nothing is sent.
const quiz = document.querySelector('[data-module="quiz"]');

for (const question of quiz.querySelectorAll("[data-answer]")) {
  const told = document.createElement("p");
  told.className = "quiz__told";
  told.setAttribute("role", "status");
  question.querySelector("details").before(told);

  question.addEventListener("change", ({ target }) => {
    const isRight = target.value === question.dataset.answer;
    for (const option of question.querySelectorAll(".quiz__option")) {
      option.classList.remove("quiz__option--right", "quiz__option--wrong");
    }
    target.closest("label").classList.add(isRight ? "quiz__option--right" : "quiz__option--wrong");
    told.textContent = isRight ? quiz.dataset.right : quiz.dataset.wrong;
    question.querySelector("details").open = isRight;
  });
}
