"""The score of each word of a block, for Kazakh or Russian, in its context."""

import math
import re
from functools import partial
from typing import NamedTuple

from plugins.language.abbreviations import BEGINNINGS, BEGINNINGS_OF, SURE, judge_abbreviations
from plugins.language.by_word import ByWord
from plugins.language.discounts import (
    KnownWord,
    is_address,
    is_all_capitals,
    lower_compounds,
    lower_names,
    lower_titles,
    settle_sentences,
)
from plugins.language.gaps import LONGEST_GAP, PLAIN, Gap, gap_kind
from plugins.language.proper_names import MAY_BE_BESIDE_NAME, lower_awards, lower_explained, lower_lists, lower_places
from plugins.language.scores import word_score
from plugins.language.shared_words import ALONE_IN_BOTH, NAMES, SHARED_WORDS
from plugins.language.word_order import (
    ORDER,
    is_kazakh_or_plural,
    is_short_abbreviation,
    judge_named_firm,
    judge_order,
    may_be_before_name,
)
from plugins.language.words import WORD, spelled_for_judging, without_addresses

_LONGEST_WORD = 60
"""Letters that are looked at; no word of either language is longer."""

_NAME_ENDING = re.compile(
    r".{2,}(?:[оеё]ва?|ин|ина|[оеы]вич|[оеи]вна|ұлы|[^аеоуыэюяі]улы|[қк]ызы|кизи|бай|бек|хан|жан|г[үу]ль?)"
)
_ADJECTIVE = re.compile(r".{2,}[цс](?:кий|кая)")
_KAZAKH_INFLECTION = re.compile(
    ".{3,}(?:[нтд][ыі]ң|с[ыі]|[лнтд][ае]р[ыі]|[лдт][ыі]ғ[ыі]|[мң][ыі]з|[ыі]м[ыі]з)(?:[нмдтғг].{0,3})?"
)


class Evidence(NamedTuple):
    """The words of a block, side by side in lists of equal length."""

    starts: list[int]
    ends: list[int]
    scores: list[float]
    """Above zero for Kazakh, below for Russian, less where a word says little."""
    gaps: list[Gap]
    """The signs before each word."""


def forget_words() -> None:
    """Forget what is known of words: for another table, and for measuring the first look at a text."""
    _known_words.clear()
    for most in _most_for.values():
        most.clear()


def most_for(text: str, language: str) -> float:
    """Return a bound of what the words of a block say for a language together: names, titles and lists only lower it."""
    found = WORD.findall(without_addresses(text))
    if not found:
        return 0.0
    most = sum(map(_most_for[language].__getitem__, found))
    if may_be_before_name(_known_words[found[0]].spelled if language == "ru" else ""):
        return most + ORDER
    return most + ORDER if language == "kk" and is_kazakh_or_plural(_known_words[found[-1]].spelled) else most


def read_evidence(text: str) -> Evidence:
    """Return what the words of a block say."""
    judged = without_addresses(text)
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[Gap] = []
    known: list[KnownWord] = []
    last = 0
    for found in WORD.finditer(judged):
        raw = found[0]
        start, end = found.span()
        signs = judged[last:start]
        gaps.append(PLAIN if signs == " " else gap_kind(signs[:LONGEST_GAP]))
        known.append(_known_words[raw])
        starts.append(start)
        ends.append(end)
        last = end
    scores = [word.score for word in known]
    settle_sentences(known, gaps)
    if len(known) == 1 and known[0].spelled in ALONE_IN_BOTH:
        return Evidence(starts, ends, [0.0], gaps)
    if all(after - start == 1 for start, after in zip(starts, ends, strict=True)):
        scores = [0.0] * len(scores)
        judge_abbreviations(judged, starts, scores)
        return Evidence(starts, ends, scores, gaps)
    if "-" in judged:
        lower_compounds(known, gaps, scores)
    has_quote = '"' in judged or "»" in judged or "”" in judged or "“" in judged
    if not is_all_capitals(judged, known):
        lower_names(known, gaps, scores)
        if is_address(judged, known, scores):
            scores = [0.0] * len(scores)
        if has_quote:
            lower_titles(judged, starts, scores)
        judge_order(judged, ends, known, gaps, scores)
        if any(word.may_be_beside_name for word in known):
            lower_places(judged, starts, scores)
            lower_awards(judged, starts, scores)
        if (" — " in judged or " – " in judged or " - " in judged) and min(scores, default=0.0) < 0 < max(scores):
            lower_explained(judged, starts, scores)
        if "," in judged and min(scores, default=0.0) < 0 < max(scores):
            lower_lists(judged, starts, ends, gaps, scores)
    if has_quote and (is_short_abbreviation(known[0]) or is_short_abbreviation(known[-1])):
        judge_named_firm(judged, starts, known, scores)
    if any(word.may_be_abbreviated for word in known):
        judge_abbreviations(judged, starts, scores)
    return Evidence(starts, ends, scores, gaps)


def _look_up(raw: str) -> KnownWord:
    spelled = spelled_for_judging(raw[:_LONGEST_WORD])
    is_capital = raw[0].isupper()
    score = word_score(spelled) if spelled else 0.0
    return KnownWord(
        spelled,
        score,
        is_capital=is_capital,
        is_upper=len(raw) > 1 and raw.isupper(),
        is_initial=is_capital and len(raw) == 1,
        is_latin=not spelled,
        is_name=is_capital and (spelled in NAMES or _has_name_ending(spelled)),
        is_adjective=bool(_ADJECTIVE.fullmatch(spelled)),
        may_be_abbreviated=spelled in BEGINNINGS,
        may_be_beside_name=bool(MAY_BE_BESIDE_NAME.match(spelled)),
        is_inflected=score > 0 and bool(_KAZAKH_INFLECTION.fullmatch(spelled)),
    )


def _has_name_ending(spelled: str) -> bool:
    return spelled not in SHARED_WORDS and bool(_NAME_ENDING.fullmatch(spelled))


def _most_of(raw: str, language: str) -> float:
    """Return the most that a word may say for a language, by itself or as the beginning of an abbreviation."""
    word = _known_words[raw]
    most = max(0.0, word.score if language == "kk" else -word.score, ORDER if is_short_abbreviation(word) else 0.0)
    if word.spelled in BEGINNINGS_OF[language]:
        return max(most, SURE)
    if word.spelled and len(word.spelled) != len(raw):
        return math.inf  # with invisible signs or letters of two scripts: to be looked at closely
    return most


_known_words = ByWord(_look_up)
_most_for = {language: ByWord(partial(_most_of, language=language)) for language in BEGINNINGS_OF}
