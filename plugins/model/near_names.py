"""File names that were meant for another: `index.ru.MD`, `index.kz.md`, `index_ru.md`, `Index.ru.md.txt` (pure)."""

import re
import unicodedata
from collections.abc import Iterable

_PARTS = re.compile(r"[\s_.\-()]+")
_MEANT = {
    "kz": "kk", "kaz": "kk", "kazakh": "kk", "қаз": "kk", "каз": "kk", "кк": "kk", "кз": "kk",
    "rus": "ru", "russian": "ru", "рус": "ru", "ру": "ru", "орыс": "ru",
    "markdown": "md", "mdown": "md", "мд": "md", "yml": "yaml", "srt": "vtt", "индекс": "index", "fact": "facts", "факты": "facts",
}  # fmt: skip
_ADDED = frozenset({"txt", "copy", "копия", "көшірме", "new", "1", "2", "final"})
_LATIN = str.maketrans("аеорсухкмітв", "aeopcyxkmitb")
"""Cyrillic letters that stand for Latin ones they look like."""


def nfc(name: str) -> str:
    """Return a name in the form it is compared in: some systems write `й` as two characters."""
    return unicodedata.normalize("NFC", name)


def near_name(wanted: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that was meant for `wanted`, though it is written otherwise; None where none was."""
    meant = _meaning(wanted)
    return next((name for name in sorted(names) if nfc(name) != wanted and _meaning(name) == meant), None)


def _meaning(name: str) -> list[str]:
    parts = [part for part in _PARTS.split(nfc(name).casefold()) if part]
    known = [_MEANT.get(part) or part.translate(_LATIN) for part in parts]
    known = [_MEANT.get(part, part) for part in known]
    return [part for place, part in enumerate(known) if place == 0 or part not in _ADDED]
