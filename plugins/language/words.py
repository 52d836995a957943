"""Words as the language rule sees them: their places, what separates them, and how they are normalised for scoring."""

import re
import unicodedata
from collections.abc import Iterator

from plugins.language.scripts import CYRILLIC, LATIN, mend_mixed_script

_INSIDE = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"
"""Marks and invisible signs that may be in a word: combining accents (NFD), soft hyphens, joiners."""

WORD = re.compile(rf"[{CYRILLIC}{LATIN}][{CYRILLIC}{LATIN}{_INSIDE}]*")
"""A run of letters. Hyphens part words, so that `IT-маман` is judged by `маман`."""

_UNJUDGED = re.compile(
    r"""https?://\S+ | www\.\S+ | [^\s@]{1,64}@[^\s@]{1,200}     # addresses
    | \b[\w-]{1,64}(?:\.[\w-]{1,64}){0,9}\.(?:kz|ru|com|org|net|рф|қаз)\b\S*
    | \{[^{}]*\} | \#\{\w+\}                              # placeholders
    | %\(\w+\)[a-z] | %[a-z]\b | `[^`]*` | </?[a-zA-Z][^<>]*> | &\#?\w+;""",
    re.VERBOSE,
)
_UNJUDGED_SIGNS = re.compile(r"[@{%`<&]|://|www|\.(?:kz|ru|com|org|net|рф|қаз)\b")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
_ANY_LATIN = re.compile(rf"[{LATIN}]+")
_ANY_CYRILLIC = re.compile(rf"[{CYRILLIC}]")


def without_addresses(text: str) -> str:
    """Return the text, of the same length, with addresses, code and placeholders made blank."""
    if not _UNJUDGED_SIGNS.search(text):
        return text
    return _UNJUDGED.sub(lambda found: " " * len(found[0]), text)


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of each word."""
    for found in WORD.finditer(text):
        yield found.start(), found.end(), found[0]


def spelled_for_judging(word: str) -> str:
    """Return the word in small letters, composed, with Cyrillic for Latin look-alikes and е for ё.

    Empty for a word without a Cyrillic letter: it is nobody's language.
    """
    if not _ANY_CYRILLIC.search(word):
        return ""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", word))
    if _ANY_LATIN.search(plain):
        plain = _ANY_LATIN.sub("", mend_mixed_script(plain))
    return plain.lower().replace("ё", "е")
