"""The built pages: every word a visitor meets, also what the theme adds, is in the language of the page."""

import pytest
from bs4 import NavigableString, Tag

from plugins.language import classify, foreign_spans, is_mixed_script
from tests.site.built import LANGUAGES, BuiltPage, BuiltSite

BLOCKS = ["p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption", "button", "a", "title"]
ATTRIBUTES = ["alt", "title", "aria-label", "content"]
NAMES = ("Халық қуаты", "Бірінші рет бірінші сынып", "Отбасы банк", "Алтын Банк", "Райффайзен", "Ауыл аманаты")


def words_of(page: BuiltPage) -> set[str]:
    """Return every text and attribute of a page that is not marked as of another language."""
    other = {id(part) for marked in page.all("body [lang]") if marked["lang"] != page.language
             for part in (marked, *marked.find_all(True))}  # fmt: skip
    texts: set[str] = set()
    for block in page.all(",".join(BLOCKS)):
        if id(block) not in other:
            texts.add(" ".join(_own_text(block, other).split()))
    for name in ATTRIBUTES:
        for element in page.all(f"[{name}]"):
            if id(element) not in other:
                texts.add(str(element[name]))
    return {text for text in texts if text}


def _own_text(block: Tag, other: set[int]) -> str:
    """Return the text of a block without that of the blocks and the marked passages inside it."""
    return "".join(
        str(node) if isinstance(node, NavigableString) else _own_text(node, other)
        for node in block.children
        if isinstance(node, NavigableString)
        or (isinstance(node, Tag) and id(node) not in other and node.name not in BLOCKS[:-2])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_holds_words_of_the_other_language(working_site: BuiltSite, language: str) -> None:
    foreign = []
    for page in [*working_site.language_pages(language), working_site.pages[f"/{language}/404.html"]]:
        for text in words_of(page):
            judged = text
            for name in NAMES:
                judged = judged.replace(name, " ")
            if foreign_spans(judged, language) or classify(judged).language not in (language, "neutral"):
                foreign.append((page.url, text))
    assert foreign == []


def test_the_test_sees_a_foreign_word_where_there_is_one(working_site: BuiltSite) -> None:
    """A twin of the test above that can fail: the Russian pages, read as Kazakh ones."""
    texts = words_of(working_site.pages["/ru/faq/how-to-join/"])
    assert len([text for text in texts if classify(text).language == "ru"]) > 20


def test_no_letter_of_another_alphabet_hides_in_a_word(working_site: BuiltSite) -> None:
    for page in working_site.both():
        assert [word for text in words_of(page) for word in text.split() if is_mixed_script(word)] == [], page.url
