"""The inline patterns of the library, without searches that find nothing."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markdown import Markdown

_SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "language-span": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""Every inline pattern by its name, with the signs of which each of its matches has at least one."""


class _Guarded:
    """A compiled pattern that is not searched for in a text without its signs; most texts have none."""

    def __init__(self, pattern: re.Pattern[str], signs: tuple[str, ...]) -> None:
        self._pattern, self._signs = pattern, signs

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        for sign in self._signs:
            if sign in text:
                return self._pattern.finditer(text, start)
        return ()


def guard(md: Markdown) -> None:
    """Guard every inline pattern of a converter by its signs. Raises ValueError where it has others than `_SIGNS`."""
    patterns = md.inlinePatterns
    if len(patterns) != len(_SIGNS) or not all(name in patterns for name in _SIGNS):
        raise ValueError("the converter has other inline patterns than those whose signs are known")
    for name, signs in _SIGNS.items():
        pattern: Any = patterns[name]
        pattern.compiled_re = _Guarded(pattern.compiled_re, signs)
