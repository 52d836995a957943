"""Rewrites an SVG with nothing but what it draws (pure).

Editing programs and people leave words in a drawing that no page shows: titles, descriptions, names of layers and objects,
data of plug-ins, text that is hidden. Elements, attributes and style properties pass by list; ids and classes get new names.
`vector.py` has checked the file before.
"""

import re
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from plugins.media.covered_words import covered_words
from plugins.media.drawing_values import is_plain_selector, is_plain_value, plain_fonts, plain_places, without_exponents
from plugins.media.drawing_vocabulary import DRAWN, GEOMETRY, STYLE
from plugins.media.hidden_text import Sight, Style, declarations, rules

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK_HREF, _SPACE = "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"id", "class", "href", _XLINK_HREF}
_TEXT = {"text", "tspan", "textPath"}
_NOT_DRAWN = {"title", "desc"}
_DRAWN_WHERE_NAMED = {"defs", "symbol", "clipPath", "mask", "pattern", "marker"}
_SYNTAX = {"d": re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]*"), "points": re.compile(r"[0-9eE+\-.,\s]*")}
"""A browser draws a path up to the first sign that is none of a path."""
_NAMED_URL = re.compile(r"url\( ?['\"]?#([^'\"()\s]*)['\"]? ?\)")
_PLAIN_SELECTORS = re.compile(r"[A-Za-z0-9.#*,>+~: -]+")
_NAME = re.compile(r"([.#])([^\s.#:,>+~\[\]()*{}]+)")


def plain_drawing(raw: bytes) -> bytes:
    """Return a drawing that shows the same and says nothing more. `raw` has passed `vector.measure_drawing`.

    Raises PictureFaultError (`unsafe-svg`) for more words than are looked at.
    """
    root = ElementTree.fromstring(raw)
    _write_numbers_out(root)
    return f'<svg xmlns="{_SVG[1:-1]}"{_Writer(root).written(root, {})}'.encode()


class _Writer:
    def __init__(self, root: ElementTree.Element) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._named = {match for element in root.iter() for match in _references(element)}
        self._sight = Sight(root)
        self._covered = covered_words(root, self._sight)

    def written(
        self,
        element: ElementTree.Element,
        inherited: Style,
        *,
        is_hidden: bool = False,
        is_moved: bool = False,
        in_text: bool = False,
    ) -> str:
        """Return the attributes and the inside of an element, to its end."""
        local = element.tag.removeprefix(_SVG)
        is_named = element.get("id", "") in self._named
        style = self._sight.style_of(element, local, {} if is_named else inherited)
        is_hidden = (is_hidden and not is_named) or self._sight.hides_all(style, local)
        is_hidden = is_hidden or (local in _DRAWN_WHERE_NAMED and not is_named)
        is_moved = is_moved or "transform" in style or local in _DRAWN_WHERE_NAMED
        is_hidden_text = is_hidden or element in self._covered or self._sight.hides_words(style, is_moved=is_moved)
        shows_text = local in _TEXT and in_text is (local != "text") and not is_hidden_text
        inside = escape(element.text or "") if shows_text else ""
        if local == "style":
            inside = escape(self._sheet("".join(element.itertext())))
        for child in element:
            name = str(child.tag).removeprefix(_SVG)
            if name not in _NOT_DRAWN:
                inside += f"<{name}{self.written(child, style, is_hidden=is_hidden, is_moved=is_moved, in_text=local in _TEXT)}"
            if shows_text:
                inside += escape(child.tail or "")
        kept = (f" {name}={quoteattr(value)}" for name, value in self._attributes(element) if value.isascii())
        end = f">{inside}</{local}>" if inside or local == "svg" else "/>"
        return "".join(kept) + end

    def _attributes(self, element: ElementTree.Element) -> list[tuple[str, str]]:
        kept: list[tuple[str, str]] = []
        for key, given in element.attrib.items():
            value = _one_line(given)
            if key in ("href", _XLINK_HREF):
                kept.append(("href", "#" + self._name("#", unquote(value[1:]))))
            elif key == "id":
                kept.append((key, self._name("#", value)))
            elif key == "class":
                kept.append((key, " ".join(self._name(".", part) for part in value.split())))
            elif key in ("in", "in2", "result"):
                is_of_the_drawing = value in (
                    "SourceGraphic",
                    "SourceAlpha",
                    "BackgroundImage",
                    "FillPaint",
                    "StrokePaint",
                )
                kept.append((key, value if is_of_the_drawing else self._name("=", value)))
            elif key == "style":
                kept.append((key, self._declarations(value)))
            elif key == _SPACE and value in ("preserve", "default"):
                kept.append(("xml:space", value))
            elif key in _SYNTAX:
                match = _SYNTAX[key].match(value)
                kept.append((key, plain_places(match[0]) if match else ""))
            elif (key in GEOMETRY or key in STYLE) and (plain := self._plain(key, value)):
                kept.append((key, plain))
        return kept

    def _name(self, kind: str, given: str) -> str:
        """Return the new name of an id (`#`), a class (`.`) or a result of a filter (`=`)."""
        return self._names.setdefault((kind, given), f"{'icr'['#.='.index(kind)]}{len(self._names)}")

    def _plain(self, name: str, value: str) -> str:
        """Return a value with new names, or nothing where it draws nothing."""
        value = plain_fonts(value) if name == "font-family" else self._urls(value)
        return value if is_plain_value(value) else ""

    def _urls(self, value: str) -> str:
        return _NAMED_URL.sub(lambda match: f"url(#{self._name('#', unquote(match[1]))})", value)

    def _declarations(self, body: str) -> str:
        kept = ((name, self._plain(name, _one_line(value))) for name, value in declarations(body).items())
        return ";".join(f"{name}:{value}" for name, value in kept if name in STYLE and value and value.isascii())

    def _sheet(self, sheet: str) -> str:
        """Return the rules of a style sheet with new names."""
        renamed = (
            (_NAME.sub(lambda name: name[1] + self._name(name[1], name[2]), selectors), body)
            for selectors, body in rules(sheet)
        )
        return "".join(
            f"{selectors}{{{self._declarations(body)}}}"
            for selectors, body in renamed
            if _PLAIN_SELECTORS.fullmatch(selectors) and is_plain_selector(selectors, DRAWN)
        )


def _write_numbers_out(root: ElementTree.Element) -> None:
    """Put decimals in the place of numbers with an exponent, so that each limit on numbers holds for them too."""
    for element in root.iter():
        for key in element.attrib.keys() - _NAMES:
            element.set(key, without_exponents(element.attrib[key]))
        if element.tag == f"{_SVG}style":
            element.text = without_exponents(element.text or "")


def _references(element: ElementTree.Element) -> list[str]:
    """Return the ids that an element names."""
    values = element.attrib.items()
    links = [unquote(value[1:]) for key, value in values if key in ("href", _XLINK_HREF)]
    return links + [unquote(found) for _, value in values for found in _NAMED_URL.findall(_one_line(value))]


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
