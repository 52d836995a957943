"""Marked addresses become those of the site."""

import pytest

from plugins.markdown import parse
from plugins.markdown.html import put_addresses

LINK = "[а]({})"


def below_kk(target: str) -> str:
    return f"/kk{target}" if target.startswith("/") else target


PAGES = {
    "page": ("/news/", "/kk/news/"),
    "page with a fragment": ("/news/#ә", "/kk/news/#ә"),
    "query with an ampersand": ("/a/?b=1&c=2", "/kk/a/?b=1&amp;c=2"),
    "ampersand that looks like an entity": ("/a/?b&copy=2", "/kk/a/?b&amp;copy=2"),
    "quotes": ('/"a"/', "/kk/&quot;a&quot;/"),
    "less than": ("/a<b/", "/kk/a&lt;b/"),
    "Kazakh letters": ("/әғқңөұүһі/", "/kk/әғқңөұүһі/"),
    "other site": ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
    "mail": ("mailto:a@example.kz", "mailto:a@example.kz"),
    "fragment": ("#ё", "#ё"),
}


@pytest.mark.parametrize(("target", "address"), PAGES.values(), ids=PAGES)
def test_a_marked_address_becomes_that_of_the_site(target: str, address: str) -> None:
    assert put_addresses(parse(LINK.format(target)).html, below_kk) == f'<p><a href="{address}">а</a></p>'


@pytest.mark.parametrize("target", [target for target, _ in PAGES.values()], ids=PAGES)
def test_the_site_is_asked_for_what_the_editor_wrote(target: str) -> None:
    asked: list[str] = []
    put_addresses(parse(LINK.format(target)).html, lambda reported: asked.append(reported) or reported)
    assert asked == [target]


def test_every_address_is_replaced_in_its_order() -> None:
    html = parse("[а](/a/) ![б](b.svg)\n\n[в](/a/)").html
    answers = iter(["/1/", "/2.svg", "/3/"])
    assert put_addresses(html, lambda _: next(answers)) == (
        '<p><a href="/1/">а</a> <img alt="б" src="/2.svg"></p>\n<p><a href="/3/">в</a></p>'
    )


@pytest.mark.parametrize(
    ("answer", "escaped"),
    [('"><script>', "&quot;&gt;&lt;script&gt;"), ("a&b", "a&amp;b"), ("&amp;", "&amp;amp;"), (r"\1 \g<0>", r"\1 \g&lt;0&gt;")],
    ids=["markup", "ampersand", "entity", "backslashes"],
)  # fmt: skip
def test_what_the_site_answers_is_escaped(answer: str, escaped: str) -> None:
    assert put_addresses(parse("[а](/a/)").html, lambda _: answer) == f'<p><a href="{escaped}">а</a></p>'


def test_a_mail_address_in_pointed_brackets_is_readable_again() -> None:
    html = put_addresses(parse("<a@example.kz>").html, below_kk)
    assert html.startswith('<p><a href="mailto:a@example.kz">')


def test_html_without_marks_stays_as_it_is() -> None:
    html = "<p>&amp; әғқңөұүһі ё</p>"
    assert put_addresses(html, below_kk) == html
