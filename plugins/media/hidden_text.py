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
NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")
_PLACE = re.compile(rf"({NUMBER.pattern})(%|px)?(?![\w.])")
_FRAMES = ("svg", "use")
"""Elements that show nothing where they have no width or height."""
_NO_INK = ("none", "transparent")
_PLAIN = {
    "transform": re.compile(r"(?:(?:matrix|translate|scale|rotate|skew)[XY]?\s*\([-+.\d\s,eEpxdg]*\)[\s,]*)*|none"),
    "clip-path": re.compile(r"url\([^()]*\)|none"),
    "mask": re.compile(r"url\([^()]*\)|none"),
    "filter": re.compile(r"url\([^()]*\)|none"),
    "opacity": re.compile(r"[-+.\deE]+%?"),
    "font-size": re.compile(r"[-+.\deE]+(?:px|pt|em|rem|%|mm|cm|in|ex)?|[a-z-]+"),
    "baseline-shift": re.compile(r"sub|super|baseline|[-+]?\d{0,2}(?:\.\d*)?(?:px|%|em)?"),
}
"""How a value must look where it decides whether words are seen; others may move them away, or make them vanish."""

Style = Mapping[str, str]
"""Attributes and properties by name."""


class Sight:
    """What is seen of the words of one drawing."""

    def __init__(self, root: ElementTree.Element) -> None:
        """Read the style sheets of a drawing and its viewBox."""
        self._left, self._top, self._width, self._height = map(float, root.get("viewBox", "").replace(",", " ").split())
        self._side = max(self._width, self._height)
        self.size = (self._width, self._height)
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

    def hides_all(self, style: Style, local: str) -> bool:
        """Return whether nothing inside an element is seen, whatever its parts say, or whether that cannot be decided."""
        moves = style.get("transform", "")
        numbers = (float(number) for found in _MOVED.findall(moves) for number in NUMBER.findall(found))
        return (
            style.get("display", "").lower() == "none"
            or any(name in style and not form.fullmatch(style[name].strip()) for name, form in _PLAIN.items())
            or (local in _FRAMES and (_is_zero(style, "width") or _is_zero(style, "height")))
            or _is_zero(style, "opacity")
            or bool(_SHRUNK.search(moves))
            or any(abs(number) > 3 * self._side for number in numbers)
        )

    def hides_words(self, style: Style, *, is_moved: bool) -> bool:
        """Return whether the words that are in an element of this style have no ink, no size, or a place outside."""
        see_through = style.get("fill") in _NO_INK or _is_zero(style, "fill-opacity")
        return (
            style.get("visibility", "").lower() in ("hidden", "collapse")
            or style.get("display") == "contents"
            or ("textLength" in style and length(style["textLength"], self._width) < self._width / 100)
            or ("startOffset" in style and not 0 <= length(style["startOffset"], 100, -1) <= 100)
            or (see_through and style.get("stroke", "none") in _NO_INK)
            or _is_zero(style, "font-size")
            or (not is_moved and (self._is_tiny(style) or self._is_outside(style)))
        )

    def _is_tiny(self, style: Style) -> bool:
        """Return whether the letters are lower than a pixel where the drawing is 600 pixels wide."""
        size = re.fullmatch(rf"({NUMBER.pattern})(?:px)?", style.get("font-size", ""))
        return size is not None and float(size[1]) < self._side / 600

    def _is_outside(self, style: Style) -> bool:
        if not all(_PLACE.match(style.get(axis, "0").strip()) for axis in "xy"):  # in ems, or with an exponent
            return True
        across, down = (length(style.get(axis), whole) for axis, whole in (("x", self._width), ("y", self._height)))
        is_beside = not self._left - self._width <= across <= self._left + 2 * self._width
        return is_beside or not self._top - self._height <= down <= self._top + 2 * self._height


def length(written: str | None, whole: float, otherwise: float = 0.0) -> float:
    """Return the first of the lengths of an attribute; per cent are those of `whole`."""
    found = _PLACE.match((written or "").strip())
    if not found:
        return otherwise
    return float(found[1]) * (whole / 100 if found[2] == "%" else 1)


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
    return {name.strip().lower(): value.replace("!important", "").strip() for name, _, value in pairs}


def _is_zero(style: Style, name: str) -> bool:
    return _ZERO.fullmatch(style.get(name, "1").strip()) is not None
