"""Moves the ends of a foreign run to the ends of a sentence where only a word or two lie between."""

from itertools import pairwise

from plugins.language.gaps import Boundary, Gap

FEW = 2
"""Words at the edge of a sentence that do not make it mixed, unless they say as much as LEAST_PART."""

LEAST_PART = 9.0

Run = tuple[int, int]
"""The first and the last word."""


def move_to_sentences(runs: list[Run], gains: list[float], gaps: list[Gap]) -> list[Run]:
    """Return the runs with their ends moved; `gains` are what each word says for the foreign language."""
    if not runs:
        return []
    bounds = _sentence_of_each(gaps)
    moved: list[Run] = []
    for first, last in runs:
        start = _moved_start(first, last, gains, gaps, bounds[first])
        end = _moved_end(first, last, gains, gaps, bounds[last])
        if moved and start <= moved[-1][1]:
            moved[-1] = (moved[-1][0], max(end, moved[-1][1]))
        elif start <= end:
            moved.append((start, end))
    return moved


def _sentence_of_each(gaps: list[Gap]) -> list[Run]:
    """Return for each word the first and the last word of its sentence."""
    begins = [place for place, gap in enumerate(gaps) if not place or gap.boundary >= Boundary.LIKELY]
    bounds: list[Run] = []
    for begin, after in pairwise([*begins, len(gaps)]):
        bounds += [(begin, after - 1)] * (after - begin)
    return bounds


def _moved_start(first: int, last: int, gains: list[float], gaps: list[Gap], sentence: Run) -> int:
    begin, end = sentence
    if begin == first:
        return first
    if end < last and end - first < FEW and sum(gains[first : end + 1]) < LEAST_PART:
        return end + 1
    if first - begin <= FEW <= end - first and not gaps[first].has_quote and -sum(gains[begin:first]) < LEAST_PART:
        return begin
    return first


def _moved_end(first: int, last: int, gains: list[float], gaps: list[Gap], sentence: Run) -> int:
    begin, end = sentence
    if end == last:
        return last
    if begin > first and last - begin < FEW and sum(gains[begin : last + 1]) < LEAST_PART:
        return begin - 1
    if (
        end - last <= FEW <= last - begin
        and not gaps[last + 1].has_quote
        and -sum(gains[last + 1 : end + 1]) < LEAST_PART
    ):
        return end
    return last
