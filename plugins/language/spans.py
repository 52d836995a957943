"""Where a block leaves its language: the best path of two languages through its words (Viterbi)."""

import re
from typing import NamedTuple

from plugins.language.classify import LEAST_EVIDENCE, Language, total_of, verdict_on
from plugins.language.evidence import Evidence, most_for, read_evidence
from plugins.language.gaps import Boundary
from plugins.language.sentences import move_to_sentences

Span = tuple[int, int, Language]
"""First character, the one after the last, and the language that is there."""

SWITCH_COST = {Boundary.INSIDE: 6.0, Boundary.CLAUSE: 5.0, Boundary.LIKELY: 4.0, Boundary.SENTENCE: 3.0}
"""What a change of language costs, in log-odds."""

SHORT = 4
"""Words in a block that is judged as a whole."""

_HEADING = re.compile(
    r"\s*(?P<first>[^()\n/|]+?)\s*"
    r"(?:\((?P<bracket>[^()\n]+)\)\s*[.:]?|[/|]\s*(?P<slash>[^()\n/|]+?)|(?<=\s)[-–—]\s+(?P<dash>[^()\n/|]+?))\s*"
)
_LONGEST_HEADING = 12
"""Words in a heading of two languages."""

LEAST_OF_NAME = 4.0
"""Log-odds of a foreign half in capitals beside a dash: more than the letters of a name say, `Мани Шанкар – Министр нефти`."""

_MOST_LETTERS = 300
_LITTLE = LEAST_EVIDENCE - 0.01
"""Log-odds below which nothing in a block is foreign: less than any verdict asks for, and than any change costs."""


class _Run(NamedTuple):
    first: int
    last: int
    before: "_Run | None"


def foreign_spans(text: str, expected: Language) -> list[Span]:
    """Return the places in a block that are not in the expected language, in order, without overlap."""
    foreign: Language = "ru" if expected == "kk" else "kk"
    if most_for(text, foreign) < _LITTLE:
        return []
    evidence = read_evidence(text)
    sign = -1.0 if expected == "kk" else 1.0
    gains = [sign * score for score in evidence.scores]
    if max(gains) <= 0:
        return []
    is_short = len(gains) <= _LONGEST_HEADING and len(text) < _MOST_LETTERS
    heading = _HEADING.fullmatch(text) if is_short else None
    spans = _foreign_halves(text, heading, evidence, gains, foreign) if heading else None
    if spans is not None:
        return spans
    runs = move_to_sentences(_runs(gains, evidence), gains, evidence.gaps) if len(gains) > SHORT else []
    if not runs and verdict_on(total_of(evidence)).language == foreign:
        runs = [(0, len(gains) - 1)]
    return [(*_extent(text, evidence, first, last), foreign) for first, last in runs]


def _foreign_halves(
    text: str, heading: re.Match[str], evidence: Evidence, gains: list[float], foreign: Language
) -> list[Span] | None:
    """Judge the halves of `X (Y)`, `X / Y`, `X — Y` by themselves; None if they are better judged together."""
    halves = [heading.span(name) for name in ("first", "bracket", "slash", "dash") if heading[name]]
    parts = [_gains_between(start, end, evidence, gains) for start, end in halves]
    if any(_is_mixed(part) for part in parts):
        return None
    says = [sum(part) for part in parts]
    is_foreign = [
        said >= (LEAST_OF_NAME if heading["dash"] and _may_be_name(text[slice(*half)]) else LEAST_EVIDENCE)
        for said, half in zip(says, halves, strict=True)
    ]
    is_native = [verdict_on(said).language != "neutral" and said < 0 for said in says]
    if all(is_foreign) or not any(is_foreign) or (heading["dash"] and not any(is_native)):
        return None
    return [(*_trimmed(text, *half), foreign) for half, is_found in zip(halves, is_foreign, strict=True) if is_found]


def _may_be_name(half: str) -> bool:
    return half.istitle() and len(half.split()) > 1


def _gains_between(start: int, end: int, evidence: Evidence, gains: list[float]) -> list[float]:
    """Return what the words between two places say; letters that stand alone say nothing."""
    places = zip(gains, evidence.starts, evidence.ends, strict=True)
    return [gain for gain, begin, after in places if start <= begin < end and after - begin > 1]


def _is_mixed(gains: list[float]) -> bool:
    """Say whether the language changes inside a part of a block."""
    foreign = sum(gain for gain in gains if gain > 0)
    return min(foreign, foreign - sum(gains)) > SWITCH_COST[Boundary.INSIDE]


def _runs(gains: list[float], evidence: Evidence) -> list[tuple[int, int]]:
    """Return first and last word of each foreign run on the best path."""
    native, foreign = 0.0, gains[0] - SWITCH_COST[Boundary.SENTENCE]
    done: _Run | None = None
    begun, done_before = 0, done
    for place in range(1, len(gains)):
        cost = SWITCH_COST[evidence.gaps[place].boundary]
        if native - cost >= foreign:
            foreign, begun, done_before = native - cost, place, done
        elif foreign - cost > native:
            native, done = foreign - cost, _Run(begun, place - 1, done_before)
        foreign += gains[place]
    if foreign - SWITCH_COST[Boundary.SENTENCE] > native:
        done = _Run(begun, len(gains) - 1, done_before)
    runs = []
    while done:
        runs.append((done.first, done.last))
        done = done.before
    return runs[::-1]


def _extent(text: str, evidence: Evidence, first: int, last: int) -> tuple[int, int]:
    """Return the characters of a run; whole sentences with the signs that belong to them."""
    start, end = evidence.starts[first], evidence.ends[last]
    if first == 0:
        start = 0
    elif evidence.gaps[first].begin >= 0:
        start = evidence.ends[first - 1] + evidence.gaps[first].begin
    if last == len(evidence.starts) - 1:
        end = len(text)
    elif evidence.gaps[last + 1].end >= 0:
        end += evidence.gaps[last + 1].end
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
