"""The weights of letter sequences: a logistic regression over words, each seen once, by its sequences.

Solved in the dual, one word at a time (Yu, Huang and Lin, Dual coordinate descent methods for logistic regression,
2011): at the optimum the weights are the sum of the sequences of all words, each times what the word still misses.
"""

import math
import random
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from plugins.language.scores import sequences

NEWTON_STEPS = 8
LEAST_WORDS = 3
"""A sequence of fewer words says nothing about words not seen."""


class Example(NamedTuple):
    """How much of a word is Kazakh, from 0 to 1, and how much it counts."""

    share: float
    weight: float


def train_sequences(examples: Mapping[str, Example], epochs: int, seed: int = 1) -> dict[str, float]:
    """Return the weight of each sequence; positive speaks for Kazakh."""
    words = sorted(examples)
    seen: Counter[str] = Counter()
    for word in words:
        seen.update(set(sequences(word)))
    places = {part: place for place, part in enumerate(sorted(part for part, n in seen.items() if n >= LEAST_WORDS))}
    rows = [[places[part] for part in sequences(word) if part in places] for word in words]
    lengths = [sum(n * n for n in Counter(row).values()) for row in rows]
    weights, missing = [0.0] * len(places), [0.0] * len(words)
    order = list(range(len(words)))
    chance = random.Random(seed)  # noqa: S311 - the same table each time
    for _ in range(epochs):
        chance.shuffle(order)
        for number in order:
            total = sum([weights[place] for place in rows[number]])
            step = _step(examples[words[number]], missing[number], total, lengths[number])
            missing[number] += step
            for place in rows[number]:
                weights[place] += step
    return {part: weights[place] for part, place in places.items()}


def _step(example: Example, missing: float, total: float, length: int) -> float:
    """Return the change d of `missing` for which missing + d = weight · (share - σ(total + d · length)).

    Newton's method between two bounds that close in; half-way between them where it would leave them.
    """
    share, weight = example
    low, high = weight * (share - 1) - missing, weight * share - missing
    step = 0.0
    for _ in range(NEWTON_STEPS):
        likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, total + step * length))))
        off = missing + step - weight * (share - likely)
        if off > 0:
            high = step
        else:
            low = step
        step -= off / (1 + weight * length * likely * (1 - likely))
        if not low <= step <= high:
            step = (low + high) / 2
    return step
