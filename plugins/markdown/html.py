"""The HTML of a document made ready for its page: pictures and marked addresses become those of the site (pure)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

ADDRESS_MARK = "\u0001{}\u0001"
"""What stands for an address in converted HTML; the text between the marks is what the editor wrote."""

_TARGET = re.escape(ADDRESS_MARK).replace(re.escape("{}"), "([^\u0001]*)")
_ADDRESS = re.compile(_TARGET)
_PICTURE = re.compile(rf'<img ([^>]*?)src="{_TARGET}"([^>]*?) ?/?>')
_TAG = re.compile(r"<[^>]*>")
_WORDS_BEFORE_THE_FOLD = 500
"""Characters of text that are above a picture which a reader still sees before scrolling."""


@dataclass(frozen=True, slots=True)
class TextPicture:
    """A picture of a text: what the editor wrote for its address, its other attributes as HTML, how far down it is."""

    target: str
    attributes: str
    is_first_seen: bool


def put_addresses(
    html: str,
    address_of: Callable[[str], str],
    picture_of: Callable[[TextPicture], str | None] = lambda _: None,
) -> str:
    """Return the HTML with its pictures as `picture_of` draws them and every other marked address as `address_of` gives it.

    `address_of` gets what the editor wrote; what it returns is escaped here. `picture_of` returns HTML, or None where
    the picture is to stay as it is.
    """
    is_first = True

    def put_picture(match: re.Match[str]) -> str:
        nonlocal is_first
        above = len(_TAG.sub("", html[: match.start()])) if is_first else 0
        seen, is_first = is_first and above < _WORDS_BEFORE_THE_FOLD, False
        drawn = picture_of(TextPicture(unescape(match.group(2)), (match.group(1) + match.group(3)).strip(), seen))
        return match.group(0) if drawn is None else drawn

    with_pictures = _PICTURE.sub(put_picture, html) if "<img " in html else html
    return _ADDRESS.sub(lambda match: escape(address_of(unescape(match.group(1)))), with_pictures)
