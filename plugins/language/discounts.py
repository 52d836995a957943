"""Lowers the scores of words that occur in both languages: names, quoted titles, abbreviations, addresses."""

import re
from bisect import bisect_left
from typing import NamedTuple

from plugins.language.gaps import Boundary, Gap
from plugins.language.shared_words import NAMES, NOT_KAZAKH, PLACES, ROLES, SHORTENINGS, STREETS

CAPITAL_PART = 0.25
"""What is left of the score of a capitalised word inside a sentence."""

HYPHENED_PART = 0.1
"""What is left of the parts of a name such as `Эр-Рияд`."""

QUOTED_PARTS = {1: 0.15, 2: 0.15, 3: 0.15, 4: 0.3, 5: 0.3, 6: 0.3}
"""What is left of the score of a word in a quote of so many words; a longer quote is text and no title."""

ALL_QUOTED_PART = 0.5
"""The same where a block has nothing beside the quote."""

TITLE_PART, LONGEST_TITLE = 0.15, 9
"""The same for a longer quote that begins with a capital and is no sentence: the name of an order or an institution."""

_SENTENCE_SIGN = re.compile(r"[.!?…,;:]")

LONGEST_ABBREVIATION = 5

LONGEST_NAME = 4
"""Words in a personal name."""

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
_DIGIT = re.compile(r"\d")


class KnownWord(NamedTuple):
    """A word as it is written, without its place."""

    spelled: str
    score: float
    is_capital: bool
    is_upper: bool
    is_initial: bool
    is_latin: bool
    is_name: bool
    is_adjective: bool
    """A surname beside a given name or an initial (`Айгерим Вознесенская`), else an adjective (`Литовская Республика`)."""
    may_be_abbreviated: bool
    may_be_beside_name: bool
    is_inflected: bool
    """A Kazakh ending that names do not have in Russian text: `Қазақстан Республикасының Үкіметі` is no name there."""


def settle_sentences(known: list[KnownWord], gaps: list[Gap]) -> None:
    """Weaken the end of a sentence where the full stop belongs to a shortening or an initial."""
    for place in range(1, len(gaps)):
        gap = gaps[place]
        if gap.boundary is Boundary.SENTENCE and gap.is_stop:
            before = known[place - 1]
            if before.is_initial and gaps[place - 1].may_precede_initial:
                gaps[place] = gap._replace(boundary=Boundary.INSIDE, starts_clause=False)
            elif not known[place].is_capital:
                gaps[place] = gap._replace(boundary=Boundary.CLAUSE)
            elif before.spelled in SHORTENINGS or before.is_initial:
                gaps[place] = gap._replace(boundary=Boundary.LIKELY)


def lower_compounds(known: list[KnownWord], gaps: list[Gap], scores: list[float]) -> None:
    """Take away what a loanword says beside a hyphen: `бизнес-план` and `план-кесте` are Kazakh too."""
    for after in [place for place, gap in enumerate(gaps) if gap.is_hyphen and place]:
        for place in (after - 1, after):
            if known[place].spelled in NOT_KAZAKH:
                scores[place] = 0.0


def lower_names(known: list[KnownWord], gaps: list[Gap], scores: list[float]) -> None:
    """Lower the scores of names, initials, abbreviations and shortenings."""
    if is_personal_name(known) and not any(gap.boundary is Boundary.CLAUSE for gap in gaps[1:]):
        scores[:] = [0.0] * len(scores)
        return
    final = len(known) - 1
    for place, word in enumerate(known):
        if word.is_capital:
            scores[place] *= _part_of_capital(place, final, known, gaps)
        elif word.spelled in SHORTENINGS and (place == final or gaps[place + 1].is_stop or gaps[place + 1].is_hyphen):
            scores[place] = 0.0


def is_personal_name(known: list[KnownWord]) -> bool:
    """Say whether a block is nothing but a name: `Динмұхамед Қонаев`."""
    if not 2 <= len(known) <= LONGEST_NAME or not any(word.is_name for word in known):
        return False
    if known[0].spelled in ROLES and (known[1].is_initial or known[-1].is_initial):
        return False
    return all(word.is_capital and not word.is_upper and not word.is_latin for word in known)


def _part_of_capital(place: int, final: int, known: list[KnownWord], gaps: list[Gap]) -> float:
    word = known[place]
    is_before_stop = place < final and gaps[place + 1].is_stop
    is_before_capital = place < final and known[place + 1].is_capital and not known[place + 1].is_latin
    if word.is_upper:
        return CAPITAL_PART if len(word.spelled) <= LONGEST_ABBREVIATION else 1.0
    if word.is_initial and (final == 0 or is_before_stop):
        return 0.0
    if gaps[place].is_hyphen and place and known[place - 1].is_capital:
        return HYPHENED_PART
    is_inside = bool(place) and not gaps[place].starts_clause
    if _is_name(place, known, is_unlikely=not (is_inside or is_before_capital)):
        return 0.0
    if is_inside:
        return 1.0 if word.is_inflected else CAPITAL_PART
    return HYPHENED_PART if is_before_capital and gaps[place + 1].is_hyphen else 1.0


def _is_name(place: int, known: list[KnownWord], *, is_unlikely: bool) -> bool:
    word = known[place]
    if word.is_adjective:
        beside = known[max(0, place - 1) : place + 2]
        return any(other.is_initial or (other.is_capital and other.spelled in NAMES) for other in beside)
    return word.spelled in NAMES or (word.is_name and not is_unlikely)


def lower_titles(text: str, starts: list[int], scores: list[float]) -> None:
    """Lower the scores inside short quotes; less where the block is nothing but one quote."""
    for found in _QUOTED.finditer(text):
        first, after = bisect_left(starts, found.start()), bisect_left(starts, found.end())
        count = after - first
        if count >= len(starts):
            if count in QUOTED_PARTS:
                scores[:] = [ALL_QUOTED_PART * score for score in scores]
            continue
        is_title = count <= LONGEST_TITLE and count not in QUOTED_PARTS and text[found.start() + 1].isupper()
        is_title = is_title and text[found.end() - 2].isalpha() and not _SENTENCE_SIGN.search(found[0])
        if is_title or count in QUOTED_PARTS:
            for place in range(first, after):
                scores[place] *= TITLE_PART if is_title else QUOTED_PARTS[count]


def is_all_capitals(text: str, known: list[KnownWord]) -> bool:
    """Say whether the block is in capitals throughout, and not just an abbreviation."""
    return text.isupper() and any(len(word.spelled) > 3 for word in known)


def is_address(text: str, known: list[KnownWord], scores: list[float]) -> bool:
    """Say whether nothing but names and figures is beside a place: `Астана, Мәңгілік Ел даңғ., 12`."""
    if "," not in text or not _DIGIT.search(text):
        return False
    if not any(word.spelled in PLACES or word.spelled in STREETS for word in known):
        return False
    return all(word.is_capital or not score for word, score in zip(known, scores, strict=True))
