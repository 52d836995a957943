"""Which paragraph or list item of one language has no counterpart in the other, by their lengths (pure).

After Gale and Church, "A program for aligning sentences in bilingual corpora" (1993): the cheapest way through both lists,
where a block corresponds to one block, is left over, or is parted in two by the other language.
"""

import math
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

_VARIANCE = 6.8
"""Of the difference of lengths, by the length: Gale and Church."""
_LEFT_OVER, _PARTED, _OTHER_MARK, _SENTENCE, _SHARED_WORD = 4.5, 3.0, 3.0, 2.5, 1.6
"""Costs: of a block without counterpart, of one parted in two, of an unlike mark, of a sentence more or less; what a
word of both languages takes off."""
_MOST_SHARED = 4
_IMPOSSIBLE = 1e9


class Measure(NamedTuple):
    """What is compared of a block."""

    length: int
    sentences: int
    words: Set[str]
    """Beginnings of words, which both languages may have: `коопе`, `креди`; of Kazakh also their Russian translations."""
    marks: frozenset[str]
    """Numbers and addresses: what stays the same in translation."""
    is_item: bool
    """A list item, which is never parted."""


def left_over(one: Sequence[Measure], other: Sequence[Measure]) -> Iterator[tuple[int, int]]:
    """Yield which list (0 or 1) and which place in it has no counterpart, in order."""
    costs = [[_IMPOSSIBLE] * (len(other) + 1) for _ in range(len(one) + 1)]
    steps = [[(0, 0)] * (len(other) + 1) for _ in range(len(one) + 1)]
    costs[0][0] = 0.0
    for row in range(len(one) + 1):
        for column in range(len(other) + 1):
            for down, right in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                if row >= down and column >= right:
                    cost = costs[row - down][column - right]
                    cost += _cost(one[row - down : row], other[column - right : column])
                    if cost < costs[row][column]:
                        costs[row][column], steps[row][column] = cost, (down, right)
    found = []
    row, column = len(one), len(other)
    while row or column:
        down, right = steps[row][column]
        row, column = row - down, column - right
        if not right:
            found.append((0, row))
        elif not down:
            found.append((1, column))
    yield from reversed(found)


def _cost(one: Sequence[Measure], other: Sequence[Measure]) -> float:
    if not one or not other:
        return _LEFT_OVER
    if len({block.is_item for block in (*one, *other)}) > 1 or (one[0].is_item and len(one) + len(other) > 2):
        return _IMPOSSIBLE
    mine, theirs = (sum(block.length for block in blocks) for blocks in (one, other))
    apart = (mine - theirs) / math.sqrt((mine + theirs) / 2 * _VARIANCE + 1)
    marks = frozenset().union(*(block.marks for block in one)) ^ frozenset().union(*(block.marks for block in other))
    sentences = abs(sum(block.sentences for block in one) - sum(block.sentences for block in other))
    parted = _PARTED + _SENTENCE * sentences if len(one) + len(other) > 2 else 0.5 * sentences
    words, their_words = (frozenset[str]().union(*(block.words for block in blocks)) for blocks in (one, other))
    return (
        min(apart * apart / 2, 20.0)
        + parted
        + _OTHER_MARK * len(marks)
        - _SHARED_WORD * min(len(words & their_words), _MOST_SHARED)
    )
