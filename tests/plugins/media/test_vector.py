"""Drawings: measured, and refused where they do more than draw."""

import time

import pytest

from plugins.media.faults import PictureFaultError
from plugins.media.vector import measure_drawing
from tests.plugins.media.files import noise, svg

BOX = 'viewBox="0 0 240 320"'
GOOD = {
    "plain": (svg(BOX), (240, 320)),
    "with commas": (svg('viewBox="0,0,240,320"'), (240, 320)),
    "with commas and spaces": (svg('viewBox="0, 0, 240, 320"'), (240, 320)),
    "that begins elsewhere": (svg('viewBox="-10 -20 240 320"'), (240, 320)),
    "with fractions": (svg('viewBox="0 0 240.4 319.6"'), (240, 320)),
    "with another width": (svg(f'width="1" height="1" {BOX}'), (240, 320)),
    "with words": (svg('viewBox="0 0 9 9"', "<title>Әғқ ё &amp; ж</title>"), (9, 9)),
    "with a colour run inside": (
        svg(BOX, '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/>'), (240, 320),
    ),
    "with a gradient named in quotes": (svg(BOX, """<rect fill="url('#a')"/><rect fill='url( "#b" )'/>"""), (240, 320)),
    "with two strokes in words for readers": (svg(BOX + ' aria-label="үй // дом"'), (240, 320)),
    "with a style of its own": (svg(BOX, "<style>.a{fill:#123}</style>"), (240, 320)),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "size"), GOOD.values(), ids=GOOD)
def test_a_drawing_is_as_large_as_its_view_box(raw: bytes, size: tuple[int, int]) -> None:
    assert measure_drawing(raw) == size


def entity_bomb() -> bytes:
    entities = '<!ENTITY a0 "қымқырылған">'
    entities += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE svg [{entities}]>".encode() + svg('viewBox="0 0 9 9"', "<text>&a9;</text>")


DAMAGED = {
    "empty": b"",
    "text": "Бұл сурет емес.".encode(),
    "a PNG": noise(40, 30, "PNG"),
    "without a viewBox": svg('width="240" height="320"'),
    "with an empty viewBox": svg('viewBox=""'),
    "with three numbers": svg('viewBox="0 0 240"'),
    "with five numbers": svg('viewBox="0 0 240 320 1"'),
    "with words for numbers": svg('viewBox="0 0 кең биік"'),
    "with units": svg('viewBox="0 0 240px 320px"'),
    "of no width": svg('viewBox="0 0 0 320"'),
    "of less than nothing": svg('viewBox="0 0 240 -320"'),
    "smaller than a dot": svg('viewBox="0 0 0.2 0.2"'),
    "of no number": svg('viewBox="0 0 nan nan"'),
    "without end": svg('viewBox="0 0 inf inf"'),
    "not closed": svg(BOX)[:-3],
    "of no namespace, which no browser shows": f"<svg {BOX}/>".encode(),
    "with broken XML": svg(BOX, "<g></h>"),
    "with an unknown entity": svg(BOX, "&nbsp;"),
    "in an unknown encoding": b'<?xml version="1.0" encoding="qazaq"?>' + svg(BOX),
    "in an encoding of many bytes": b'<?xml version="1.0" encoding="big5"?>' + svg(BOX),
    "another XML": b'<html viewBox="0 0 9 9"/>',
}
UNSAFE = {
    "a script": svg(BOX, "<script>alert(1)</script>"),
    "a script in capitals of XML": svg(BOX, '<g xmlns:s="http://www.w3.org/2000/svg"><s:script/></g>'),
    "a page inside": svg(BOX, "<foreignObject><p/></foreignObject>"),
    "what happens on load": svg(BOX + ' onload="alert(1)"'),
    "what happens on a click, deep inside": svg(BOX, '<g><path OnClick="x"/></g>'),
    "a link": svg(BOX, '<a href="https://example.org"/>'),
    "a use of another file": svg(BOX, '<use href="other.svg#a"/>'),
    "an old-style link": svg(BOX + ' xmlns:x="http://www.w3.org/1999/xlink"', '<use x:href="//e.org/a.svg#b"/>'),
    "a picture inside": svg(BOX, '<image href="data:image/png;base64,AA"/>'),
    "a colour from elsewhere": svg(BOX, '<rect fill="url(https://e.org/a.svg#b)"/>'),
    "a style sheet from elsewhere": svg(BOX, "<style>@import '//e.org/a.css';</style>"),
    "a style sheet from elsewhere, in numbers": svg(BOX, "<style>&#64;im&#112;ort 'a.css';</style>"),
    "a style sheet from elsewhere, behind an element": svg(BOX, "<style><g/>@import 'a.css';</style>"),
    "a style in a style": svg(BOX, "<style>@im<style/>port 'a.css';</style>"),
    "words around an element in a style": svg(BOX, "<style>g{fill:ur<g>x</g>l(a.png)}</style>"),
    "another place to begin from, near by": svg(BOX + ' xml:base="other.svg"', '<use href="#a"/>'),
    "a picture of a set from elsewhere": svg(BOX, "<style>g{fill:image-set('a.png' 1x)}</style>"),
    "another place to begin from": svg(BOX + ' xml:base="//e.org/"', '<use href="#a"/>'),
    "a style that loads": svg(BOX, "<g style=\"fill:URL( 'x.png')\"/>"),
    "movement that changes a link": svg(BOX, '<use href="#a"><set attributeName="href" to="javascript:x"/></use>'),
    "an entity": b'<!DOCTYPE svg [<!ENTITY c "#14284B">]>' + svg(BOX, '<rect fill="&c;"/>'),
    "an entity that reads a file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + svg(BOX, "&a;"),
    "entities in entities": entity_bomb(),
    "a style sheet beside it": b'<?xml-stylesheet href="a.css"?>' + svg(BOX),
}
METADATA = {
    "who drew it": svg(BOX, "<metadata>Аты-жөні</metadata>"),
    "where the drawing program saved it": svg(
        BOX + ' xmlns:i="http://www.inkscape.org/ns" i:export="/home/aigul/a.png"'
    ),
    "remarks": svg(BOX, "<g/><!-- Айгүл -->"),
    "remarks in another encoding": svg(BOX, "<!-- x -->").decode().encode("utf-16"),
    "remarks under a name for the drawing": b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- x --></s:svg>',
    "an element of the drawing program": svg(BOX + ' xmlns:s="http://sodipodi.org"', "<s:namedview/>"),
}
REFUSED = (
    {f"damaged: {name}": ("damaged-picture", raw) for name, raw in DAMAGED.items()}
    | {f"unsafe: {name}": ("unsafe-svg", raw) for name, raw in UNSAFE.items()}
    | {f"metadata: {name}": ("picture-metadata", raw) for name, raw in METADATA.items()}
)


@pytest.mark.parametrize(("rule", "raw"), REFUSED.values(), ids=REFUSED)
def test_a_drawing_that_does_not_draw_or_does_more_is_refused(rule: str, raw: bytes) -> None:
    start = time.process_time()
    with pytest.raises(PictureFaultError) as reported:
        measure_drawing(raw)
    assert reported.value.rule == rule
    assert time.process_time() - start < 5
