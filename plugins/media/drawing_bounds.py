"""Limits the work of drawing an SVG: a small file can refer to itself so often that a browser freezes."""

import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree

from plugins.media.faults import PictureFaultError

MOST_DEPTH = 64
MOST_ELEMENTS = 20_000
MOST_DRAWN = 100_000
"""Elements that are drawn when every reference is followed, each as often as it is named."""
MOST_STEPS = 8
"""References that lead from one to the next: a mask in a mask in a mask."""
_SURFACES = {"mask", "filter", "pattern"}
_COST_OF_SURFACE = 100
"""Each use of such an element fills a picture of its own."""
_NAMED = re.compile(r"url\( ?['\"]? ?#([^'\")\s]*)")
_MOST_BLUR = 500.0


def check_bounds(root: ElementTree.Element) -> None:
    """Raise PictureFaultError (`unsafe-svg`) for references without end, or more of them than a phone draws at once."""
    _Bounds(root).cost(root, 0)
    for element in root.iter():
        for name, most in (("numOctaves", 10.0), ("stdDeviation", _MOST_BLUR), ("radius", _MOST_BLUR)):
            if any(_number(part) > most for part in element.get(name, "").replace(",", " ").split()):
                raise PictureFaultError("unsafe-svg", found=f"{name}={element.get(name, '')[:20]}")


class _Bounds:
    def __init__(self, root: ElementTree.Element) -> None:
        self._by_id = {element.get("id", ""): element for element in root.iter()}
        self._known: dict[ElementTree.Element, tuple[int, int]] = {}

    def cost(self, element: ElementTree.Element, steps: int) -> tuple[int, int]:
        """Return how many elements are drawn, and how many references follow one another."""
        if steps > MOST_STEPS:
            raise PictureFaultError("unsafe-svg", found=f"<{_local(element)}> × {MOST_STEPS}+")
        if element not in self._known:
            drawn, longest = (_COST_OF_SURFACE if _local(element) in _SURFACES else 1), 0
            for part, step in (*((child, 0) for child in element), *((found, 1) for found in self._named(element))):
                more, further = self.cost(part, steps + step)
                drawn, longest = drawn + more, max(longest, further + step)
                if drawn > MOST_DRAWN:
                    raise PictureFaultError("unsafe-svg", found=f"<{_local(element)}> × {MOST_DRAWN}+")
            self._known[element] = drawn, longest
        drawn, longest = self._known[element]
        if steps + longest > MOST_STEPS:
            raise PictureFaultError("unsafe-svg", found=f"<{_local(element)}> × {MOST_STEPS}+")
        return drawn, longest

    def _named(self, element: ElementTree.Element) -> Iterator[ElementTree.Element]:
        for key, value in element.attrib.items():
            names = [value[1:]] if key.rpartition("}")[2] == "href" else _NAMED.findall(re.sub(r"\s+", " ", value))
            for name in names:
                if (found := self._by_id.get(unquote(name))) is not None:
                    yield found


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(part: str) -> float:
    try:
        return float(part)
    except ValueError:
        return 0.0
