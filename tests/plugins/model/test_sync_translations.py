"""Declaring both languages in step: what counts as a change of words, and whose declaration is written."""

from pathlib import Path

import pytest

from plugins.diagnostics import ContentError
from plugins.model import load_content
from plugins.model.sync_translations import declare_in_step
from plugins.model.synced import IN_STEP_FILE, fingerprint_of_words
from tests.plugins.model.edits import replaced
from tests.small_site import write

SAME = {
    "spaces and lines": ("Жарна 350 000 ₸", "Жарна  350\u00a0000\n₸"),
    "quotes and dashes": ('"Халық қуаты" - кооператив', "«Халық қуаты» — кооператив"),
    "a letter in two pieces": ("и\u0306", "й"),
    "marks of Markdown": ("**Әркім** біледі.", "Әркім біледі"),
}
DIFFERENT = {
    "another word": ("Жарна қайтарылады", "Жарна қайтарылмайды"),
    "another figure": ("35 000 ₸", "350 000 ₸"),
    "another letter": ("қала", "кала"),
    "a capital": ("заң", "Заң"),
    "another order": ("он бес", "бес он"),
    "a word more, at the end": ("Ёлка", "Ёлка да"),
    "another place of a link": ("[а](/faq/)", "[а](/news/)"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_what_only_looks_different_is_no_change(one: str, other: str) -> None:
    assert fingerprint_of_words([one]) == fingerprint_of_words([other])


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_another_word_or_figure_is_a_change(one: str, other: str) -> None:
    assert fingerprint_of_words([one]) != fingerprint_of_words([other])


def test_only_what_is_meant_is_declared_and_the_rest_stays(content: Path) -> None:
    before = load_content(content).in_step
    for item in ("news/meeting", "faq/how-to-join"):
        replaced(f"{item}/index.kk.md", "summary: ", "summary: Жаңа ")(content)
    assert declare_in_step(content, lambda item: item == "news/meeting") == ["news/meeting"]
    after = load_content(content).in_step
    assert {item for item in before if before[item] != after[item]} == {"news/meeting"}
    assert before["news/meeting"].ru == after["news/meeting"].ru


def test_what_was_in_step_already_is_not_reported_again(content: Path) -> None:
    assert declare_in_step(content, lambda _: True) == []


def test_the_declaration_of_an_item_that_is_gone_is_dropped(content: Path) -> None:
    for file in (content / "news/meeting").iterdir():
        file.unlink()
    (content / "news/meeting").rmdir()
    declare_in_step(content, lambda _: False)
    assert "news/meeting" not in (content / IN_STEP_FILE).read_text(encoding="utf-8")


def test_without_the_file_everything_can_be_declared(content: Path) -> None:
    before = (content / IN_STEP_FILE).read_bytes()
    (content / IN_STEP_FILE).unlink()
    assert load_content(content).in_step == {}
    declare_in_step(content, lambda _: True)
    assert (content / IN_STEP_FILE).read_bytes() == before


@pytest.mark.parametrize(
    "text", ["news/meeting: {kk: 'x', ru: 'y'}\n", "news/meeting: {kk: '0123456789abcdef'}\n", "- a\n"]
)
def test_a_damaged_file_is_reported(content: Path, text: str) -> None:
    write(content / IN_STEP_FILE, text)
    with pytest.raises(ContentError) as error:
        load_content(content)
    assert {problem.path for problem in error.value.problems} == {f"content/{IN_STEP_FILE}"}
