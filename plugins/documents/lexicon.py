"""Words that a paper may show, and names of people: what a capital letter alone cannot tell apart.

Photos are misread, and Kazakh is often typed on a Russian keyboard; so words are compared by a key without such differences.
"""

import re
from functools import cache
from pathlib import Path

import yaml

ORDINARY_WORDS = Path(__file__).with_name("ordinary_words.txt")
"""Keys of words that are in small letters in ordinary text, made by training/ordinary_words.py."""

_GIVEN_NAMES = Path(__file__).with_name("given_names.yaml")
_PLACES = Path(__file__).with_name("public_words.yaml")

LONGEST_KEY = 7
"""Letters of a word that tell it from others; what follows is mostly an ending."""

_ALIKE = {"а": "aә", "в": "b", "г": "ғ", "е": "eё", "и": "іiйї", "к": "kқ", "м": "m", "н": "hңһ", "о": "oө0", "р": "p",
          "с": "c", "т": "t", "у": "yұү", "х": "x", "з": "3"}  # fmt: skip
LOOKS = str.maketrans({sign: letter for letter, signs in _ALIKE.items() for sign in signs})
"""A word is the same word in the letters of another language, or misread."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NAME_ENDINGS = (
    "", "а", "у", "я", "ю", "е", "и", "ом", "ем", "ым", "ой", "ей", "ою", "ы", "га", "ге", "ка", "ке", "на", "не",
    "ди", "ды", "ти", "ты", "ни", "ны", "дин", "дын", "тин", "тын", "нин", "нын", "дан", "ден", "тан", "тен", "нан",
    "нен", "мен", "бен", "пен", "да", "де", "та", "те", "дики", "жан", "хан", "бек", "бай", "гул", "а", "кызы", "улы",
)  # fmt: skip
"""Endings of names in keys: Russian and Kazakh cases, and what is added out of respect."""
_SOFT = "йьяаиеюу"
"""Last letters of Russian names that give way to an ending, as keys have them."""


def folded(word: str) -> str:
    """Return the letters of a word, small, without what photos and keyboards confuse."""
    return "".join(_LETTERS.findall(word)).lower().translate(LOOKS)


def key_of(word: str) -> str:
    """Return the key by which an ordinary word is known."""
    return folded(word)[:LONGEST_KEY]


def is_ordinary(word: str, *, least_rest: int = 4) -> bool:
    """Return whether a word, or what is left when up to four letters of its ending go, is in ordinary text."""
    letters = folded(word)
    known = _ordinary()
    if letters in known or (len(letters) >= LONGEST_KEY and letters[:LONGEST_KEY] in known):
        return True
    return any(
        letters[:length] in known for length in range(len(letters) - 1, max(least_rest, len(letters) - 4) - 1, -1)
    )


def is_ordinary_as_written(word: str) -> bool:
    """Return the same where an ending is no excuse: for words that look like surnames."""
    letters = folded(word)
    return letters in _ordinary() or (len(letters) > LONGEST_KEY and letters[:LONGEST_KEY] in _ordinary())


def is_public(word: str) -> bool:
    """Return whether a word with a capital names a place, a bank, a month: nobody's name."""
    letters = folded(word)
    return any(letters[:length] in _public() for length in range(len(letters), max(2, len(letters) - 5), -1))


def is_given_name(word: str) -> bool:
    """Return whether a word is a first name in any case; in long ones a letter may be misread."""
    letters = folded(word)
    if len(letters) < 3:
        return False
    return any(
        letters[: len(letters) - len(ending)] in names and letters.endswith(ending)
        for ending in _NAME_ENDINGS
        if len(letters) - len(ending) >= 3
        for names in (_given_names(),)
    ) or (len(letters) >= 6 and any(one in _near_names() for one in _without_one(letters)))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(ORDINARY_WORDS.read_text(encoding="utf-8").split())


@cache
def _public() -> frozenset[str]:
    lists = yaml.safe_load(_PLACES.read_text(encoding="utf-8"))
    return frozenset(folded(word) for words in lists.values() for word in words.split())


@cache
def _given_names() -> frozenset[str]:
    lists = yaml.safe_load(_GIVEN_NAMES.read_text(encoding="utf-8"))
    names = {folded(name) for language in lists.values() for words in language.values() for name in words.split()}
    return frozenset(names | {name[:-1] for name in names if name[-1] in _SOFT and len(name) >= 5})


@cache
def _near_names() -> frozenset[str]:
    """Return the long names with one letter left out: two words that share one are a letter apart."""
    return frozenset(short for name in _given_names() if len(name) >= 6 for short in _without_one(name))


def _without_one(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(1, len(word))]
