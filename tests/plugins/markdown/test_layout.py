"""Lists, tables and headings as GitHub shows them: without an empty line before, and nested by two blanks."""

import pytest

from plugins.markdown import parse


def html_of(source: str) -> str:
    return (
        parse(source).html.replace("\n", "").replace('<div class="table-frame" tabindex="0">', "").replace("</div>", "")
    )


ROW = "<table><thead><tr><th>А</th><th>Ә</th></tr></thead><tbody><tr><td>б</td><td>ё</td></tr></tbody></table>"

TEXTS = {
    "bullets after a paragraph": ("Бір:\n- а\n- ә", "<p>Бір:</p><ul><li>а</li><li>ә</li></ul>"),
    "numbers after a paragraph": ("Раз:\n1. а\n2. ё", "<p>Раз:</p><ol><li>а</li><li>ё</li></ol>"),
    "stars after two lines": ("Бір\nекі\n* а", "<p>Біреkі</p>".replace("k", "к") + "<ul><li>а</li></ul>"),
    "a year at the beginning of a line": ("Жиын болды\n2026. Иә", "<p>Жиын болды2026. Иә</p>"),
    "a year inside an item": ("- болды\n2026. Иә\n- б", "<ul><li>болды2026. Иә</li><li>б</li></ul>"),
    "a hyphen before a figure": ("Түнде\n-5 градус", "<p>Түнде-5 градус</p>"),
    "a dash": ("— Қалай?\n— Жақсы.", "<p>— Қалай?— Жақсы.</p>"),
    "two blanks a level": (
        "- а\n  - б\n    - в\n  - г\n- д",
        "<ul><li>а<ul><li>б<ul><li>в</li></ul></li><li>г</li></ul></li><li>д</li></ul>",
    ),
    "three blanks below a number": ("1. а\n   - б\n2. в", "<ol><li>а<ul><li>б</li></ul></li><li>в</li></ol>"),
    "four blanks, as the library wants them": ("1. а\n    - б\n2. в", "<ol><li>а<ul><li>б</li></ul></li><li>в</li></ol>"),
    "a paragraph of an item": ("- а\n\n  ә\n\n- б", "<ul><li><p>а</p><p>ә</p></li><li><p>б</p></li></ul>"),
    "a line that goes on": ("- а\n  ә\n- б", "<ul><li>а  ә</li><li>б</li></ul>"),
    "bullets after numbers": ("1. а\n- б", "<ol><li>а</li></ol><ul><li>б</li></ul>"),
    "a table after a paragraph": ("Бір:\n| А | Ә |\n|---|---|\n| б | ё |", f"<p>Бір:</p>{ROW}"),
    "a list after a table": ("| А | Ә |\n|---|---|\n| б | ё |\n\n- а", f"{ROW}<ul><li>а</li></ul>"),
    "signs of a table in a sentence": ("а | б\nв | г", "<p>а | бв | г</p>"),
    "in a quotation": ("> Бір:\n> - а\n>   - б", "<blockquote><p>Бір:</p><ul><li>а<ul><li>б</li></ul></li></ul></blockquote>"),
    "a heading that is set in": ("  ## А {#a}\n- б", '<h2 id="a">А</h2><ul><li>б</li></ul>'),
    "lines across the page": ("а\n\n* * *\n\n- - -", "<p>а</p><hr><hr>"),
    "code": ("    - а", "<pre><code>- а</code></pre>"),
    "a paragraph after a list": ("- а\n\nб\n- в", "<ul><li>а</li></ul><p>б</p><ul><li>в</li></ul>"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "html"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_laid_out_as_github_does(source: str, html: str) -> None:
    assert html_of(source) == html


def test_a_link_in_a_list_that_was_moved_keeps_its_place() -> None:
    source = "Бір:\n- [а](/a/)\n  - [б](/b/)\n\n    [в](/c/)"
    document = parse(source)
    assert [source[link.target_span.start : link.target_span.end] for link in document.links] == ["/a/", "/b/", "/c/"]
