"""The HTML of a document made ready for its page: pictures and marked addresses become those of the site (pure)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from plugins.markdown.tags import Tag, attributes_as_html, tags

ADDRESS_MARK = "\u0001{}\u0001"
"""What stands for an address in converted HTML; the text between the marks is what the editor wrote."""

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
    drawn = "".join(_with_pictures(html, picture_of)) if "<img " in html else html
    parts = drawn.split(ADDRESS_MARK[0])
    parts[1::2] = (escape(address_of(unescape(target))) for target in parts[1::2])
    return "".join(parts)


def _with_pictures(html: str, picture_of: Callable[[TextPicture], str | None]) -> Iterator[str]:
    place = above = 0
    is_first = True
    for tag in tags(html):
        above += tag.start - place
        yield html[place : tag.start]
        place = tag.end
        drawn = None
        if tag.name == "img" and (target := dict(tag.attributes).get("src")):
            drawn = picture_of(_picture(tag, target, is_first and above < _WORDS_BEFORE_THE_FOLD))
            is_first = False
        yield html[tag.start : tag.end] if drawn is None else drawn
    yield html[place:]


def _picture(tag: Tag, target: str, is_first_seen: bool) -> TextPicture:
    others = ((name, value) for name, value in tag.attributes if name != "src")
    return TextPicture(target.strip(ADDRESS_MARK[0]), attributes_as_html(others), is_first_seen)
