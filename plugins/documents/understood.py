"""Words of a reading that make sense: what cannot be read cannot be checked, and is reported."""

import re

from plugins.documents.labels import label_of
from plugins.documents.lexicon import is_given_name, is_ordinary, is_public
from plugins.documents.passage import is_digits
from plugins.documents.words import Word

_SURE = 82.0
"""Sureness from which on a word counts as read whatever it means."""

_STROKES = re.compile(r"[/\\|]+")
"""What a stroke of a hand is read as, surely and wrongly."""


def is_understood(word: Word) -> bool:
    """Return whether a word makes sense: known, a number, or read surely; a lone stroke does not."""
    text = word.text.strip("\"'«».,:;()[]|_-—–*“”!?")
    if _STROKES.fullmatch(word.text):
        return False
    if word.sure >= _SURE:
        return True
    if is_digits(text):
        return word.sure >= 60
    if not re.search(r"[^\W\d_]{3}", text):
        return word.sure >= 70
    return word.sure >= 50 and (
        is_ordinary(text) or is_public(text) or is_given_name(text) or label_of(text) is not None
    )
