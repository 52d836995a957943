"""Markdown to HTML: what editors write, what comes out, and that no text leaves a trace in the next."""

import json

import pytest

from plugins.markdown import Document, parse
from plugins.markdown.parse import MarkdownParser

MARK = "\u0001"
TABLE = "<table>\n<thead>\n<tr>\n<th>Ә</th>\n<th>Б</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
FRAMED = f'<div class="table-frame" tabindex="0">{TABLE}</div>'
SOURCE = "| Ә | Б |\n|---|---|\n| 1 | 2 |"

HTML = {
    "paragraph in Kazakh": ("Әғқңөұүһі ӘҒҚҢӨҰҮҺІ", "<p>Әғқңөұүһі ӘҒҚҢӨҰҮҺІ</p>"),
    "paragraph in Russian": ("Ещё **мёд**", "<p>Ещё <strong>мёд</strong></p>"),
    "nothing": ("", ""),
    "two lists": ("1. бір\n\n- екі", "<ol>\n<li>бір</li>\n</ol>\n<ul>\n<li>екі</li>\n</ul>"),
    "list that begins at three": ("3. үш\n4. төрт", '<ol start="3">\n<li>үш</li>\n<li>төрт</li>\n</ol>'),
    "definition": ("Жарна\n:   ақша", "<dl>\n<dt>Жарна</dt>\n<dd>ақша</dd>\n</dl>"),
    "attributes": ("мәтін\n{: #орын }", '<p id="орын">мәтін</p>'),
    "passage in Russian": ("[слово]{lang=ru} сөз", '<p><span lang="ru">слово</span> сөз</p>'),
    "passage in English, last": ("сөз [word]{lang=en}", '<p>сөз <span lang="en">word</span></p>'),
    "two passages": ("[а]{lang=ru}, [b]{lang=en}", '<p><span lang="ru">а</span>, <span lang="en">b</span></p>'),
    "strong passage": ("[**слово**]{lang=ru}", '<p><span lang="ru"><strong>слово</strong></span></p>'),
    "passage in a heading": ("## [Сөз]{lang=kk} {#a}", '<h2 id="a"><span lang="kk">Сөз</span></h2>'),
    "brackets that are no passage": ("[сөз] {lang=ru}", "<p>[сөз] {lang=ru}</p>"),
    "passage in a language of four letters": ("[сөз]{lang=kazk}", "<p>[сөз]{lang=kazk}</p>"),
    "passage in code": ("`[сөз]{lang=ru}`", "<p><code>[сөз]{lang=ru}</code></p>"),
    "table": (SOURCE, FRAMED),
    "table between paragraphs": (f"а\n\n{SOURCE}\n\nб", f"<p>а</p>\n{FRAMED}\n<p>б</p>"),
    "two tables": (f"{SOURCE}\n\n{SOURCE}", f"{FRAMED}\n{FRAMED}"),
    "table in a quotation": (
        "> " + SOURCE.replace("\n", "\n> "), f"<blockquote>\n{FRAMED}\n</blockquote>",
    ),
    "signs of HTML": ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "html"), HTML.values(), ids=HTML)
def test_markdown_becomes_html(source: str, html: str) -> None:
    assert parse(source).html == html


