"""Finds the words of an SVG that leave no trace on its picture: in the colour of their ground, or under another shape.

The drawing is drawn once with a bar in the place of each run of words, and once without each bar. No font is needed, and what
`hidden_text.py` cannot see in attributes is found in pixels. A bar is about as large as the words; where it is
larger, words pass for seen.
"""

from dataclasses import dataclass, field
from xml.etree import ElementTree

from PIL import Image, ImageChops

from plugins.design.raster import svg_image
from plugins.media.faults import PictureFaultError
from plugins.media.hidden_text import NUMBER, Sight, Style, length

MOST_RUNS = 200
"""Runs of words that are looked at one by one; a drawing with more labels is no drawing for a phone."""
_SVG = "{http://www.w3.org/2000/svg}"
_TEXT = {f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}textPath"}
_HEIGHT = 480
"""Pixels of the picture that is looked at."""
_LEAST_CONTRAST = 24
"""Difference of a channel, of 255, from which on words stand out from their ground."""
_STANDS_OUT = [255 * (value >= _LEAST_CONTRAST) for value in range(256)]
_LOOK = (
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity", "visibility", "display", "clip-path", "mask",
    "filter", "mix-blend-mode",
)  # fmt: skip
_ASCENT, _HEIGHT_OF_LETTERS, _WIDTH_OF_LETTER = 0.7, 0.75, 0.5
"""Ems."""
_USUAL_SIZE = 16.0


def covered_words(root: ElementTree.Element, sight: Sight) -> frozenset[ElementTree.Element]:
    """Return the elements whose own words are not seen on a white ground.

    Raises PictureFaultError (`unsafe-svg`) for more runs of words than `MOST_RUNS`.
    """
    if not any(element.tag in _TEXT for element in root.iter()):
        return frozenset()
    bars = _Bars(root, sight)
    drawing = bars.copy(root, {}, _Pen())
    if len(bars.found) > MOST_RUNS:
        raise PictureFaultError("unsafe-svg", found=f"<text> × {MOST_RUNS}+")
    seen = _picture(drawing)
    covered = set()
    for element, bar in bars.found.items():
        width = bar.get("width", "")
        bar.set("width", "0")
        if not _differ(seen, _picture(drawing)):
            covered.add(element)
        bar.set("width", width)
    return frozenset(covered)


@dataclass(slots=True)
class _Pen:
    """Where the next words of a text begin."""

    x: float = 0.0
    y: float = 0.0


@dataclass(slots=True)
class _Bars:
    root: ElementTree.Element
    sight: Sight
    found: dict[ElementTree.Element, ElementTree.Element] = field(default_factory=dict)
    """The bar of every element that has words."""

    def copy(self, element: ElementTree.Element, inherited: Style, pen: _Pen) -> ElementTree.Element:
        """Return a copy of an element with a group in the place of each text, and a bar in that of its words."""
        style = self.sight.style_of(element, str(element.tag).removeprefix(_SVG), inherited)
        if element.tag not in _TEXT:
            copied = ElementTree.Element(element.tag, element.attrib)
            if self.sight.hides_all(style, str(element.tag).removeprefix(_SVG)):
                copied.set("display", "none")
            copied.text = element.text if element.tag == f"{_SVG}style" else None
            copied.extend(self.copy(child, style, _Pen()) for child in element)
            return copied
        look = ";".join(f"{name}:{style[name]}" for name in _LOOK if name in style)
        group = ElementTree.Element(f"{_SVG}g", {"style": look})
        for name in ("id", "transform"):
            if name in element.attrib:
                group.set(name, element.attrib[name])
        if element.tag == f"{_SVG}textPath" and self._start_of_path(element) is None:
            self.found[element] = ElementTree.Element(f"{_SVG}rect")
            return group
        self._move(element, pen)
        words = "".join([element.text or "", *(child.tail or "" for child in element)])
        if words.strip():
            bar = ElementTree.SubElement(group, f"{_SVG}rect", _bar(words, style, pen))
            self.found[element] = bar
            pen.x += float(bar.get("width", "0"))
        group.extend(self.copy(child, style, pen) for child in element)
        return group

    def _move(self, element: ElementTree.Element, pen: _Pen) -> None:
        width, height = self.sight.size
        pen.x = length(element.get("x"), width, pen.x) + length(element.get("dx"), width)
        pen.y = length(element.get("y"), height, pen.y) + length(element.get("dy"), height)
        if start := self._start_of_path(element):
            pen.x, pen.y = start

    def _start_of_path(self, element: ElementTree.Element) -> tuple[float, float] | None:
        """Return where the path of a `textPath` begins; None where it names none."""
        named = next((value[1:] for key, value in element.attrib.items() if key.endswith("href")), "")
        path = next((one for one in self.root.iter() if named and one.get("id") == named), None)
        numbers = NUMBER.findall(path.get("d", "")[:200]) if path is not None else ()
        return (float(numbers[0]), float(numbers[1])) if len(numbers) > 2 else None


def _bar(words: str, style: Style, pen: _Pen) -> dict[str, str]:
    size = _first(style.get("font-size"), _USUAL_SIZE)
    width = _WIDTH_OF_LETTER * size * len(" ".join(words.split()))
    shift = {"middle": width / 2, "end": width}.get(style.get("text-anchor", ""), 0.0)
    place = {"x": pen.x - shift, "y": pen.y - _ASCENT * size, "width": width, "height": _HEIGHT_OF_LETTERS * size}
    return {name: f"{value:.3f}" for name, value in place.items()}


def _first(numbers: str | None, otherwise: float) -> float:
    found = NUMBER.match((numbers or "").strip())
    return float(found[0]) if found else otherwise


def _picture(drawing: ElementTree.Element) -> Image.Image:
    image = svg_image(ElementTree.tostring(drawing, encoding="unicode"), height=_HEIGHT)
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _differ(one: Image.Image, other: Image.Image) -> bool:
    channels = ImageChops.difference(one, other).split()
    return any(channel.point(_STANDS_OUT).getbbox() for channel in channels)
