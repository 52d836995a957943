"""Texts that are shorter than their section promises; the small site has enough words everywhere."""

from pathlib import Path

import pytest

from plugins.checks.rules import thin_item
from plugins.checks.rules.thin_item import LEAST_WORDS
from tests.plugins.checks.checked import reported_by
from tests.small_site import FACTS, index_text, write

ITEMS = {
    name.split("/")[0]: name
    for name in FACTS
    if name.split("/")[0] not in ("pages", "loans") and "repealed" not in name
}


def write_body(content: Path, item: str, language: str, body: str) -> tuple[str, int]:
    """Replace the text below the front matter; return the file and the line the text begins on."""
    file = f"{item}/index.{language}.md"
    head, front_matter, _ = (content / file).read_text(encoding="utf-8").split("---\n", 2)
    write(content / file, f"{head}---\n{front_matter}---\n{body}")
    return file, front_matter.count("\n") + 3


@pytest.mark.parametrize("section", sorted(LEAST_WORDS))
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_one_word_less_is_reported_and_the_least_is_not(content: Path, section: str, language: str) -> None:
    least = LEAST_WORDS[section]
    file, line = write_body(content, ITEMS[section], language, "сөз " * (least - 1))
    values = {"words": str(least - 1), "least": str(least)}
    assert reported_by(thin_item.check, content) == [(file, line, 1, "thin-item", values)]
    write_body(content, ITEMS[section], language, "сөз " * least)
    assert reported_by(thin_item.check, content) == []


def test_every_section_that_promises_a_text_has_an_item_here() -> None:
    assert set(ITEMS) == set(LEAST_WORDS)


# text of 39 words where the honor board asks for 40
NO_WORDS = {
    "dashes": "— – - ",
    "numbers": "2025 1 000 5, ",
    "signs of Markdown": "| --- | * ## > ",
    "signs of print": "№ % ₸ … « » ",
}


@pytest.mark.parametrize("signs", NO_WORDS.values(), ids=NO_WORDS)
def test_signs_are_no_words(content: Path, signs: str) -> None:
    file, line = write_body(content, "honor-board/sample", "kk", "сөз " * 39 + signs * 5)
    values = {"words": "39", "least": "40"}
    assert reported_by(thin_item.check, content) == [(file, line, 1, "thin-item", values)]


WORDS = {
    "Kazakh letters": "ә ғ қ ң ө ұ ү һ і ",
    "ё": "ё ",
    "Latin look-alikes": "соp ",
    "with signs around": "«сөз», ",
    "hyphens": "елу-алпыс 5-бап ",
    "line ends": "сөз\n",
    "bold": "**сөз** ",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_whatever_has_a_letter_is_a_word(content: Path, words: str) -> None:
    write_body(content, "honor-board/sample", "kk", words * 40)
    assert reported_by(thin_item.check, content) == []


def test_each_language_of_each_item_is_reported_by_itself(content: Path) -> None:
    places = [write_body(content, item, language, "Бір сөз.") for item in ("charity/elders", "news/meeting")
              for language in ("kk", "ru")]  # fmt: skip
    values = {"words": "2", "least": "40"}
    assert reported_by(thin_item.check, content) == [(file, line, 1, "thin-item", values) for file, line in places]


@pytest.mark.parametrize("item", ["pages/about", "loans/mortgage"])
def test_pages_and_terms_may_be_short(content: Path, item: str) -> None:
    write_body(content, item, "kk", "Бір сөз.")
    assert reported_by(thin_item.check, content) == []


def test_words_above_a_list_may_be_short(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body="Сөз."))
    assert reported_by(thin_item.check, content) == []
