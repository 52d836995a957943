"""The weights of letter sequences: a logistic regression over words, each seen once, by its sequences."""

import math
import random
from collections import Counter
from collections.abc import Mapping

from plugins.language.scores import sequences

EPOCHS, STEP, DECAY = 6, 0.1, 2e-5
LEAST_WORDS = 3
"""A sequence of fewer words says nothing about words not seen."""


def train_sequences(counts: Mapping[str, tuple[float, float]], seed: int = 1) -> dict[str, float]:
    """Return the weight of each sequence; positive speaks for Kazakh. `counts` are of kk and ru, by word."""
    seen: Counter[str] = Counter()
    for word in counts:
        seen.update(set(sequences(word)))
    places = {part: place for place, part in enumerate(sorted(part for part, n in seen.items() if n >= LEAST_WORDS))}
    examples = [
        ([places[part] for part in sequences(word) if part in places], kk / (kk + ru), min(3.0, 1 + math.log(kk + ru)))
        for word, (kk, ru) in sorted(counts.items())
        if kk + ru >= 1
    ]
    weights, squares = [0.0] * len(places), [1e-2] * len(places)
    order = random.Random(seed)  # noqa: S311 - the same table each time
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for parts, share, weight in examples:
            total = sum([weights[part] for part in parts])
            error = weight * (share - 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))))
            error_squared = error * error
            for part in parts:
                squares[part] += error_squared
                now = weights[part]
                weights[part] = now + STEP * (error - DECAY * now) / math.sqrt(squares[part])
    return {part: weights[place] for part, place in places.items()}
