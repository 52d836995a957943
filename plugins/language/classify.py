"""Tells the language of a block."""

import math
from typing import Literal, NamedTuple

from plugins.language.evidence import Evidence, read_evidence

Language = Literal["kk", "ru"]

LEAST_EVIDENCE = 1.5
"""Log-odds below which a block is nobody's language: about nine to two."""


class Verdict(NamedTuple):
    """The language of a block, and how sure that is, from 0 to 1."""

    language: Literal["kk", "ru", "neutral"]
    confidence: float


def classify(text: str) -> Verdict:
    """Return the language of a block; `neutral` for numbers, names, addresses and words that both languages share."""
    return verdict_on(total_of(read_evidence(text)))


def total_of(evidence: Evidence) -> float:
    """Return what all words say together; above zero for Kazakh."""
    return sum(evidence.scores)


def verdict_on(total: float) -> Verdict:
    """Return the verdict on what words say together."""
    sureness = 1 / (1 + math.exp(-min(abs(total), 40.0)))
    if abs(total) < LEAST_EVIDENCE:
        return Verdict("neutral", round(2 * (1 - sureness), 4))
    return Verdict("kk" if total > 0 else "ru", round(sureness, 4))
