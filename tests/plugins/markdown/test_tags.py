"""Tags with their places."""

import pytest

from plugins.markdown.tags import attributes_as_html, tags

HTML: dict[str, tuple[str, list[str]]] = {
    "none": ("сөз &lt;a&gt;", []),
    "start and end": ("<p>сөз</p>", ["<p>", "</p>"]),
    "several lines": ("<p>\nсөз\n<b>қою</b>\n\n</p>", ["<p>", "<b>", "</b>", "</p>"]),
    "a tag of several lines": ('<a\nhref="/a/">сөз</a>', ['<a\nhref="/a/">', "</a>"]),
    "a sign in a value": ('<img alt="a > b"><i>', ['<img alt="a > b">', "<i>"]),
    "a tag that closes itself": ('<br/>ә<path d="M0 0" />', ["<br/>", '<path d="M0 0" />']),
    "inside a style": ("<style>a{content:'<b>'}</style>", ["<style>", "</style>"]),
    "inside a comment": ("<!-- <b> --><i>", ["<i>"]),
}


@pytest.mark.parametrize(("html", "found"), HTML.values(), ids=HTML)
def test_each_tag_is_found_in_its_place(html: str, found: list[str]) -> None:
    assert [html[tag.start : tag.end] for tag in tags(html)] == found


@pytest.mark.parametrize(
    "written", ['alt="«Үй» &amp; &quot;бақ&quot;" src="/a.jpg"', 'open class=""', "", 'title="a\'b &lt; c"'],
    ids=["signs", "without a value", "none", "apostrophe"],
)  # fmt: skip
def test_attributes_are_written_as_they_were(written: str) -> None:
    (tag,) = tags(f"<x {written}>")
    assert attributes_as_html(tag.attributes) == written
