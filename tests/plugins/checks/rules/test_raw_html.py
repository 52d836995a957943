"""HTML in Markdown: every tag that opens is reported, and every attribute that acts."""

from pathlib import Path

import pytest

from plugins.checks.rules import raw_html
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.html_bodies import FINE, Fault, html_found
from tests.small_site import index_text, write

# body, line of the body, column and what is found of each fault
CASES: dict[str, tuple[str, list[Fault]]] = {
    "a film in a frame, which another rule reports": ('Фильм:\n\n<iframe width="560" src="https://www.youtube.com/embed/x"></iframe>', []),
    "a frame without an address": ("<iframe></iframe>", [(1, 1, "<iframe>")]),
    "a script": ("Ә\n<script>alert(1)</script>", [(2, 1, "<script>")]),
    "a login": ('Ә\n\n<form method="post">\n<label>а</label>\n\n<input type="password">\n</form> <b>б</b>', [(7, 9, "<b>")]),
    "fields without a form, which another rule reports": ('<input name="a"> <select></select>\n<button>а</button>\n\n<textarea>', []),
    "words that only begin so": ("<formula> <buttons>", [(1, 1, "<formula>"), (1, 11, "<buttons>")]),
    "first, middle and last": ("<b>а</b> ә <i>б</i>\n\nё <u>в</u>", [(1, 1, "<b>"), (1, 12, "<i>"), (3, 3, "<u>")]),
    "a comment": ("Сөз <!-- ескерту --> сөз", [(1, 5, "<!-->")]),
    "an instruction": ("<?php echo 1 ?>", [(1, 1, "<?php>")]),
    "a tag that closes itself": ("Жол<br/>жол", [(1, 4, "<br>")]),
    "in a list, in a cell, in a heading": ("- <b>а</b>\n\n| <b>б</b> | в |\n|---|---|\n\n## <b>г</b>", [(1, 3, "<b>"), (3, 3, "<b>"), (6, 4, "<b>")]),
    "among Kazakh letters": ("әғқңөұүһі<b>ё</b>", [(1, 10, "<b>")]),
    "in code that is none: its signs are escaped": ("\\`<b>а</b>\\`", [(1, 3, "<b>")]),
    "in code that is none: it is not closed": ("а` <b>а</b> ``", [(1, 4, "<b>")]),
    "between two pieces of code": ("`а` <b>б</b> `в`", [(1, 5, "<b>")]),
    "an attribute that acts": ('[а](/news/){onclick="x()"}', [(1, 12, "{onclick=…}")]),
    "an attribute with a colon": ("## А {: #id style=color:red }", [(1, 6, "{style=…}")]),
    "a class": ("## А {#on-a .src}", [(1, 6, "{.src}")]),
    "an attribute that changes the picture": ("![а](paper.svg){src=//x.kz/a.jpg}", [(1, 16, "{src=…}")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_html_is_reported_where_it_opens(content: Path, language: str, body: str, expected: list[Fault]) -> None:
    assert html_found(raw_html.check, content, language, body) == expected


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_markdown_is_not_reported(content: Path, body: str) -> None:
    assert html_found(raw_html.check, content, "kk", body) == []


def test_html_above_a_list_is_reported(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слова.\n\n<b>а</b>"))
    assert reported_by(raw_html.check, content) == [("news/index.ru.md", 7, 1, "raw-html", {"found": "<b>"})]
