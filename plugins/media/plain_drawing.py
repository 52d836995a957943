"""A drawing (SVG) written anew with what it draws, and nothing else (pure).

Editing programs and people leave words in a drawing that no page shows: titles, descriptions, names of layers and objects,
data of plug-ins, text that is hidden. Elements, attributes and style properties pass by list; ids and classes get new names.
`vector.py` has checked the file before.
"""

import re
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from plugins.media.drawing_vocabulary import GEOMETRY, STYLE

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK_HREF, _SPACE = "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = {"text", "tspan", "textPath"}
_NOT_DRAWN = {"title", "desc"}
_DRAWN_WHERE_NAMED = {"defs", "symbol", "clipPath", "mask", "pattern", "marker"}
_LAYOUT_ONLY = {"d": re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]*"), "points": re.compile(r"[0-9eE+\-.,\s]*")}
"""A browser draws a path up to the first sign that is none of a path."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAMED_URL = re.compile(r"url\( ?['\"]?#([^'\")\s]*)['\"]? ?\)")
_SELECTORS, _BODY, _NAME = (
    re.compile(r"[^{};]+(?=\{)"),
    re.compile(r"\{([^{}]*)\}"),
    re.compile(r"([.#])([^\s.#:,>+~\[\]()*{}]+)"),
)


def plain_drawing(raw: bytes) -> bytes:
    """Return a drawing that shows the same and says nothing more. `raw` has passed `vector.measure_drawing`."""
    root = ElementTree.fromstring(raw)
    return f'<svg xmlns="{_SVG[1:-1]}"{_Writer(root).written(root)}'.encode()


class _Writer:
    def __init__(self, root: ElementTree.Element) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._named = {match for element in root.iter() for match in _references(element)}
        self._box = [float(part) for part in root.get("viewBox", "").replace(",", " ").split()]

    def written(self, element: ElementTree.Element, *, is_hidden: bool = False, is_moved: bool = False) -> str:
        """Return the attributes and the inside of an element, to its end."""
        local = element.tag.removeprefix(_SVG)
        style = _declared(element)
        is_named = element.get("id", "") in self._named
        hides = _hides(style) or (local in _DRAWN_WHERE_NAMED and not is_named)
        is_hidden = (is_hidden and not is_named) or hides
        is_moved = is_moved or "transform" in style or local in _DRAWN_WHERE_NAMED
        attributes = "".join(
            f" {name}={quoteattr(value)}" for name, value in self._attributes(element) if value.isascii()
        )
        shows_text = local in _TEXT and not (is_hidden or (not is_moved and self._is_outside(element)))
        inside = escape(element.text or "") if shows_text else ""
        if local == "style":
            inside = escape(self._sheet("".join(element.itertext())))
        for child in element:
            name = str(child.tag).removeprefix(_SVG)
            if name not in _NOT_DRAWN:
                inside += f"<{name}{self.written(child, is_hidden=is_hidden, is_moved=is_moved)}"
            if shows_text:
                inside += escape(child.tail or "")
        return (
            f"{attributes}>{inside}</{local}>"
            if inside
            else f"{attributes}></{local}>"
            if local == "svg"
            else f"{attributes}/>"
        )

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
            elif key == _SPACE:
                kept.append(("xml:space", value))
            elif key in _LAYOUT_ONLY:
                match = _LAYOUT_ONLY[key].match(value)
                kept.append((key, match.group(0) if match else ""))
            elif key in GEOMETRY or key in STYLE:
                kept.append((key, self._urls(value)))
        return kept

    def _name(self, kind: str, given: str) -> str:
        """Return the new name of an id (`#`), a class (`.`) or a result of a filter (`=`)."""
        return self._names.setdefault((kind, given), f"{'icr'['#.='.index(kind)]}{len(self._names)}")

    def _urls(self, value: str) -> str:
        return _NAMED_URL.sub(lambda match: f"url(#{self._name('#', unquote(match[1]))})", value)

    def _declarations(self, body: str) -> str:
        pairs = (part.partition(":") for part in _COMMENT.sub(" ", body).split(";"))
        kept = ((name.strip(), self._urls(value.strip())) for name, _, value in pairs)
        return ";".join(f"{name}:{value}" for name, value in kept if name in STYLE and value.isascii())

    def _sheet(self, sheet: str) -> str:
        plain = _one_line(_COMMENT.sub(" ", sheet))
        ruled = _BODY.sub(lambda match: "{" + self._declarations(match[1]) + "}", plain)
        return _SELECTORS.sub(
            lambda match: _NAME.sub(lambda name: name[1] + self._name(name[1], name[2]), match[0]), ruled
        )

    def _is_outside(self, element: ElementTree.Element) -> bool:
        """Return whether a text that nothing moves begins far outside the drawing."""
        try:
            across, down = (float(re.split(r"[\s,]", element.get(axis, "0").strip())[0]) for axis in "xy")
        except ValueError:
            return False
        left, top, width, height = self._box
        return not (left - width <= across <= left + width and top - 1 <= down <= top + height * 2)


def _references(element: ElementTree.Element) -> list[str]:
    """Return the ids that an element names."""
    values = element.attrib.items()
    links = [unquote(value[1:]) for key, value in values if key in ("href", _XLINK_HREF)]
    return links + [unquote(found) for _, value in values for found in _NAMED_URL.findall(_one_line(value))]


def _declared(element: ElementTree.Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in _COMMENT.sub(" ", element.get("style", "")).split(";"))
    return {**element.attrib, **{name.strip(): value.strip() for name, _, value in pairs}}


def _hides(style: dict[str, str]) -> bool:
    """Return whether nothing of an element, or of the words in it, is to be seen."""
    see_through = style.get("fill") in ("none", "transparent") and style.get("stroke", "none") == "none"
    zeros = (style.get(name, "1") for name in ("opacity", "fill-opacity", "font-size"))
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or see_through
        or any(re.fullmatch(r"[+-]?0*\.?0*(?:px|%|em|pt)?", zero.strip()) and "0" in zero for zero in zeros)
    )


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
