"""Words of a reading that make sense: what cannot be read cannot be checked, and is reported."""

import re

from plugins.documents.labels import label_of
from plugins.documents.lexicon import is_given_name, is_ordinary, is_public
from plugins.documents.passage import is_digits
from plugins.documents.words import Word

_SURE = 82.0
"""Sureness from which on a word counts as read whatever it means."""

_SURE_OF_LONG = 30.0
"""Sureness from which on a known word of `_LONG` letters counts as read: a blurred one is never by chance a known one."""

_LONG = 6

_TALL = 1.4
"""Heights of a line from which on what is read as a letter or two, or as jags alone, is a hand and no print."""

_JAGS = frozenset("AАVWMМNИЛУYХXЖШЩІI1|/\\^~")
"""Signs as which the strokes of a hand are read, surely and wrongly."""

_STROKES = re.compile(r"[/\\|]+")
"""What a stroke of a hand is read as, surely and wrongly."""


def is_understood(word: Word, line_height: int) -> bool:
    """Return whether a word makes sense: known, a number, or read surely; a lone stroke and large jags do not.

    `line_height` is that of the words around it, in pixels.
    """
    text = word.text.strip("\"'«».,:;()[]|_-—–*“”!?")
    if _STROKES.fullmatch(word.text) or (word.box.height >= _TALL * line_height and _may_be_hand(word.text)):
        return False
    if word.sure >= _SURE:
        return True
    if is_digits(text):
        return word.sure >= 60
    if not re.search(r"[^\W\d_]{3}", text):
        return word.sure >= 70
    if len(text) >= _LONG and text.isalpha() and is_ordinary(text):
        return word.sure >= _SURE_OF_LONG
    return word.sure >= 50 and (
        is_ordinary(text) or is_public(text) or is_given_name(text) or label_of(text) is not None
    )


def _may_be_hand(text: str) -> bool:
    signs = [sign for sign in text.upper() if sign.isalnum()]
    return len(signs) <= 2 or _JAGS.issuperset(signs)
