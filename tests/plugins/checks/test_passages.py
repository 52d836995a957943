"""Passages: what the rules get to read, in which language, and where each character stands."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from plugins.checks.passages import Kind, Passage, passages
from plugins.model import SiteContent, load_content
from tests.plugins.checks.checked import document, passages_in
from tests.plugins.model.edits import Edit, replaced, written
from tests.small_site import ROOT, index_text

H, P, L, C, A, Q, W = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CELL, Kind.ALT, Kind.QUOTED, Kind.WORDS
X = Kind.CODE
Found = tuple[Kind, str, int, int, str]
"""Kind, language, line, column, text."""

BODIES: dict[str, tuple[str, list[Found]]] = {
    "empty": ("", []),
    "blank lines": ("\n   \n", []),
    "a paragraph": ("Әғқңөұүһі ё", [(P, "kk", 1, 1, "Әғқңөұүһі ё")]),
    "a paragraph of two lines": ("Бір\nекі", [(P, "kk", 1, 1, "Бір\nекі")]),
    "two paragraphs": ("Бір\n\nекі\n", [(P, "kk", 1, 1, "Бір"), (P, "kk", 3, 1, "екі")]),
    "a paragraph set in": ("   Бір", [(P, "kk", 1, 4, "Бір")]),
    "a heading": ("## Тақырып", [(H, "kk", 1, 4, "Тақырып")]),
    "a heading with an id": ("### Ёлка {#a}", [(H, "kk", 1, 5, "Ёлка")]),
    "a heading between lines": (
        "Бір\n# Екі\nүш", [(P, "kk", 1, 1, "Бір"), (H, "kk", 2, 3, "Екі"), (P, "kk", 3, 1, "үш")],
    ),
    "a list": ("- а\n* ә\n+ б", [(L, "kk", 1, 3, "а"), (L, "kk", 2, 3, "ә"), (L, "kk", 3, 3, "б")]),
    "a numbered list": ("1. а\n10. ә", [(L, "kk", 1, 4, "а"), (L, "kk", 2, 5, "ә")]),
    "a nested list": ("- а\n    - ә", [(L, "kk", 1, 3, "а"), (L, "kk", 2, 7, "ә")]),
    "a list item that goes on": ("- а\n  ә\n- б", [(L, "kk", 1, 3, "а\n  ә"), (L, "kk", 3, 3, "б")]),
    "a list after a paragraph": ("Бір:\n\n- а", [(P, "kk", 1, 1, "Бір:"), (L, "kk", 3, 3, "а")]),
    "a table": (
        "| А | Ә |\n|---|:-:|\n|б|  В в  |",
        [(C, "kk", 1, 3, "А"), (C, "kk", 1, 7, "Ә"), (C, "kk", 3, 2, "б"), (C, "kk", 3, 6, "В в")],
    ),
    "empty cells": ("| А |  |\n|---|---|\n|  | Ә |", [(C, "kk", 1, 3, "А"), (C, "kk", 3, 6, "Ә")]),
    "a row that is none, without a line below": ("Бір\n| А |", [(P, "kk", 1, 1, "Бір\n| А |")]),
    "the words of a picture": ("![Ә, ё](a.svg)", [(A, "kk", 1, 3, "Ә, ё")]),
    "a picture in a sentence": (
        "Міне ![ә](a.svg) үй", [(A, "kk", 1, 8, "ә"), (P, "kk", 1, 1, "Міне" + " " * 13 + "үй")],
    ),
    "a picture on a later line": ("а\nб ![ә](a)", [(A, "kk", 2, 5, "ә"), (P, "kk", 1, 1, "а\nб" + " " * 8)]),
    "a picture without words": ("![](a.svg) ![ ](b.svg)", []),
    "pictures in a list, a cell, a heading": (
        "- ![а](a)\n\n| ![ә](b) |\n|---|\n\n## ![б](c)",
        [(A, "kk", 1, 5, "а"), (A, "kk", 3, 5, "ә"), (A, "kk", 6, 6, "б")],
    ),
    "a picture inside a link": ("[![ә](a.svg)](/news/)", [(A, "kk", 1, 4, "ә")]),
    "a quoted passage": (
        "Бұл [ещё слова]{lang=ru} еді",
        [(Q, "ru", 1, 6, "ещё слова"), (P, "kk", 1, 1, "Бұл" + " " * 22 + "еді")],
    ),
    "a quoted passage of a third language": ("[fair]{lang=en}", [(Q, "en", 1, 2, "fair")]),
    "quoted passages first and last": (
        "[а]{lang=ru} ә [б]{lang=ru}",
        [(Q, "ru", 1, 2, "а"), (Q, "ru", 1, 17, "б"), (P, "kk", 1, 1, " " * 13 + "ә" + " " * 13)],
    ),
    "a quoted passage over two lines": (
        "ә [а\nб]{lang=ru} в", [(Q, "ru", 1, 4, "а\nб"), (P, "kk", 1, 1, "ә   \n" + " " * 12 + "в")],
    ),
    "code": ("Бір `код ә` екі", [(X, "kk", 1, 6, "код ә"), (P, "kk", 1, 1, "Бір" + " " * 9 + "екі")]),
    "only code": ("`код`", [(X, "kk", 1, 2, "код")]),
    "a link": ("[Бір](/news/) екі", [(P, "kk", 1, 1, " Бір" + " " * 10 + "екі")]),
    "a link with a title": ('[Бір](/news/ "ә ә") екі', [(A, "kk", 1, 15, "ә ә"), (P, "kk", 1, 1, " Бір" + " " * 16 + "екі")]),
    "an address": ("Бір https://x.kz/ә екі", [(P, "kk", 1, 1, "Бір" + " " * 16 + "екі")]),
    "emphasis": ("**Бір** _екі_", [(P, "kk", 1, 3, "Бір    екі")]),
    "attributes": ("Бір\n{: #ә}", [(P, "kk", 1, 1, "Бір")]),
    "HTML": ("а <b>ә</b>", [(P, "kk", 1, 1, "а" + " " * 4 + "ә" + " " * 4)]),
    "brackets alone, which are no markup": ("[ ] **", [(P, "kk", 1, 1, "[ ] **")]),
    "round brackets that lead nowhere": ("Бір (екі)", [(P, "kk", 1, 1, "Бір (екі)")]),
    "Latin look-alikes": ("Бiр", [(P, "kk", 1, 1, "Бiр")]),
}  # fmt: skip


def passages_of(content: SiteContent) -> list[Passage]:
    return list(passages(content, {body.source: document(body.source) for body in content.all_bodies()}))


def parts_of(found: Passage) -> Found:
    return (found.kind, found.language, found.line, found.column, found.text)


@pytest.mark.parametrize(("source", "expected"), BODIES.values(), ids=BODIES)
def test_a_body_is_taken_apart(source: str, expected: list[Found]) -> None:
    assert [parts_of(found) for found in passages_in(source, "kk")] == expected


def test_lines_are_counted_from_the_first_of_the_body() -> None:
    found = [parts_of(part)[1:4] for part in passages_in("## А\n\nә", "ru", first_line=9)]
    assert found == [("ru", 9, 4), ("ru", 11, 1)]


def test_a_character_has_the_place_it_was_written_at() -> None:
    (found,) = passages_in("- **ә**, ғ\n  қ [ң](/а/)\nө", "kk", first_line=5)
    places = {sign: found.place(offset) for offset, sign in enumerate(found.text) if sign.strip(" ,\n")}
    assert places == {"ә": (5, 5), "ғ": (5, 10), "қ": (6, 3), "ң": (6, 6), "ө": (7, 1)}


KK, FACTS, SITE = "news/meeting/index.kk.md", "charity/elders/facts.yaml", "site.yaml"

# file, edit, the words found in the file
WORDS: dict[str, tuple[str, Edit, list[tuple[str, int, int, str]]]] = {
    "front matter": (
        KK, written(KK, index_text("Әғқ", "Ңөұ, ё.", body="ә")), [("kk", 2, 8, "Әғқ"), ("kk", 3, 10, "Ңөұ, ё.")],
    ),
    "front matter in Russian": (
        "news/meeting/index.ru.md",
        written("news/meeting/index.ru.md", index_text("Ёлка", "Ж.", body="ё")),
        [("ru", 2, 8, "Ёлка"), ("ru", 3, 10, "Ж.")],
    ),
    "front matter above a list": (
        "news/index.kk.md", written("news/index.kk.md", index_text("Ә", "Ғ", body="ә")),
        [("kk", 2, 8, "Ә"), ("kk", 3, 10, "Ғ")],
    ),
    "words in quotation marks": (
        KK, written(KK, index_text('"Ә: ғ"', "'Қ'", body="ә")), [("kk", 2, 9, "Ә: ғ"), ("kk", 3, 11, "Қ")],
    ),
    "a list and a map": (
        "pages/home/index.kk.md",
        written("pages/home/index.kk.md", index_text("Ә", "Ғ", (
            "slogan: Қ\nlead: Ң\nhero_alt: Ө\nactions: [{title: Ұ, link: /faq/}]\nsteps:\n  - {title: Ү, text: Һ}\n"
            "trust:\n  - title: І\n    text: Ё\n    link: /laws/\n"
        ), "ә")),
        [
            ("kk", 2, 8, "Ә"), ("kk", 3, 10, "Ғ"), ("kk", 4, 9, "Қ"), ("kk", 5, 7, "Ң"), ("kk", 6, 11, "Ө"),
            ("kk", 7, 19, "Ұ"), ("kk", 9, 13, "Ү"), ("kk", 9, 22, "Һ"), ("kk", 11, 12, "І"), ("kk", 12, 11, "Ё"),
        ],
    ),
    "words of both languages in facts": (
        FACTS,
        written(FACTS, "order: 1\nsources:\n  - title: {kk: Әғқ, ru: Ёлка}\n    checked: 2026-11-22\n    checked_in: copy\n"),
        [("kk", 3, 17, "Әғқ"), ("ru", 3, 26, "Ёлка")],
    ),
    "words of both languages on lines of their own": (
        FACTS,
        written(FACTS, 'order: 1\nsources:\n  - title:\n      kk: "Ә"\n      ru: Ё\n    checked: 2026-11-22\n    checked_in: copy\n'),
        [("kk", 4, 12, "Ә"), ("ru", 5, 11, "Ё")],
    ),
    "facts without words": (FACTS, written(FACTS, "order: 1\nto_confirm: true\n"), []),
    "numbers and addresses are no words": (
        FACTS,
        written(FACTS, 'order: 1\nsources:\n  - title: {kk: "2025", ru: "/2025/ё"}\n    checked: 2026-11-22\n    checked_in: copy\n'),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "edit", "expected"), WORDS.values(), ids=WORDS)
def test_words_of_yaml_are_taken_with_their_language(
    content: Path, file: str, edit: Edit, expected: list[tuple[str, int, int, str]]
) -> None:
    edit(content)
    found = [parts_of(part) for part in passages_of(load_content(content)) if part.path == f"content/{file}"]
    assert [part[1:] for part in found if part[0] is W] == expected


def test_names_and_titles_of_the_cooperative_and_of_acts_are_words(content: Path) -> None:
    replaced(SITE, "kk: Шағын сайт, ru: Малый сайт", "kk: Ә, ru: Ё")(content)
    found = [part for part in passages_of(load_content(content)) if part.kind is W]
    assert ("content/site.yaml", "kk", 1, 12) in [(p.path, p.language, p.line, p.column) for p in found]
    assert Counter(p.language for p in found if p.path == "content/acts.yaml") == {"kk": 2, "ru": 2}


def test_fingerprints_of_both_languages_are_no_words(content: Path) -> None:
    fingerprints = "news/meeting: {kk: '850412300129abcd', ru: 'abcd850412300129'}\n"
    (content / "in-step.yaml").write_text(fingerprints, encoding="utf-8")
    assert "content/in-step.yaml" not in {found.path for found in passages_of(load_content(content))}


def test_proper_names_of_both_languages_are_blanked(content: Path) -> None:
    replaced(SITE, "proper_names: [", "proper_names: [Құт, A.B, ")(content)
    written(KK, index_text("Құт", "Ол Құт, A.B әрі AxB", body="Құт пен құт\n\n## Ол — A.B"))(content)
    found = [parts_of(part) for part in passages_of(load_content(content)) if part.path == f"content/{KK}"]
    assert found == [
        (W, "kk", 2, 8, "   "),
        (W, "kk", 3, 10, "Ол    ,     әрі AxB"),
        (P, "kk", 5, 1, "    пен құт"),
        (H, "kk", 7, 4, "Ол —    "),
    ]


def test_the_cooperatives_own_name_is_blanked_in_both_languages(content: Path) -> None:
    written(KK, index_text("Атауы", "Шағын сайт пен Малый сайт", body="Мәтін"))(content)
    found = [parts_of(part) for part in passages_of(load_content(content)) if part.path == f"content/{KK}"]
    assert found[1] == (W, "kk", 3, 10, "           пен           ")


@pytest.fixture(scope="module")
def real() -> SiteContent:
    return load_content(ROOT / "content")


@pytest.fixture(scope="module")
def real_passages(real: SiteContent) -> list[Passage]:
    return passages_of(real)


@cache
def lines_of(path: str) -> list[str]:
    return (ROOT / path).read_text(encoding="utf-8").split("\n")


def misplaced(part: Passage, offset: int) -> bool:
    line, column = part.place(offset)
    return lines_of(part.path)[line - 1][column - 1] != part.text[offset]


def test_every_character_of_the_real_bodies_has_its_very_place(real_passages: list[Passage]) -> None:
    wrong = [
        (part.path, *part.place(offset), sign)
        for part in real_passages
        if part.kind is not W
        for offset, sign in enumerate(part.text)
        if not sign.isspace() and misplaced(part, offset)
    ]
    assert wrong == []
    assert {part.kind for part in real_passages} >= {H, P, L, C, Q, W}


def test_the_real_words_of_yaml_begin_where_they_stand(real_passages: list[Passage]) -> None:
    words = [part for part in real_passages if part.kind is W and part.text.strip()]
    assert len(words) > 500
    assert [part for part in words if misplaced(part, len(part.text) - len(part.text.lstrip()))] == []


def test_every_real_text_is_read_in_its_language(real: SiteContent, real_passages: list[Passage]) -> None:
    languages = {
        (part.path.split(".")[-2], part.language)
        for part in real_passages
        if part.path.endswith(".md") and part.kind is not Q
    }
    assert languages == {("kk", "kk"), ("ru", "ru")}
    assert {part.path for part in real_passages} >= {body.path for body in real.all_bodies()}


PUBLISHED = {
    "words between ``` lines, which Markdown prints": ("```\n\nгарантируем\n\n```", "гарантируем"),
    "words after a ``` line that is not closed": ("```\n\nгарантируем", "гарантируем"),
    "words in pointed brackets, which are no HTML": ("а <гарантируем доход> б", "гарантируем"),
}


@pytest.mark.parametrize(("source", "words"), PUBLISHED.values(), ids=PUBLISHED)
def test_whatever_is_published_is_read(source: str, words: str) -> None:
    assert words in document(source).html
    assert any(words in part.text for part in passages_in(source, "ru"))


SCALARS = {
    "a folded value": ("title: Ә\nsummary: >\n  ғ\n  қ\n", (5, 3)),
    "a value over two lines": ("title: Ә\nsummary: ғ\n  қ\n", (4, 3)),
    "a value with its lines": ("title: Ә\nsummary: |-\n    ғ\n    қ\n", (5, 5)),
    "an empty line inside": ("title: Ә\nsummary: >+\n  ғ\n\n  қ\n\n", (6, 3)),
    "a letter by its number": ('title: Ә\nsummary: "\\u0493 \\x41 қ"\n', (3, 23)),
    "a line that goes on": ('title: Ә\nsummary: "ғ \\\n  қ"\n', (4, 3)),
    "quotation marks over two lines": ("title: Ә\nsummary: 'ғ\n  қ'\n", (4, 3)),
    "the first word after the sign": ("title: Ә\nsummary: >\n  қ\n", (4, 3)),
    "an escaped quotation mark": ('title: Ә\nsummary: "ғ \\"ң\\" қ"\n', (3, 19)),
    "a doubled quotation mark": ("title: Ә\nsummary: 'ғ ''ң қ'\n", (3, 17)),
}


@pytest.mark.parametrize(("front_matter", "place"), SCALARS.values(), ids=SCALARS)
def test_every_character_of_a_value_has_its_very_place(
    content: Path, front_matter: str, place: tuple[int, int]
) -> None:
    written(KK, f"---\n{front_matter}---\nә\n")(content)
    (found,) = [part for part in passages_of(load_content(content)) if part.path.endswith(KK) and "қ" in part.text]
    assert found.place(found.text.index("қ")) == place
