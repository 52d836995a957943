"""Alphabetical order. Code points misplace Ә Ғ Қ Ң Ө Ұ Ү Һ І and Ё."""

import unicodedata

KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of the Kazakh Cyrillic alphabet; the Russian alphabet is a part of it, in the same order."""

_PLACE = {letter: place for place, letter in enumerate(KAZAKH_ALPHABET)}


def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts Kazakh and Russian words; other signs come first, by code point."""
    letters = unicodedata.normalize("NFC", text).casefold()
    return tuple((1, _PLACE[letter], "") if letter in _PLACE else (0, 0, letter) for letter in letters)
