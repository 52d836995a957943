"""The past that the estimate is made from, and when it is too short for an estimate."""

from dataclasses import dataclass
from enum import StrEnum

LAST_MONTHS = 12
"""The estimate looks at the last year: every season is in it, and what the members paid years ago is not.

Longer windows were measured in invented cooperatives that grow: they answer with terms that are far too long.
"""
FEWEST_PURCHASES = 10
"""Within that year; fewer than ten ended waits could be chance."""


@dataclass(frozen=True, slots=True)
class Money:
    """What one month brought into the common fund and took out of it beside purchases, in whole tenge."""

    joining: int
    """Shares of those who joined."""
    payments: int
    """What all other members paid."""
    returned: int
    """What those who left took back."""


@dataclass(frozen=True, slots=True)
class QueueHistory:
    """The last months, at most `LAST_MONTHS`, and how the wait of every family that it ended for in them ended."""

    months: tuple[Money, ...]
    joined: int
    left: int
    prices: tuple[int, ...]
    """What was paid for each family that received, in tenge."""
    waiting: int
    held: int
    """Tenge in the fund after the last month."""


class Thin(StrEnum):
    """Why no term can be named."""

    MONTHS = "months"
    PURCHASES = "purchases"
    NOBODY_JOINED = "nobody-joined"


def thin_reason(history: QueueHistory) -> Thin | None:
    """Return why the past is too short to say anything, or None where it is not."""
    if len(history.months) < LAST_MONTHS:
        return Thin.MONTHS
    if len(history.prices) < FEWEST_PURCHASES:
        return Thin.PURCHASES
    if history.joined == 0:
        return Thin.NOBODY_JOINED
    return None
