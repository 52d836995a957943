"""A family's story among the answers of the lawyer and of the questions."""

from pathlib import Path

import pytest

from plugins.checks.rules import story_among_answers
from tests.plugins.checks.checked import told_by
from tests.small_site import write

LAWYER, FAQ = "lawyer/who-admits", "faq/how-to-join"

# language, body, (line of the body, column) of the first turn, that turn and the last one
STORIES = {
    "first and last": ("ru", "Наша семья ждала.\n\nЗакон.\n\nСпасибо всем!", (1, 1), "Наша семья", "Спасибо"),
    "in the middle": ("ru", "Закон. Мы купили дом, мы рады. Закон.", (1, 8), "Мы купили", "мы рады"),
    "three turns": ("ru", "Закон.\n\n- Мы ждали\n- новоселье\n- благодарны", (3, 3), "Мы ждали", "благодарны"),
    "in Kazakh": ("kk", "Біздің отбасымыз пәтер алдық.", (1, 1), "Біздің отбасымыз", "пәтер алдық"),
    "in Kazakh, last": ("kk", "Заң солай.\n\nСоңында көшіп кірдік, қуаныштымыз.", (3, 9), "көшіп кірдік", "қуаныштымыз"),
}  # fmt: skip
FINE = {
    "an answer": ("ru", "Семья подаёт заявление, правление отвечает."),
    "one turn only": ("ru", "Спасибо за вопрос. Ответ в статье 13."),
    "the same turn twice": ("ru", "Спасибо. И ещё раз спасибо."),
    "in Kazakh": ("kk", "Отбасы өтініш береді, басқарма жауап береді."),
    "Kazakh turns in Russian": ("ru", "«Көшіп кірдік» и «қуаныштымыз»: так пишут в рассказах."),
}


def write_answer(content: Path, item: str, language: str, body: str) -> tuple[str, int]:
    """Write the body of an answer; return its file and the line the body begins on."""
    file = f"{item}/index.{language}.md"
    front_matter = (content / file).read_text(encoding="utf-8").split("---\n")[1]
    write(content / file, f"---\n{front_matter}---\n{body}\n")
    return file, front_matter.count("\n") + 3


@pytest.mark.parametrize(("language", "body", "place", "found", "also"), STORIES.values(), ids=STORIES)
@pytest.mark.parametrize("item", [LAWYER, FAQ])
def test_a_story_is_reported_at_its_first_turn(
    content: Path, item: str, language: str, body: str, place: tuple[int, int], found: str, also: str
) -> None:
    file, first_line = write_answer(content, item, language, body)
    assert told_by(story_among_answers.check, content) == [
        (file, first_line - 1 + place[0], place[1], "story-among-answers", {"found": found, "also": also})
    ]


@pytest.mark.parametrize(("language", "body"), FINE.values(), ids=FINE)
def test_an_answer_is_not_reported(content: Path, language: str, body: str) -> None:
    write_answer(content, LAWYER, language, body)
    assert told_by(story_among_answers.check, content) == []


def test_stories_have_a_place_of_their_own(content: Path) -> None:
    write_answer(content, "testimonials/sample", "ru", "Наша семья ждала. Мы рады, спасибо!")
    assert told_by(story_among_answers.check, content) == []
