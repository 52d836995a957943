"""The inline stage of the library, without searches that find nothing."""

import re
from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

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
"""Every inline pattern by its name, in their order, with the signs of which it has at least one."""
_ANY_SIGN = re.compile(r"[`\\\[<&*_]|  \n")


class InlineTexts(InlineProcessor):
    """Asks of each text only the patterns whose signs it has; most texts have none.

    Raises ValueError for a converter with another pattern than those of `_SIGNS`.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns = list(md.inlinePatterns)
        if [md.inlinePatterns[name] for name in _SIGNS] != self._patterns:
            raise ValueError("the converter has other inline patterns than those whose signs are known")
        self._signs = tuple(_SIGNS.values())
        self._apply: Any = getattr(self, "_InlineProcessor__applyPattern")  # noqa: B009 - private to the library

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - name of the library
        """Return `data` with a placeholder for each element; the library calls it by this private name."""
        if isinstance(data, AtomicString) or not _ANY_SIGN.search(data):
            return data
        for index in range(patternIndex, len(self._patterns)):
            start, is_found = 0, any(map(data.__contains__, self._signs[index]))
            while is_found:
                data, is_found, start = self._apply(self._patterns[index], data, index, start)
        return data
