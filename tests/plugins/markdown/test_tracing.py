"""Marks that carry places through the conversion: they change nothing of it, and each node stands where it was written."""

import random
from pathlib import Path

import pytest

from plugins.markdown import Block, BlockKind, Document, Span, parse, tracing
from tests.plugins.checks.test_robustness import text_by_chance

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted((ROOT / "tests/plugins/checks/documents").glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))


@pytest.fixture
def unmarked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no letter to mark words with."""
    monkeypatch.setattr(tracing, "_LETTERS", ())


MARKUP = {
    "an entity": "а&nbsp;б &#1234; &copy &amp;copy;",
    "an id twice": "## А {#a}\n\n## Б {#a}\n\n## a",
    "ids made from words": "## А б\n\n## А б\n\n## Ёж 5\n\n## IT-маман",
    "a reference in other letters": '[Сөз][Жарғы] [жарғы] ![ЖАРҒЫ]\n\n[жАрғы]: /laws/ "Ә"',
    "references of images and links side by side": "![а][1] [б][1] ![1] [1]\n\n[1]: /c/",
    "a mail address": "<a.b@example.kz> <mailto:ё@example.kz>",
    "words with an underscore": "сөз_сөз_сөз _сөз_ 5_6_7 a_b_c",
    "stars inside words": "сөз**сөз**сөз 5*6*7",
    "list numbers": "1. а\n2. б\n\n3. в\n    1. г\n\n10) д",
    "numbers in text": "2026 жылы 3.5 есе, 12. Ә",
    "code": "`<б> &amp; 5` ``а`б``\n\n    сөз <б>\n",
    "escapes": "\\*а\\* \\# \\[б\\] \\. 5\\.",
    "HTML": "<b class=x>а</b> <!-- б --> <iframe src=//x> <?php ?> <https://x.kz> <ftp+a://б>",
    "a table": "| А | `а|б` |\n|:--|--:|\n| 5 | в | г |\n",
    "a definition": "Ә\n:   б\n:   в",
    "language spans": "[а]{lang=ru} [б [в]{lang=kk} г]{lang=en} [д]{lang=x}",
    "letters that are used as marks": "一二 가나 сөз 三",
    "attributes": "а {: #б .в г=д}\n\n# Ә {#ё .ж}\n\n- а\n{: title=б}",
}


@pytest.mark.parametrize("source", MARKUP.values(), ids=MARKUP)
def test_the_marks_change_nothing(request: pytest.FixtureRequest, source: str) -> None:
    marked = parse(source)
    request.getfixturevalue("unmarked")
    assert marked.html == parse(source).html


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_marks_change_nothing_of_a_whole_text(request: pytest.FixtureRequest, document: Path) -> None:
    test_the_marks_change_nothing(request, document.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(4))
def test_the_marks_change_nothing_of_a_text_by_chance(request: pytest.FixtureRequest, seed: int) -> None:
    chance = random.Random(seed)
    texts = [text_by_chance(chance, chance.randrange(1, 40)) for _ in range(100)]
    marked = [parse(text).html for text in texts]
    request.getfixturevalue("unmarked")
    assert marked == [parse(text).html for text in texts]


def shown(document: Document, *names: str) -> list[str]:
    """Return the source of each node."""
    nodes = (node for name in names for node in getattr(document, name))
    return [document.source[node.span.start : node.span.end] for node in nodes]


LINKS = {
    "inline": ("Ә [б в](/news/) г", ["[б в](/news/)"], ["/news/"]),
    "with a title": ('[а](/a/ "б") [в](</c d/> \'е\')', ['[а](/a/ "б")', "[в](</c d/> 'е')"], ["/a/", "/c d/"]),
    "by reference": ("[а][б] [б][] [б]\n\n[б]: /c/", ["[а][б]", "[б][]", "[б]"], ["/c/"] * 3),
    "an address": ("<https://x.kz/ә> <a@x.kz>", ["<https://x.kz/ә>", "<a@x.kz>"], ["https://x.kz/ә", "<a@x.kz>"]),
    "without words": ("[](/) [ ](#)", ["[](/)", "[ ](#)"], ["/", "#"]),
    "twice the same": ("[а](/a/)[а](/a/)\n\n[а](/a/)", ["[а](/a/)"] * 3, ["/a/"] * 3),
    "words with markup": ("[**а** `б` \\] в](/a/)", ["[**а** `б` \\] в](/a/)"], ["/a/"]),
    "in a list, a table, a quotation": (
        "- [а](/a/)\n    - [б](/b/)\n\n| [в](/c/) |\n|---|\n\n> > [г](/d/)",
        ["[а](/a/)", "[б](/b/)", "[в](/c/)", "[г](/d/)"], ["/a/", "/b/", "/c/", "/d/"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "links", "targets"), LINKS.values(), ids=LINKS)
def test_a_link_has_the_place_it_was_written_at(source: str, links: list[str], targets: list[str]) -> None:
    document = parse(source)
    assert shown(document, "links") == links
    assert [source[link.target_span.start : link.target_span.end] for link in document.links] == targets


def test_words_have_the_length_of_their_source_even_where_their_places_overlap() -> None:
    document = parse("а б в")
    block = Block(BlockKind.PARAGRAPH, Span(0, 5), (Span(0, 3), Span(0, 1), Span(2, 5)))
    assert document.words(block) == "а б в"
    assert document.words(Block(BlockKind.PARAGRAPH, Span(0, 5), (Span(2, 3),))) == "  б  "


def test_images_headings_rows_and_tags_have_their_places() -> None:
    source = '## А *б* {#a}\n\nв\n---\n\n![г](д.svg "е") <b>\n\n| ж | з |\n|---|---|\n| и |\n'
    document = parse(source)
    assert shown(document, "headings") == ["## А *б", "в"]
    assert shown(document, "images", "raw_html") == ['![г](д.svg "е")', "<b>"]
    assert shown(document, "rows") == ["| ж | з |", "| и |"]
    assert [row.cells for row in document.rows] == [2, 1]
