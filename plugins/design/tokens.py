"""The colours of `css/tokens.css`: the only reader of that file outside the browser."""

import re
from pathlib import Path

TOKENS = "css/tokens.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r":root\s*\{([^{}]*)\}")
_DECLARATION = re.compile(r"--([\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
_COLOUR = re.compile(r"(?:light-dark\(\s*)?(#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}))\b", re.IGNORECASE)


def light_colours(static: Path) -> dict[str, str]:
    """Return the colours of the light scheme by token name, as hexadecimal CSS colours (`#fff`, `#14284b24`).

    `static` is the theme's folder of files. Of `light-dark(a, b)` the first colour is taken; a token that is no colour
    is left out. Raises ValueError where `:root` declares no colour at all.
    """
    source = _COMMENT.sub("", (static / TOKENS).read_text(encoding="utf-8"))
    declared = (pair for rule in _RULE.findall(source) for pair in _DECLARATION.findall(rule))
    colours = {name: colour[1] for name, value in declared if (colour := _COLOUR.match(value))}
    if not colours:
        raise ValueError(f"{TOKENS} declares no colour in `:root {{ … }}`")
    return colours


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0 to 255) of a hexadecimal CSS colour; its opacity is ignored."""
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) <= 4 else [digits[at : at + 2] for at in range(0, 6, 2)]
    red, green, blue = (int(pair, 16) for pair in pairs[:3])
    return red, green, blue
