"""A drawing is served with its shapes, and without a word that no page shows."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.design.raster import svg_image
from plugins.media import PictureUse, read_media
from plugins.media.faults import PictureFaultError
from plugins.media.plain_drawing import plain_drawing
from plugins.media.vector import measure_drawing
from tests.plugins.media.files import svg
from tests.small_site import ROOT

BOX = 'viewBox="0 0 240 320"'
NAME = "Айгүл-Серікқызы-850101400015"
SHAPE = '<path fill="#0b5cc4" d="M0 0h9v9z"/>'
PLANTED = {
    "a title": f"<title>{NAME}</title>",
    "a description": f"<desc>{NAME}</desc>",
    "a title of a part": f"<g><title>{NAME}</title></g>",
    "words for a reader": f'<g aria-label="{NAME}"/>',
    "data": f'<g data-name="{NAME}"/>',
    "an id": f'<g id="{NAME}"/>',
    "an id that is used": f'<defs><path id="{NAME}" d="M0 0h9v9z"/></defs><use href="#{NAME}"/>',
    "an id of a colour": f'<linearGradient id="{NAME}"/><path fill="url(#{NAME})" d="M0 0h9v9z"/>',
    "a class": f'<g class="a {NAME}"/>',
    "a class of a style": f'<style>.{NAME}{{fill:#123}}</style><path class="{NAME}" d="M0 0h9v9z"/>',
    "a selector": f'<style>g[data-n="{NAME}"], {NAME}{{fill:#123}}</style>',
    "a remark in a style": f"<style>/* {NAME} */ .a{{fill:#123}}</style>",
    "a property of a program": f"<style>.a{{-inkscape-font-specification:'{NAME}';fill:#123}}</style>",
    "a property of a program on a shape": f"<g style=\"fill:#123;--author:'{NAME}'\"/>",
    "a font": f'<text font-family="{NAME}">5</text>',
    "a language": f'<g lang="{NAME}" xml:lang="{NAME}"/>',
    "a role": f'<g role="{NAME}"/>',
    "a step of a filter": f'<filter id="f"><feOffset result="{NAME}"/><feBlend in="{NAME}"/></filter>',
    "words behind a path": f'<path d="M0 0h9 {NAME}"/>',
    "words between shapes": f"<g>{NAME}</g>",
    "words that are not shown": f'<text display="none">{NAME}</text>',
    "words in a part that is not shown": f'<g style="display: none"><text>{NAME}</text></g>',
    "invisible words": f'<text visibility="hidden">{NAME}</text>',
    "transparent words": f'<g opacity="0.0"><text>{NAME}</text></g>',
    "words without ink": f'<text fill="none">{NAME}</text>',
    "words of no size": f'<text style="font-size:0px">{NAME}</text>',
    "words that a style hides": f'<style>g, text.a, .h {{ display : none !important }}</style><text class="h">{NAME}</text>',
    "words of a part that a style makes transparent": f'<style>#g{{opacity:0}}</style><g id="g"><text>{NAME}</text></g>',
    "words far away": f'<g transform="translate(-99999, 3)"><text>{NAME}</text></g>',
    "words shrunk to nothing": f'<g transform="scale(0)"><text>{NAME}</text></g>',
    "words far away by an exponent": f'<g transform="translate(1e5)"><text>{NAME}</text></g>',
    "words shrunk by an exponent": f'<g transform="scale(1e-5)"><text y="20">{NAME}</text></g>',
    "words smaller than a dot by an exponent": f'<text font-size="1e-5" y="20">{NAME}</text>',
    "words hardly inked by an exponent": f'<text style="fill-opacity:1e-9" y="20">{NAME}</text>',
    "words smaller than a dot": f'<text font-size=".01px">{NAME}</text>',
    "words outside the drawing": f'<text x="-9000" y="9">{NAME}</text>',
    "words just outside the drawing": f'<text x="260" y="20">{NAME}</text>',
    "words below the drawing": f'<text x="9" y="345">{NAME}</text>',
    "words in the colour of their ground": f'<rect width="240" height="320" fill="#fff"/><text fill="white" y="20">{NAME}</text>',
    "words almost in the colour of their ground": f'<rect width="240" height="320" fill="#0b5cc4"/><text fill="#0c5ec6" y="20">{NAME}</text>',
    "words in the colour of their ground by a style": f'<style>.w{{fill:#123}}</style><rect class="w" width="240" height="320"/><text class="w" y="20">{NAME}</text>',
    "words in the colour of their ground in a part": f'<rect width="240" height="320" fill="#123"/><g fill="#123"><text y="40">5 <tspan>{NAME}</tspan></text></g>',
    "white words without a ground": f'<text fill="#fff" y="20">{NAME}</text>',
    "words under a shape": f'<text y="20">{NAME}</text><rect width="240" height="320" fill="#fff"/>',
    "words hardly inked": f'<text opacity=".03" y="20">{NAME}</text>',
    "words cut away": f'<clipPath id="c"><path d="M0 0h9v9z"/></clipPath><g clip-path="url(#c)"><text x="99" y="99">{NAME}</text></g>',
    "words behind a mask": f'<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><g mask="url(#m)"><text x="99" y="99">{NAME}</text></g>',
    "words along a path in the colour of their ground": f'<path id="p" d="M9 99h200" fill="none"/><text fill="#fff"><textPath href="#p">{NAME}</textPath></text>',
    **{
        f"a value of {name}": f'<g {name}="{NAME.partition("-")[2]}"><rect {name}="Serik"/></g>'
        for name in (
            "fill",
            "font-family",
            "opacity",
            "overflow",
            "result",
            "seed",
            "transform",
            "viewBox",
            "values",
            "x",
        )
    },
    "a value in a style": f"<text style=\"font-family:'{NAME}';fill:'850101400015'\">5</text>",
    "a long number": '<rect x="850101400015"/><path d="M850101400015 1"/>',
    "a selector of an element": "<style>Serik, text:850101400015{fill:#123}</style>",
    **{
        f"words {how}": f"{before}<g {where}><text x='10' y='40'>{NAME}</text></g>"
        for how, before, where in (
            ("cut by a function", "", "style='clip-path:inset(100%)'"),
            ("with an empty filter", "<filter id='f'/>", "filter='url(#f)'"),
            ("moved by a filter", "<filter id='f'><feOffset dx='9999'/></filter>", "filter='url(#f)'"),
            ("with a filter by a function", "", "style='filter:opacity(0)'"),
            ("with a counted opacity", "", "style='opacity:calc(0)'"),
            ("moved by ems", "", "style='transform:translateX(99em)'"),
            ("moved in space", "", "style='transform:translate3d(9999px,0,0)'"),
            ("hidden in capitals", "<style>g{DISPLAY:NONE}</style>", ""),
        )
    },
    "words in a frame of no size": f'<svg width="0" height="9"><text x="9" y="40">{NAME}</text></svg>',
    "words of a symbol in no size": f'<symbol id="s"><text y="40">{NAME}</text></symbol><use href="#s" width="0"/>',
    "words placed by ems": f'<text x="99em" y="40">{NAME}</text>',
    "words placed by an exponent": f'<text x="9e9" y="40">{NAME}</text>',
    "words placed by per cent": f'<text x="300%" y="40">{NAME}</text>',
    "words pressed to nothing": f'<text y="40" textLength=".001" lengthAdjust="spacingAndGlyphs">{NAME}</text>',
    "words far above their line": f'<text y="40" baseline-shift="9999">{NAME}</text>',
    "words along no path": f'<text y="40"><textPath href="#none">{NAME}</textPath></text>',
    "words behind the end of a path": f'<path id="p" d="M9 99h9"/><text y="40"><textPath startOffset="9999" href="#p">{NAME}</textPath></text>',
    "words outside of a text": f'<tspan y="40">{NAME}</tspan>',
    "a text in a text": f'<text y="40">5<text>{NAME}</text></text>',
    "words that nothing names": f"<defs><text>{NAME}</text></defs>",
    "words of a symbol that nothing names": f'<symbol id="s"><text>{NAME}</text></symbol>',
}


@pytest.mark.parametrize("inside", PLANTED.values(), ids=PLANTED)
def test_nothing_planted_in_a_drawing_is_served(tmp_path: Path, inside: str) -> None:
    (tmp_path / "a.svg").write_bytes(svg(BOX, inside + SHAPE))
    media, problems = read_media(tmp_path, [PictureUse("a.svg", frozenset({"prose"}))], tmp_path / "cache")
    assert problems == []
    served = media["a.svg"].images[0].source.read_text(encoding="utf-8")
    assert not any(part in served for part in NAME.split("-"))
    assert 'd="M0 0h9v9z"' in served
    ElementTree.fromstring(served)


SHOWN = {
    "words": '<text x="9" y="20">5 <tspan fill="#123">орын</tspan> бар</text>',
    "words with ink in a part without": '<g fill="none" visibility="hidden"><text fill="#123" visibility="visible" y="20">5 орын</text></g>',
    "a style for paper": '<style>@media print{.a{display:none}.b{fill:#fff}} .a{fill:#123}</style><text class="a b" y="20">5 орын</text>',
    "words beside hidden ones": '<style>.h{display:none}.s{fill:#123;opacity:.5}</style><text class="s" y="20">5 орын</text>',
    "white words on a dark ground": '<rect width="240" height="320" fill="#123"/><text fill="#fff" y="20">5 орын</text>',
    "words that are partly on a ground of their colour": '<rect width="20" height="320" fill="#123"/><text fill="#123" y="20">5 орын бар екен</text>',
    "words in the middle and at the end": '<g text-anchor="end"><text x="239" y="20">5 орын</text></g><text text-anchor="middle" x="120" y="90">5 орын</text>',
    "words along a path": '<path id="p" d="M9 99h200" fill="none"/><text><textPath href="#p">5 орын</textPath></text>',
    "words in the middle by per cent": '<text x="50%" y="50%" text-anchor="middle">5 орын</text>',
    "words with a shadow": '<filter id="f"><feDropShadow dx="1" dy="1" stdDeviation="1"/></filter><text y="20" filter="url(#f)">5 орын</text>',
    "words turned": '<text transform="rotate(-45 20,40) translate(9)" y="20" style="font:inherit">5 орын</text>',
    "words under a thin veil": '<text y="20">5 орын</text><rect width="240" height="320" fill="#fff" opacity=".4"/>',
    "words on a transparent part": '<text y="20" fill-opacity=".5">5 орын</text>',
    "words that are moved": '<g transform="translate(20 30) scale(.5)"><text font-size="24">5 орын</text></g>',
    "words that are named": '<defs><text id="t">5 орын</text></defs><use href="#t" y="30"/>',
    "a gradient in capitals": '<linearGradient id="Қ"><stop offset="0" stop-color="#123"/></linearGradient><path fill="url( \'#Қ\' )" d="M0 0h9v9z"/>',
    "an old link": '<g id="a"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>',
    "a style": '<style>.a, #b > path{fill:#123;stroke:none}</style><g id="b"><path class="a" d="M0 0h9v9z"/></g>',
    "numbers with an exponent": '<g transform="matrix(5e-1,1e-17,-2.5E-6,.5,1.e1,10)"><path d="M1e1 0h9v9z" fill="#1e3a5f" style="opacity:5e-1"/></g>',
    "a colour and names like numbers with an exponent": '<style>.a1e3{fill:#1e3}</style><g id="x1e2"/><use href="#x1e2"/><path class="a1e3" d="M0 0h9v9z"/>',
    "a mask": '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><g mask="url(#m)"><path d="M0 0h9v9z"/></g>',
}  # fmt: skip


@pytest.mark.parametrize("inside", SHOWN.values(), ids=SHOWN)
def test_what_is_seen_stays(inside: str) -> None:
    raw = svg(BOX, inside)
    measure_drawing(raw)
    plain = plain_drawing(raw)
    before, after = (svg_image(part.decode(), height=320).tobytes() for part in (raw, plain))
    assert before == after
    assert all(word in plain.decode() for word in ("5", "орын") if word in inside and "<text" in inside)
    assert plain_drawing(plain) == plain


def test_every_drawing_of_the_site_looks_as_before() -> None:
    drawings = sorted((ROOT / "content").rglob("*.svg"))
    assert len(drawings) > 10
    for file in drawings:
        raw = file.read_bytes()
        measure_drawing(raw)
        assert (
            svg_image(raw.decode(), height=64).tobytes() == svg_image(plain_drawing(raw).decode(), height=64).tobytes()
        )


def doubling(times: int) -> str:
    parts = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, times))
    return f'<defs><g id="a0"><path d="M0 0h9v9z"/></g>{parts}</defs><use href="#a{times - 1}"/>'


def fan(steps: int, width: int) -> str:
    uses = (f'<use href="#a{n - 1}"/>' * width for n in range(1, steps + 1))
    parts = "".join(f'<g id="a{n}">{inside}</g>' for n, inside in enumerate(uses, start=1))
    return f'<defs><path id="a0" d="M0 0h9v9z"/>{parts}</defs><use href="#a{steps}"/>'


masks = "".join(f'<mask id="m{n}"><rect mask="url(#m{n - 1})"/></mask>' for n in range(1, 30))
TOO_MUCH = {
    "elements 100 000 deep": "<g>" * 100_000 + "</g>" * 100_000,
    "elements 65 deep": "<g>" * 65 + "</g>" * 65,
    "many elements": "<g/>" * 20_000,
    "a use that doubles": doubling(30),
    "a wide use": fan(5, 30),
    "a use of itself": '<g id="a"><use href="#a"/></g>',
    "a use in a circle, in numbers": '<g id="a"><use href="#%62"/></g><g id="b"><use href="#a"/></g>',
    "masks in masks": f'<mask id="m0"/>{masks}<rect mask="url(#m29)"/>',
    "a mask on thousands of shapes": '<mask id="m"><rect/></mask>' + '<g mask="url(#m)"/>' * 5_000,
    "a pattern of itself": '<pattern id="p"><rect fill="url( \'#p\')"/></pattern>',
    "clouds without end": '<filter id="f"><feTurbulence numOctaves="9999999"/></filter>',
    "thousands of words": "<text>а</text>" * 300,
    "a wide blur": '<filter id="f"><feGaussianBlur stdDeviation="1 1e9"/></filter>',
    "a link behind a million blanks": f"<style>.a{{fill:url({' ' * 1_000_000}a.png)}}</style>",
}


@pytest.mark.parametrize("inside", TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_drawing_that_would_freeze_a_browser_is_refused(inside: str) -> None:
    with pytest.raises(PictureFaultError) as reported:
        measure_drawing(svg(BOX, inside))
        plain_drawing(svg(BOX, inside))
    assert reported.value.rule == "unsafe-svg"


def test_a_drawing_of_a_map_is_not_too_much() -> None:
    masks = '<clipPath id="c"><rect/></clipPath><mask id="m"><rect/></mask>'
    raw = svg(BOX, masks + '<g clip-path="url(#c)"><path d="M0 0"/></g>' * 4_000 + '<g mask="url(#m)"/>' * 100)
    assert measure_drawing(raw) == (240, 320)


LONG = {
    "selectors": f"<style>{'a' * 500_000}</style>",
    "links that are not closed": f'<rect fill="{"url(#" * 100_000}"/>',
    "noughts": f'<text opacity="{"0" * 500_000}x" transform="scale({"0" * 500_000}x">5</text>',
    "moves that are not closed": f'<g transform="{"translate(" * 60_000}"/>',
    "rules": f"<style>{'.a{fill:#123}' * 40_000}</style>",
}


@pytest.mark.parametrize("inside", LONG.values(), ids=LONG)
def test_a_long_attribute_or_sheet_is_read_in_one_pass(inside: str) -> None:
    raw = svg(BOX, inside)
    measure_drawing(raw)
    assert plain_drawing(raw)  # a search from each sign again would take hours
