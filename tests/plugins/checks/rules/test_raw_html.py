"""HTML in Markdown: every tag that opens is told, what loads from another site by an id of its own."""

from pathlib import Path

import pytest

from plugins.checks.rules import form_in_text, raw_html, third_party_embed
from tests.plugins.checks.checked import CASE_BODY_LINE, together, told_by, write_case
from tests.small_site import index_text, write

HTML = together(form_in_text.check, raw_html.check, third_party_embed.check)

RAW, EMBED, FORM = "raw-html", "third-party-embed", "form-in-text"
PICTURE = "![…](https://…)"

# body, (line of the body, column, rule, found) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "a film in a frame": (
        'Фильм:\n\n<iframe width="560" src="https://www.youtube.com/embed/x"></iframe>', [(3, 1, EMBED, "<iframe>")],
    ),
    "a frame over several lines": ('<iframe\n  src="//video.kz/1"\n></iframe>', [(1, 1, EMBED, "<iframe>")]),
    "a frame in capitals without quotes": ("<IFRAME SRC=https://x.kz/></IFRAME>", [(1, 1, EMBED, "<IFRAME>")]),
    "a frame without an address": ("<iframe></iframe>", [(1, 1, RAW, "<iframe>")]),
    "a script of another site": ('<script src="https://x.kz/a.js"></script>', [(1, 1, EMBED, "<script>")]),
    "a script": ("Ә\n<script>alert(1)</script>", [(2, 1, RAW, "<script>")]),
    "a form of another site": ('<form action="https://x.kz/">', [(1, 1, EMBED, "<form>")]),
    "a login": (
        'Ә\n\n<form method="post">\n<label>а</label>\n\n<input type="password">\n</form> <b>б</b>',
        [(3, 1, FORM, "<form>"), (7, 9, RAW, "<b>")],
    ),
    "fields without a form": (
        '<input name="a"> <select></select>\n<button>а</button>\n\n<textarea>', [(1, 1, FORM, "<input>"), (4, 1, FORM, "<textarea>")],
    ),
    "two forms": ("<form></form> а <FORM></FORM>", [(1, 1, FORM, "<form>"), (1, 17, FORM, "<FORM>")]),
    "a form that is not closed": ("<form>\n<input>\n\nӘ", [(1, 1, FORM, "<form>")]),
    "words that only begin so": ("<formula> <buttons>", [(1, 1, RAW, "<formula>"), (1, 11, RAW, "<buttons>")]),
    "first, middle and last": (
        "<b>а</b> ә <i>б</i>\n\nё <u>в</u>", [(1, 1, RAW, "<b>"), (1, 12, RAW, "<i>"), (3, 3, RAW, "<u>")],
    ),
    "a comment": ("Сөз <!-- ескерту --> сөз", [(1, 5, RAW, "<!-->")]),
    "an instruction": ("<?php echo 1 ?>", [(1, 1, RAW, "<?php>")]),
    "a tag that closes itself": ("Жол<br/>жол", [(1, 4, RAW, "<br>")]),
    "in a list, in a cell, in a heading": (
        "- <b>а</b>\n\n| <b>б</b> | в |\n|---|---|\n\n## <b>г</b>",
        [(1, 3, RAW, "<b>"), (3, 3, RAW, "<b>"), (6, 4, RAW, "<b>")],
    ),
    "among Kazakh letters": ("әғқңөұүһі<b>ё</b>", [(1, 10, RAW, "<b>")]),
    "in code that is none: its signs are escaped": ("\\`<b>а</b>\\`", [(1, 3, RAW, "<b>")]),
    "in code that is none: it is not closed": ("а` <b>а</b> ``", [(1, 4, RAW, "<b>")]),
    "between two pieces of code": ("`а` <b>б</b> `в`", [(1, 5, RAW, "<b>")]),
    "a picture of another site": ("Ә ![үй](https://x.kz/a.jpg)", [(1, 9, EMBED, PICTURE)]),
    "a picture without a protocol": ("![үй](//x.kz/a.jpg)", [(1, 7, EMBED, PICTURE)]),
    "a picture by reference": ("![үй][1]\n\n[1]: https://x.kz/a.jpg", [(3, 6, EMBED, PICTURE)]),
    "two equal pictures": (
        "![а](http://x.kz/a.jpg) ![б](http://x.kz/a.jpg)", [(1, 6, EMBED, PICTURE), (1, 30, EMBED, PICTURE)],
    ),
    "an attribute that acts": ('[а](/news/){onclick="x()"}', [(1, 12, RAW, "{onclick=…}")]),
    "an attribute with a colon": ("## А {: #id style=color:red }", [(1, 6, RAW, "{style=…}")]),
    "a class": ("## А {#on-a .src}", [(1, 6, RAW, "{.src}")]),
    "an attribute that changes the picture": (
        "![а](paper.svg){src=//x.kz/a.jpg}", [(1, 16, RAW, "{src=…}")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_html_is_told_where_it_opens(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str, str]]
) -> None:
    file = write_case(content, language, body)
    assert told_by(HTML, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, rule, {"found": found}) for line, column, rule, found in expected
    ]


FINE = {
    "plain Markdown": "## А {#a}\n\n**Қалың** сөз, [сілтеме](/news/), ![үй](paper.svg).",
    "a smaller sign": "5 < 7, а > б, 3<5, ←",
    "a word in pointed brackets": "<тег> <ә>",
    "an address": "<https://example.kz/> <http://example.kz/a?b=1>",
    "an electronic address": "<info@example.kz> <mailto:info@example.kz> <a.b+c@example.kz>",
    "in code": "`<b>` және `` `<i>` `` және ```<u>```",
    "escaped": "\\<ә> &lt;b&gt;",
    "a passage in another language": "[слова]{lang=ru}",
    "an id of a heading": "## А {#on-a}",
    "between ``` lines": '```\n<iframe src="https://x.kz/"></iframe>\n```',
    "in code that is over two lines": "а `код\n<div>` б",
    "a link to another site": "[сайт](https://example.kz/)",
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_markdown_is_not_told(content: Path, body: str) -> None:
    write_case(content, "kk", body)
    assert told_by(HTML, content) == []


def test_html_above_a_list_is_told(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слова.\n\n<b>а</b>"))
    assert told_by(HTML, content) == [("news/index.ru.md", 7, 1, RAW, {"found": "<b>"})]
