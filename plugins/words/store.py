"""Reads the words of the tools; the files are part of the program, not of the content."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("kk", "ru", "en")
_FOLDER = Path(__file__).parent


@cache
def words(language: str, name: str) -> dict[str, Any]:
    """Return `<language>/<name>.yaml`. Raises FileNotFoundError for a language or a file that does not exist."""
    text = (_FOLDER / language / f"{name}.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return read
