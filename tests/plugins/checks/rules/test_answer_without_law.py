"""The lawyer's answer speaks of a law in its own language, in the text or in what stands above it."""

from pathlib import Path

import pytest

from plugins.checks.rules import answer_without_law
from tests.plugins.checks.checked import reported_by
from tests.small_site import index_text, write

FILE = "lawyer/who-admits/index.{}.md"
STORY = {"kk": "Отбасы кезекті тоғыз ай күтіп, көктемде жаңа үйге кірді.", "ru": "Семья ждала и въехала в новый дом."}

SPOKEN = {
    "kk, an article": ("kk", "13-бап бойынша.", "Кім?", False),
    "kk, of an article": ("kk", "Соның 13-бабы айтады.", "Кім?", False),
    "kk, a law": ("kk", "Заңда солай жазылған.", "Кім?", False),
    "kk, only in the question": ("kk", STORY["kk"], "Заң не дейді?", False),
    "kk, a story": ("kk", STORY["kk"], "Үйді қалай алдық?", True),
    "kk, a word that only holds one": ("kk", STORY["kk"] + " Баптау, бапкер емес, табап.", "Кім?", True),
    "ru, an article": ("ru", "По статье 13.", "Кто?", False),
    "ru, a code": ("ru", "Так говорит кодекс.", "Кто?", False),
    "ru, the charter": ("ru", "Так сказано в уставе.", "Кто?", False),
    "ru, a story": ("ru", STORY["ru"], "Как мы купили дом?", True),
    "ru, the law in the other language": ("ru", STORY["ru"] + " Заң.", "Кто?", True),
}


@pytest.mark.parametrize(("language", "text", "question", "is_reported"), SPOKEN.values(), ids=SPOKEN)
def test_an_answer_that_speaks_of_no_law_is_reported(
    content: Path, language: str, text: str, question: str, is_reported: bool
) -> None:
    file = FILE.format(language)
    write(content / file, index_text("Ә", "Қысқаша.", f"question: {question}\n", text))
    expected = [(file, 6, 1, "answer-without-law", {})] if is_reported else []
    assert [reported for reported in reported_by(answer_without_law.check, content) if reported[0] == file] == expected


def test_other_sections_may_do_without(content: Path) -> None:
    reported = reported_by(answer_without_law.check, content)
    assert all(file.startswith("lawyer/") for file, *_ in reported)