# source, marked address in the HTML, target as the rules see it
ADDRESSES = {
    "page": ("[а](/news/)", "/news/", "/news/"),
    "page with a title": ('[а](/news/ "б")', "/news/", "/news/"),
    "page by reference": ("[а][1]\n\n[1]: /news/", "/news/", "/news/"),
    "query with an ampersand": ("[а](/a/?b=1&c=2)", "/a/?b=1&amp;c=2", "/a/?b=1&c=2"),
    "ampersand that looks like an entity": ("[а](/a/?b&copy=2)", "/a/?b&amp;copy=2", "/a/?b&copy=2"),
    "double quotes": ('[а](/"a"/)', "/&quot;a&quot;/", '/"a"/'),
    "single quote": ("[а](/a'b/)", "/a'b/", "/a'b/"),
    "space": ("[а](</a b/>)", "/a b/", "/a b/"),
    "less than": ("[а](/a<b/)", "/a&lt;b/", "/a<b/"),
    "underscores": (r"[а](/a_b_c\_d/)", "/a_b_c_d/", "/a_b_c_d/"),
    "Kazakh letters": ("[а](/әғқңөұүһі/)", "/әғқңөұүһі/", "/әғқңөұүһі/"),
    "fragment": ("[а](#ёлка)", "#ёлка", "#ёлка"),
    "other site": ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
    "mail": ("[а](mailto:a@example.kz)", "mailto:a@example.kz", "mailto:a@example.kz"),
    "mail in pointed brackets": ("<a@example.kz>", "mailto:a@example.kz", "mailto:a@example.kz"),
    "nothing": ("[а]()", "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("source", "marked", "target"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_marked_and_reported(source: str, marked: str, target: str) -> None:
    document = parse(source)
    assert f'<a href="{MARK}{marked}{MARK}"' in document.html
    assert [link.target for link in document.links] == [target]


def test_a_picture_is_distinguished_from_a_page() -> None:
    document = parse("[![бет](ә.svg)](/news/)")
    assert document.html == f'<p><a href="{MARK}/news/{MARK}"><img alt="бет" src="{MARK}ә.svg{MARK}"></a></p>'
    assert ([link.target for link in document.links], [image.target for image in document.images]) == (
        ["/news/"],
        ["ә.svg"],
    )


def test_links_are_recorded_in_the_order_of_the_text_each_as_often_as_it_stands() -> None:
    links = parse("[а](/b/) ![ә](a.svg)\n\n- [б](/a/)\n\n| x |\n|---|\n| [в](/b/) |").links
    assert [link.target for link in links] == ["/b/", "/a/", "/b/"]


@pytest.mark.parametrize("source", ["`[а](/b/)`", "    [а](/b/)", "[а] (/b/)", "[а][б]"])
def test_what_only_looks_like_a_link_is_none(source: str) -> None:
    document = parse(source)
    assert document.links == ()
    assert MARK not in document.html


@pytest.mark.parametrize(
    "source",
    ["а\u0001б", "а\u0002б\u0003", "\u0001аб\u0001", "а\u0001\u0001б"],
    ids=["one", "others", "pair", "beside"],
)
def test_an_editors_control_characters_cannot_pass_for_marks(source: str) -> None:
    assert parse(source).html.replace(" ", "") == "<p>аб</p>"


def test_a_mark_inside_an_address_or_code_is_stripped_as_well() -> None:
    document = parse("[а](/b/\u0001c/) `\u0001`")
    assert [link.target for link in document.links] == ["/b/ c/"]
    assert document.html.count(MARK) == 2


HEADINGS = {
    "given id": ("## Тақырып {#first}", [(2, "first", "Тақырып")]),
    "id of Kazakh letters": ("## Әділ баға", [(2, "әділ-баға", "Әділ баға")]),
    "id with ё": ("### Ёлка и мёд", [(3, "ёлка-и-мёд", "Ёлка и мёд")]),
    "equal headings": ("## А\n\n## А\n\n## А", [(2, "а", "А"), (2, "а_1", "А"), (2, "а_2", "А")]),
    "levels": (
        "## А\n\n### Б\n\n#### В\n\n## Г",
        [(2, "а", "А"), (3, "б", "Б"), (4, "в", "В"), (2, "г", "Г")],
    ),
    "deeper first": ("### А\n\n## Б", [(3, "а", "А"), (2, "б", "Б")]),
    "markup inside": ("## **Ә** `б`", [(2, "ә-б", "Ә б")]),
    "none": ("мәтін", []),
    "in code": ("    ## А", []),
}


@pytest.mark.parametrize(("source", "headings"), HEADINGS.values(), ids=HEADINGS)
def test_headings_are_recorded_in_order_with_their_ids(source: str, headings: list[tuple[int, str, str]]) -> None:
    assert [(found.level, found.id, found.text) for found in parse(source).headings] == headings


@pytest.mark.parametrize("source", ["## Тақырып {#first}", "## Әділ баға", "## А\n\n## А"])
def test_the_ids_of_headings_stand_in_the_html(source: str) -> None:
    document = parse(source)
    assert document.headings
    assert all(f'<h2 id="{heading.id}">' in document.html for heading in document.headings)


TEXTS = {
    "headings": "## Тақырып\n\n## Тақырып",
    "reference": "[а][сілтеме]\n\n[сілтеме]: /news/",
    "use of a reference it does not have": "[а][сілтеме]",
    "links": "[а](/a/) ![ә](b.svg)",
    "raw HTML": "<div>\nә\n</div>",
    "open bracket": "[а](/b",
    "table": SOURCE,
    "code that is not closed": "```\n## А",
}


@pytest.mark.parametrize("between", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS)
def test_a_parser_keeps_nothing_between_texts(source: str, between: str) -> None:
    parser = MarkdownParser()
    first = parser.parse(source)
    parser.parse(between)
    assert parser.parse(source) == first == parse(source)


def test_a_document_survives_as_plain_data() -> None:
    document = parse("## Ә {#a}\n\n[ё](/b/) ![қ](c.svg)\n\n| а |\n|---|\n\n[в]{lang=ru} <b> {: .c}")
    assert Document.from_parts(json.loads(json.dumps(document.to_parts()))) == document


@pytest.mark.parametrize(
    "parts", [{}, {"html": ""}, {"source": "", "html": "", "text": "", "ids": [], "blocks": [[1]]}, [], "text", None]
)
def test_other_data_is_no_document(parts: object) -> None:
    with pytest.raises((KeyError, TypeError)):
        Document.from_parts(parts)  # type: ignore[arg-type]
