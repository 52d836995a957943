"""The length of the queue: past waiting times, and an estimate for one who joins today. Pure; no Pelican.

`spread` describes the past, `estimate` runs the queue forward, `chance` is the dice both languages throw alike.
"""

from plugins.loans.queue.estimate import (
    IN_TEN,
    MONTHS_AHEAD,
    RUNS,
    Assumptions,
    Estimate,
    assumptions_of,
    estimate,
)
from plugins.loans.queue.history import FEWEST_PURCHASES, LAST_MONTHS, Money, QueueHistory, Thin, thin_reason
from plugins.loans.queue.spread import Spread, ranked, spread_of

__all__ = [
    "FEWEST_PURCHASES",
    "IN_TEN",
    "LAST_MONTHS",
    "MONTHS_AHEAD",
    "RUNS",
    "Assumptions",
    "Estimate",
    "Money",
    "QueueHistory",
    "Spread",
    "Thin",
    "assumptions_of",
    "estimate",
    "ranked",
    "spread_of",
    "thin_reason",
]
