"""Numbers and addresses in disguise, written plainly, so that one pattern finds them all (pure).

Digits of other scripts, in circles or raised, signs that nobody sees, characters by their number, and unusual signs between
groups of digits. Decimal values are those of Unicode; wide letters are folded by NFKC.
"""

import re
import unicodedata
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

MAY_BE_DISGUISED = re.compile(r"[\d@＠﹫¹²³⁰-⁹₀-₉①-⓿❶-➓]|gmail|mail|yandex|inbox|\bat\b|собака|\bэт\b", re.IGNORECASE)
"""What every number or e-mail has, in whatever form."""
_UNUSUAL = re.compile(r"&[#A-Za-z]|[^\x00-\xa0«»А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі№₸–—…’“”„]")
_PART = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{1,31});|.", re.DOTALL)
_UNSEEN = frozenset(("Cf", "Mn", "Me"))
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Hangul that have no shape."""
_GROUPED = re.compile(
    r"(?<![\w.,])\+?[^\W_]{1,6}(?P<sign>[-,:*+'’|\\~·•_−‑–—/(])[^\W_]{1,6}(?:(?P=sign)[^\W_]{1,6}){1,9}"
)
_SIGN = re.compile(r"[,:*+'’|\\~·•_−‑–—/(]")
_DIGIT = re.compile(r"\d")
_WITH_LETTERS = re.compile(
    r"(?<![^\W_])(?:(?=[^\W\d_]*\d)(?=\d*[^\W\d_])[\dOoОоIlІіLЗз]{2,40}|(?<=\d[ -])[OoОо]{2,4}(?=[ -]\d))(?![^\W_])"
)
"""A group of digits and letters that look like them, or noughts written as letters between two groups."""
_LETTERS_FOR_DIGITS = str.maketrans("OoОоIlІіLЗз", "00001111133")


class PlainText(NamedTuple):
    """A text without disguises."""

    text: str
    places: Sequence[int]
    """Where each of its characters is in the given text, and where it ends."""

    def place(self, index: int) -> int:
        """Return where the character at `index` is in the given text."""
        return self.places[index]


def plain_text(text: str) -> PlainText:
    """Return the text with ASCII digits, without unseen signs, and with `-` for unusual signs between groups of digits."""
    places: list[int] | None = None
    if _UNUSUAL.search(text):
        written, places = [], []
        for part in _PART.finditer(text):
            for character in unescape(part[0]):
                if plain := _plain(character):
                    written.append(plain)
                    places.append(part.start())
        text = "".join(written)
        places.append(places[-1] if places else 0)
    text = _GROUPED.sub(_with_hyphens, text)
    return PlainText(text, range(len(text) + 1) if places is None else places)


def with_digits(text: str) -> str:
    """Return the text, of the same length, with digits for the letters that look like them, in groups that have both."""
    return _WITH_LETTERS.sub(lambda group: group[0].translate(_LETTERS_FOR_DIGITS), text)


def _plain(character: str) -> str:
    """Return one character, or nothing for one that is not seen."""
    if character.isascii():
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(character)
    if kind in _UNSEEN or character in _FILLERS:
        return ""
    if kind == "Zs":
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _with_hyphens(match: re.Match[str]) -> str:
    """Return groups with `-` between them, if most of what is grouped are digits."""
    digits = len(_DIGIT.findall(match[0]))
    leading = match[0][0] == "+"
    return "+" * leading + _SIGN.sub("-", match[0][leading:]) if digits >= 9 else match[0]
