"""Marks in a rendered page for addresses and styles, which can change without the rest of the page (pure)."""

import re
from collections.abc import Callable

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, free for internal use: no text of a page holds them, and escaping leaves them alone."""
_MARK = re.compile(f"{_BEGIN}([a-z-]+:[^{_BEGIN}{_END}]*){_END}")


def mark(kind: str, name: str = "") -> str:
    """Return what is in a page for `name` of a kind: `asset`, `style`, `picture` or `search-index`."""
    return f"{_BEGIN}{kind}:{name}{_END}"


def marks_in(body: str) -> tuple[str, ...]:
    """Return every mark of a page once, without its signs, in order."""
    return tuple(sorted(set(_MARK.findall(body))))


def assembled(body: str, value_of: Callable[[str], str]) -> str:
    """Return the page with `value_of(mark)` in place of each mark."""
    return _MARK.sub(lambda match: value_of(match.group(1)), body)
