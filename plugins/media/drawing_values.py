"""The values that attributes and properties of a served SVG may have (pure).

A value is made of numbers, colours and words of SVG and CSS. What else is in one draws nothing, and may be a name; a font
that visitors have not is left out of its list. A colour of the design is named by `var(--…)`, which a storyboard fills in.
"""

import re
from collections.abc import Container
from decimal import Decimal

from PIL import ImageColor

_WORDS = set(
    """
    none auto normal inherit initial unset currentcolor transparent context-fill context-stroke
    nonzero evenodd butt round square miter bevel arcs miter-clip
    inline block flex grid contents visible hidden collapse scroll
    objectboundingbox userspaceonuse strokewidth pad reflect repeat alpha luminance alternate
    xminymin xmidymin xmaxymin xminymid xmidymid xmaxymid xminymax xmidymax xmaxymax meet slice
    auto-start-reverse align stretch exact spacing spacingandglyphs left right
    in out over atop xor lighter arithmetic erode dilate fractalnoise turbulence stitch nostitch
    matrix saturate huerotate luminancetoalpha identity table discrete linear gamma duplicate wrap r g b a
    sourcegraphic sourcealpha backgroundimage backgroundalpha fillpaint strokepaint true false
    multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue
    saturation color luminosity plus-lighter isolate
    bold bolder lighter italic oblique small-caps condensed semi-condensed extra-condensed ultra-condensed expanded
    semi-expanded extra-expanded ultra-expanded xx-small x-small small medium large x-large xx-large smaller larger
    start middle end underline overline line-through blink wavy dotted dashed solid double
    alphabetic central ideographic mathematical hanging text-before-edge text-after-edge before-edge after-edge
    baseline sub super top bottom center text-top text-bottom no-change reset-size use-script
    horizontal-tb vertical-rl vertical-lr lr-tb rl-tb tb-rl lr rl tb ltr rtl embed bidi-override isolate-override
    plaintext fill stroke markers non-scaling-stroke non-scaling-size non-rotation fixed-position
    optimizespeed optimizelegibility geometricprecision crispedges optimizequality pixelated smooth high-quality
    srgb linearrgb fill-box stroke-box view-box content-box border-box preserve default text css
    url var rgb rgba hsl hsla translate translatex translatey scale scalex scaley rotate skewx skewy
    serif sans-serif monospace cursive fantasy system-ui ui-sans-serif ui-serif ui-monospace
    arial helvetica verdana tahoma georgia times courier roboto inter noto sans golos segoe ui dejavu liberation open
    trebuchet ms new roman calibri cambria consolas ubuntu lato montserrat pt jetbrains mono
    px em rem ex ch pc mm cm deg rad grad turn
    """.split()  # noqa: SIM905 - a list would be a page long
) | {name.lower() for name in ImageColor.colormap}
_TOKEN = re.compile(
    r"#[0-9A-Fa-f]{3,8}(?![0-9A-Za-z])|#[irc]\d+(?=\))|(?<=var\()--[a-z-]{1,20}(?=[,)])"
    r"|[A-Za-z][A-Za-z-]*|\d+|[-+.,()/%\s'\"]"
)
_WITH_EXPONENT = re.compile(r"(?<![\w#.])(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})[eE][-+]?\d{1,2}(?![0-9A-Fa-f])")
"""`2.5e-6`, as programs write what is nearly zero; no colour and no name."""
_NAME_IN_SELECTOR = re.compile(r"(?<![\w.#-])[A-Za-z_][\w-]*")
_PSEUDO_CLASSES = {"first-child", "last-child", "only-child", "first-of-type", "last-of-type", "root", "hover", "focus"}
_MOST_DIGITS = 7
"""Digits of a whole number: more of them are no place on a drawing."""
_LONG_NUMBER = re.compile(rf"(?<![\d.])\d{{{_MOST_DIGITS + 1}}}")


def is_plain_value(value: str) -> bool:
    """Return whether a value holds nothing but numbers, colours, references by their new name, and words of SVG and CSS."""
    return _LONG_NUMBER.search(value) is None and not _TOKEN.sub(_unless_known, value)


def without_exponents(value: str) -> str:
    """Return a value with its numbers written out: `0.0000025` for `2.5e-6`."""
    return _WITH_EXPONENT.sub(lambda number: f"{Decimal(number[0]):f}", value)


def plain_places(value: str) -> str:
    """Return the numbers of a path or a list of points up to the first that is no place on a drawing."""
    found = _LONG_NUMBER.search(value)
    return value[: found.start()] if found else value


def plain_fonts(value: str) -> str:
    """Return the font families of a list that visitors may have."""
    return ",".join(name for name in value.split(",") if is_plain_value(name))


def is_plain_selector(selectors: str, elements: Container[str]) -> bool:
    """Return whether selectors with new names of classes and ids name nothing else than elements and the order of parts."""
    return all(name in elements or name in _PSEUDO_CLASSES for name in _NAME_IN_SELECTOR.findall(selectors))


def _unless_known(token: re.Match[str]) -> str:
    word = token[0]
    return word if word[0].isalpha() and word.lower() not in _WORDS else ""
