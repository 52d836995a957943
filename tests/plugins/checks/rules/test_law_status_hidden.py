"""Repealed acts that a text names: told where the page does not show their state."""

from pathlib import Path

import pytest

from plugins.checks.rules import law_status_hidden
from tests.plugins.checks.checked import CASE_BODY_LINE, told_by, write_case
from tests.plugins.model.edits import replaced
from tests.small_site import index_text, write

RULE = "law-status-hidden"
NAMED = {
    "first": ("450-I заңы бойынша.", 1),
    "with a number sign, middle": ("Бұрынғы № 450-I заңы бойынша.", 11),
    "last": ("Заңның нөмірі — 450-I", 17),
    "twice, told once": ("450-I және 450-I.", 1),
}
NOT_NAMED = {"a law in force": "197-II заңы", "another number": "450-II, 1450-I, 450-I-1", "a number": "450 мүше"}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("text", "column"), NAMED.values(), ids=NAMED)
def test_a_repealed_act_in_a_text_is_told(content: Path, language: str, text: str, column: int) -> None:
    file = write_case(content, language, f"{text}\n")
    values = {"act": "450-I", "day": "2016-01-01"}
    assert told_by(law_status_hidden.check, content) == [(file, CASE_BODY_LINE, column, RULE, values)]


@pytest.mark.parametrize("text", NOT_NAMED.values(), ids=NOT_NAMED)
def test_other_numbers_are_not_told(content: Path, text: str) -> None:
    write_case(content, "ru", f"{text}\n")
    assert told_by(law_status_hidden.check, content) == []


def test_a_page_that_shows_the_state_may_name_the_act(content: Path) -> None:
    write_case(content, "kk", "450-I заңы.\n")
    replaced("testimonials/sample/facts.yaml", "sample: true", "sample: true\nlaws: [{act: 450-I, role: history}]")(
        content
    )
    assert told_by(law_status_hidden.check, content) == []


def test_the_page_of_the_act_itself_may_name_it(content: Path) -> None:
    file = content / "laws/repealed/index.kk.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n450-I заңы.\n", encoding="utf-8")
    assert told_by(law_status_hidden.check, content) == []


def test_the_words_above_a_list_show_no_state(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Закон 450-I."))
    assert [row[:4] for row in told_by(law_status_hidden.check, content)] == [("news/index.ru.md", 5, 7, RULE)]
