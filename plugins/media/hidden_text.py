"""Finds the words of an SVG that its attributes or its style sheet hide (pure).

Words in the colour of what lies beneath them are found by `covered_words.py`, from a picture of the drawing.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STYLE_SHEET = "{http://www.w3.org/2000/svg}style"
_INHERITED = ("fill", "stroke", "visibility", "fill-opacity", "font-size", "text-anchor")
_ZERO = re.compile(r"[+-]?(?:0+(?:\.0*)?|\.0+)(?:px|%|em|pt)?")
_MOVED, _SHRUNK = (
    re.compile(r"translate[XY]?\(([^()]*)\)"),
    re.compile(r"scale[XY]?\(\s*[+-]?(?:0+(?:\.0*)?|\.0+)\s*[,)]"),
)
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")
_NO_INK = ("none", "transparent")

Style = Mapping[str, str]
"""Attributes and properties by name."""


class Sight:
    """What is seen of the words of one drawing."""

    def __init__(self, root: ElementTree.Element) -> None:
        """Read the style sheets of a drawing and its viewBox."""
        self._left, self._top, self._width, self._height = map(float, root.get("viewBox", "").replace(",", " ").split())
        self._side = max(self._width, self._height)
        self._sheet: dict[str, dict[str, str]] = {}
        for sheet in root.iter(_STYLE_SHEET):
            for selectors, body in rules("".join(sheet.itertext())):
                for part in selectors.split(","):
                    if names := re.findall(r"[.#]?[^\s.#:>+~\[]+", part):
                        self._sheet.setdefault(names[-1], {}).update(declarations(body))

    def style_of(self, element: ElementTree.Element, local: str, inherited: Style) -> dict[str, str]:
        """Return the attributes of an element with what it inherits, what a sheet says of it, and its own style.

        Of a selector only the last part counts, and a later rule wins.
        """
        names = ("*", local, *(f".{name}" for name in element.get("class", "").split()), f"#{element.get('id', '')}")
        style = {name: inherited[name] for name in _INHERITED if name in inherited} | element.attrib
        for name in names:
            style.update(self._sheet.get(name, {}))
        return style | declarations(element.get("style", ""))

    def hides_all(self, style: Style) -> bool:
        """Return whether nothing inside an element is seen, whatever its parts say."""
        moves = style.get("transform", "")
        numbers = (float(number) for found in _MOVED.findall(moves) for number in _NUMBER.findall(found))
        return (
            style.get("display") == "none"
            or _is_zero(style, "opacity")
            or bool(_SHRUNK.search(moves))
            or any(abs(number) > 3 * self._side for number in numbers)
        )

    def hides_words(self, style: Style, *, is_moved: bool) -> bool:
        """Return whether the words that are in an element of this style have no ink, no size, or a place outside."""
        see_through = style.get("fill") in _NO_INK or _is_zero(style, "fill-opacity")
        return (
            style.get("visibility") in ("hidden", "collapse")
            or (see_through and style.get("stroke", "none") in _NO_INK)
            or _is_zero(style, "font-size")
            or (not is_moved and (self._is_tiny(style) or self._is_outside(style)))
        )

    def _is_tiny(self, style: Style) -> bool:
        """Return whether the letters are lower than a pixel where the drawing is 600 pixels wide."""
        size = re.fullmatch(rf"({_NUMBER.pattern})(?:px)?", style.get("font-size", ""))
        return size is not None and float(size[1]) < self._side / 600

    def _is_outside(self, style: Style) -> bool:
        places = [_NUMBER.match(style.get(axis, "0").strip()) for axis in "xy"]
        across, down = (float(place[0]) if place else 0.0 for place in places)
        is_beside = not self._left - self._width <= across <= self._left + 2 * self._width
        return is_beside or not self._top - self._height <= down <= self._top + 2 * self._height


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule of a style sheet; rules with `@` and those inside are left out."""
    depth, text, selectors = 0, "", ""
    for part in re.split(r"([{}])", COMMENT.sub(" ", sheet)):
        if part == "{":
            depth += 1
            selectors = text.rpartition(";")[2].strip() if depth == 1 else selectors
        elif part == "}":
            if depth == 1 and selectors and not selectors.startswith("@"):
                yield selectors, text
            depth = max(0, depth - 1)
        text = "" if part in "{}" else part


def declarations(body: str) -> dict[str, str]:
    """Return the properties of CSS declarations by name."""
    pairs = (part.partition(":") for part in COMMENT.sub(" ", body).split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _is_zero(style: Style, name: str) -> bool:
    return _ZERO.fullmatch(style.get(name, "1").strip()) is not None
