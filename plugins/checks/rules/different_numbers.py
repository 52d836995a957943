"""Both languages state the same figures, dates and sums.

Readers of both languages must see the same sums. Numbers are compared as values, in
figures and in words: grouping, decimal signs and endings (5-бап, 5-й) do not matter, `он бес` is 15, `25 млн` is
25 000 000; names of months count as part of the date. Passages that answer each other must state the same; a number that
only one of them has may stand elsewhere in the other text. What another rule wants gone, or filled in, is not asked of the
other language as well (`consequences.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins.checks.consequences import Refused, Span
from plugins.checks.counterparts import Counterparts, counterparts
from plugins.checks.passages import Passage
from plugins.checks.rules.personal_data_in_text import spans_in
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.language.figures import StatedNumber, stated_numbers
from plugins.model.items import LANGUAGES, Language
from plugins.model.placeholders import is_of_a_form, placeholder_spans

_OTHER: dict[Language, Language] = {"kk": "ru", "ru": "kk"}
_Stated = dict[Language, list[StatedNumber]]
_SAME = {"0.5": "50", "0.25": "25", "50": "0.5", "25": "0.25"}
"""A half may be written in per cent."""


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every figure of one language that the other does not have."""
    refused = Refused(site)
    for text in counterparts(site):
        yield from _differences(text, refused)


def _differences(text: Sequence[Counterparts], refused: Refused) -> Iterator[Problem]:
    stated: list[_Stated] = [
        {language: stated_numbers(pair[language].text, pair[language].language) for language in LANGUAGES}
        for pair in text
    ]
    anywhere = {language: {number.value for pair in stated for number in pair[language]} for language in LANGUAGES}
    reported: set[tuple[Language, str]] = set()
    for pair, all_numbers in zip(text, stated, strict=True):
        if not any(any(_lacking(all_numbers, language)) for language in LANGUAGES):
            continue
        numbers = {language: _comparable(pair[language], all_numbers[language]) for language in LANGUAGES}
        gone = _gone(pair, refused)
        lacking = {
            language: _not_to_come([one for one in _lacking(numbers, language) if not _is_in(one, gone[language])], pair[_OTHER[language]])
            for language in LANGUAGES
        }  # fmt: skip
        lasting = {
            language: [one for one in numbers[language] if not _is_in(one, gone[language])] for language in LANGUAGES
        }
        is_replaced = any(
            _has_more(lasting, language) and (_has_more(lasting, other) or _has_another(lasting, other))
            for language, other in _OTHER.items()
        )
        for language, found in lacking.items():
            for number in found:
                is_new = (language, number.value) not in reported
                if is_new and (is_replaced or number.period or number.value not in anywhere[_OTHER[language]]):
                    reported.add((language, number.value))
                    yield _problem(pair[language], pair[_OTHER[language]], number)


def _comparable(passage: Passage, numbers: Sequence[StatedNumber]) -> list[StatedNumber]:
    """Return the numbers of a passage that belong to no personal data and to no placeholder."""
    without = [*((start, end) for _, start, end in spans_in(passage)), *placeholder_spans(passage.text)]
    return [number for number in numbers if not _is_in(number, without)]


def _gone(pair: Counterparts, refused: Refused) -> Mapping[Language, Sequence[Span]]:
    """Return the sentences of each language that must go, where the other language has none such."""
    found = {language: refused.in_passage(pair[language]) for language in LANGUAGES}
    return {language: () if found[_OTHER[language]] else found[language] for language in LANGUAGES}


def _not_to_come(lacking: list[StatedNumber], other: Passage) -> list[StatedNumber]:
    """Return the numbers, less those that may still be filled in where the other language has placeholders."""
    if is_of_a_form(other.text):
        return []
    several = {number.start for number in lacking}
    return [] if len(several) <= sum(1 for _ in placeholder_spans(other.text)) else lacking


def _is_in(number: StatedNumber, spans: Sequence[Span]) -> bool:
    return any(start <= number.start < end for start, end in spans)


def _lacking(numbers: _Stated, language: Language) -> Iterator[StatedNumber]:
    """Yield what a passage states for sure and its counterpart does not state at all."""
    theirs = numbers[_OTHER[language]]
    values = {number.value for number in theirs} | {number.same_as for number in theirs if number.same_as}
    periods = {number.period for number in theirs if number.period}
    if any(sum(number.period == "ordinal" for number in stated) > 1 for stated in numbers.values()):
        periods.discard("ordinal")
    for number in numbers[language]:
        same = (number.value, number.same_as, _SAME.get(number.value))
        if (number.is_certain or number.period in periods) and values.isdisjoint(same):
            yield number


def _has_more(numbers: _Stated, language: Language) -> bool:
    """Say whether a passage states a number more often than its counterpart."""
    counts = Counter(number.value for number in numbers[_OTHER[language]])
    certain = Counter(number.value for number in numbers[language] if number.is_certain)
    return any(times > counts[value] for value, times in certain.items())


def _has_another(numbers: _Stated, language: Language) -> bool:
    """Say whether a passage has one, twice or a half where its counterpart has another number."""
    theirs = {number.value for number in numbers[_OTHER[language]]}
    return any(not number.period and number.value not in theirs for number in numbers[language])


def _problem(passage: Passage, other: Passage, number: StatedNumber) -> Problem:
    line, column = passage.place(number.start)
    file = other.path.rpartition("/")[2] if other.path != passage.path else f"{other.language}:"
    values = {"figure": number.shown, "other": file}
    return Problem(passage.path, line, column, "different-numbers", values)
