"""The allow-list of elements, attributes and addresses; everything else is removed from the converted tree (pure).

The converter makes nothing else from a text; this is where it is stated, and where a new extension would be stopped.
"""

import re
from collections.abc import Mapping
from html import unescape
from xml.etree.ElementTree import Element

_ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("p", "em", "strong", "code", "pre", "br", "hr", "blockquote"), frozenset[str]()),
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), frozenset[str]()),
    **dict.fromkeys(("ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr"), frozenset[str]()),
    **dict.fromkeys(("td", "th"), frozenset({"align"})),
    "ol": frozenset({"start"}),
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
    "span": frozenset({"lang"}),
}
"""Attributes that each element may have, beside `id`."""

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PATH = re.compile("[/?#]")
_NOT_READ = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
"""Characters a browser passes over in an address, or an eye does."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{1,32});")


def filter_tree(root: Element) -> None:
    """Take out of the tree below `root` what is not on the list; the words of an element stay."""
    for element in root.iter():
        if element is root or element.tag is None:
            continue
        allowed = _ELEMENTS.get(element.tag)
        if allowed is None:
            element.tag = None  # type: ignore[assignment]  # written without a tag
            element.attrib.clear()
            continue
        for name, value in list(element.items()):
            if (
                (name not in allowed and name != "id")
                or (name == "href" and not is_safe_address(value))
                or (name == "src" and not is_own_file(value))
            ):
                del element.attrib[name]


def plain_address(written: str) -> str:
    """Return an address as a browser reads it from an attribute: with its entities resolved."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), written)


def is_safe_address(address: str) -> bool:
    """Return whether a link may lead to the address: no script, no data, no other program."""
    scheme = _scheme(address)
    return scheme is None or scheme in _SCHEMES


def is_own_file(address: str) -> bool:
    """Return whether an image is loaded from the site itself."""
    seen = _NOT_READ.sub("", address).replace("\\", "/")
    return not seen.startswith("//") and _scheme(address) is None


def _scheme(address: str) -> str | None:
    """Return what is before a colon, also where it is no scheme by the letter: a browser may be more lenient."""
    before, colon, _ = _PATH.split(_NOT_READ.sub("", address), maxsplit=1)[0].partition(":")
    return before.casefold() if colon else None
