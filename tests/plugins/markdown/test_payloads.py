"""No text makes the converter write anything but words, known elements and safe addresses; read by another HTML parser."""

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.markdown import parse
from plugins.markdown.allowed import is_own_file, is_safe_address
from plugins.markdown.html import put_addresses
from tests.plugins.markdown.payloads import PAYLOADS

ALLOWED: dict[str, set[str]] = {
    "a": {"href", "title"}, "img": {"src", "alt", "title"}, "span": {"lang"}, "ol": {"start"}, "td": {"align"}, "th": {"align"},
    "div": {"class", "tabindex"},
}  # fmt: skip
PLAIN = (
    "p", "em", "strong", "code", "pre", "br", "hr", "blockquote", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
    "h1", "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip


def html_of(text: str) -> str:
    """Return the HTML of a text with its addresses as a page has them."""
    return put_addresses(parse(text).html, lambda target: f"/kk{target}" if target.startswith("/") else target)


def elements_of(html: str) -> Iterator[LexborNode]:
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None
    return (node for node in body.traverse() if node.tag != "body")


@pytest.mark.parametrize("text", PAYLOADS, ids=range(len(PAYLOADS)))
def test_only_known_elements_attributes_and_addresses_are_written(text: str) -> None:
    for node in elements_of(html_of(text)):
        assert node.tag in ALLOWED or node.tag in PLAIN, node.html
        assert set(node.attributes) - {"id"} <= ALLOWED.get(node.tag, set()), node.html
        for name in ("href", "src"):
            address = re.sub(r"[\x00-\x20]", "", node.attributes.get(name) or "").casefold()
            assert re.match(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|$)", address), node.html
            assert name == "href" or "//" not in address.replace("\\", "/"), node.html


def test_there_are_enough_payloads_and_none_twice() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) > 150


SAFE = {
    "/news/": True, "#a": True, "https://x.kz/": True, "HTTP://x.kz": True, "mailto:a@x.kz": True, "tel:+7": True, "": True,
    "a.jpg": True, "/a:b": True, "javascript:x": False, " javascript:x": False, "java\nscript:x": False, "JAVASCRIPT:x": False,
    "\u200bjavascript:x": False, "data:x": False, "vbscript:x": False, "x-y:z": False,
}  # fmt: skip


@pytest.mark.parametrize(("address", "is_safe"), SAFE.items())
def test_a_link_leads_to_pages_letters_and_telephones_only(address: str, is_safe: bool) -> None:
    assert is_safe_address(address) is is_safe


@pytest.mark.parametrize(
    "address", ["//x.kz/a.jpg", "https://x.kz/a.jpg", "\\\\x.kz/a", "/\\x.kz/a", "data:image/png,x", "/\t/x.kz"]
)
def test_an_image_is_loaded_from_the_site_only(address: str) -> None:
    assert not is_own_file(address)


@pytest.mark.parametrize("address", ["a.jpg", "үй-1.jpg", "../a/b.jpg"])
def test_an_image_of_the_site_is_kept(address: str) -> None:
    assert is_own_file(address)
