"""An ending joined to a figure is the one that is spoken.

A Kazakh ending follows the last word of the number: its vowels are as deep and its first consonant as hard (алты — 6-шы,
бес — 5-ке, он — 10-нан). Russian joins the last letter, or the last two where a consonant stands before it; a number that
counts takes none.
Source: rules of Kazakh spelling of 2022, on numerals; Мильчин, Чельцова, «Справочник издателя и автора», on joined endings.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem

_JOINED = re.compile(r"\d-")
"""What every form has, and most passages have not."""
_NUMBER = r"(?<![\d,.:])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)-"
"""Not the minutes of a time of day: 11:00-де is spoken by its hour."""
_KK = re.compile(rf"{_NUMBER}([а-яёәғқңөұүһі]{{1,9}})\b")
_RU = re.compile(
    rf"{_NUMBER}(ого|его|ому|ему|ыми|ими|ый|ой|ий|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ом|ем|ых|их|ти)\b",
)
_FORMS = {"kk": _KK, "ru": _RU}
_RU_BETTER = {"ого": "го", "его": "го", "ому": "му", "ему": "му", "ыми": "ми", "ими": "ми"}


class _Ending(NamedTuple):
    """How a spoken number ends: whether its vowels are front ones, and which consonants follow its last sound."""

    is_front: bool
    sound: str


_UNITS = {
    1: _Ending(True, "р"), 2: _Ending(True, "vowel"), 3: _Ending(True, "hard"), 4: _Ending(True, "hard"),
    5: _Ending(True, "hard"), 6: _Ending(False, "vowel"), 7: _Ending(True, "vowel"), 8: _Ending(True, "з"),
    9: _Ending(False, "з"),
}  # fmt: skip
_TENS = {
    1: _Ending(False, "н"), 2: _Ending(False, "vowel"), 3: _Ending(False, "з"), 4: _Ending(False, "hard"),
    5: _Ending(True, "у"), 6: _Ending(False, "hard"), 7: _Ending(True, "hard"), 8: _Ending(True, "н"),
    9: _Ending(False, "н"),
}  # fmt: skip
_HUNDRED, _THOUSAND = _Ending(True, "з"), _Ending(False, "н")
"""жүз; мың, миллион, миллиард."""

_CASES: tuple[Mapping[str, str], ...] = (  # first consonant by the last sound of the number
    {"vowel": "г", "hard": "к", "р": "г", "з": "г", "н": "г", "у": "г", "rest": "е"},
    {"vowel": "д", "hard": "т", "р": "д", "з": "д", "н": "д", "у": "д", "rest": "е"},
    {"vowel": "д", "hard": "т", "р": "д", "з": "д", "н": "д", "у": "д", "rest": "егі"},
    {"vowel": "д", "hard": "т", "р": "д", "з": "д", "н": "н", "у": "д", "rest": "ен"},
    {"vowel": "н", "hard": "т", "р": "д", "з": "д", "н": "н", "у": "д", "rest": "ің"},
    {"vowel": "н", "hard": "т", "р": "д", "з": "д", "н": "д", "у": "д", "rest": "і"},
    {"vowel": "л", "hard": "т", "р": "л", "з": "д", "н": "д", "у": "л", "rest": "ер"},
    {"vowel": "л", "hard": "т", "р": "л", "з": "д", "н": "д", "у": "л", "rest": "ік"},
)
_TO_BACK, _TO_FRONT = str.maketrans("еігк", "аығқ"), str.maketrans("аығқ", "еігк")
_ORDINAL = re.compile(r"(?:[іы]?н)?ш[іы](\w*)")


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every ending of a figure that nobody would speak so."""
    form = _FORMS.get(passage.language)
    if form is None or not _JOINED.search(passage.text):
        return
    better_of = _better_kk if passage.language == "kk" else _better_ru
    for match in form.finditer(passage.text):
        better = better_of(match.group(1), match.group(2))
        if better != match.group(0):
            line, column = passage.place(match.start())
            values = {"found": match.group(0), "better": better}
            yield Problem(passage.path, line, column, "wrong-number-suffix", values)


def _better_ru(number: str, suffix: str) -> str:
    return number if suffix == "ти" else f"{number}-{_RU_BETTER.get(suffix, suffix[-1])}"


def _better_kk(number: str, suffix: str) -> str:
    """Return the number with its ending as it is spoken; as it is where the letters are a word, such as 5-бап."""
    ending = _spoken_ending(int(re.sub(r"\D", "", number)))
    if ordinal := _ORDINAL.fullmatch(suffix):
        return f"{number}-{_in_harmony(f'ші{ordinal[1]}', ending.is_front)}"
    for case in _CASES:
        forms = {
            _in_harmony(case[sound] + case["rest"], front)
            for sound in case
            if sound != "rest"
            for front in (True, False)
        }
        if suffix in forms:
            return f"{number}-{_in_harmony(case[ending.sound] + case['rest'], ending.is_front)}"
    return f"{number}-{suffix}"


def _in_harmony(suffix: str, is_front: bool) -> str:
    return suffix.translate(_TO_FRONT if is_front else _TO_BACK)


def _spoken_ending(number: int) -> _Ending:
    """Return how the last word of a number ends: алты of 26, жүз of 300, мың of 5 000."""
    if number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    return _HUNDRED if number % 1000 else _THOUSAND
