"""Estimates how many months one who joins today will wait, as a range, by simulating the queue many times.

The model, which the page describes in plain words:

- One queue, one fund. Families receive in the order in which they joined, and nobody is passed over: while the fund
  does not hold the price of the next family's purchase, everyone behind it waits too.
- A month goes so: money comes in (shares of those who join, payments of all others), those who left are paid out, then
  purchases are made as long as the fund holds the next price. It may owe: then `held` is below zero.
- Each coming month brings what one of the last twelve brought, and each family ahead of you ends its wait as one of the
  families of that year did: it left, or it received something at a past price. Which one is drawn from an urn (`chance.Urn`).
  The nearer a family is to its turn, the rarer it leaves.
- Your share goes into the fund on the day you join. You receive when nobody is ahead of you and the fund holds your
  price.

A visitor may change the assumptions; the past sums are then scaled in proportion, rounded down to whole tenge. The
answer is the range in which `IN_TEN` of ten runs end. What the model leaves out: a bad month is often followed by a bad
one, prices grow, repayments grow with the number of purchases, a fund may dry up, the members may change the rule.

More money in never makes a run longer and one more family ahead never makes it shorter, because the draws depend on
neither. `tests/plugins/loans/queue/` holds the code to that, and measures how often the truth lies in the range.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from plugins.loans.queue.chance import Dice, Urn
from plugins.loans.queue.history import Money, QueueHistory
from plugins.loans.queue.spread import ranked

RUNS = 500
IN_TEN = 8
"""In how many runs of ten the turn comes within the range; one is earlier and one later."""
MONTHS_AHEAD = 120
"""Ten years: nothing is said of what lies behind."""

_SHARE_STEP, _PRICE_STEP, _PAYMENTS_STEP = 10_000, 100_000, 10_000


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the visitor may change; sums in whole tenge."""

    own_share: int
    own_price: int
    ahead: int
    """Families that wait now, all of them ahead of you."""
    joined_tenths: int
    """New families a month, in tenths: 25 is two and a half."""
    leave_percent: int
    """Of a hundred families that join, how many leave before their turn."""
    payments: int
    """What all members together pay a month, without the shares of new ones."""
    price: int
    """What is bought for a family ahead, on average."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Months from joining: `low` to `high` is the range, `middle` its half; None is beyond `MONTHS_AHEAD`."""

    low: int | None
    middle: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Slips:
    """What the urns hold: the past, put in proportion to the assumptions."""

    months: tuple[Money, ...]
    ended: int
    """Families whose wait is over: the first `left` slips left, the others received."""
    left: int
    prices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The fund and the queue after a month of one run, in tenge: `held` is what was held before, plus, minus."""

    month: int
    came_in: int
    returned: int
    spent: int
    held: int
    ahead: int
    is_your_turn: bool


def assumptions_of(history: QueueHistory) -> Assumptions:
    """Return what the past itself suggests, in round numbers, for one who joins as others did.

    The history is not a thin one (`thin_reason`).
    """
    months, prices = len(history.months), history.prices
    share = _rounded(sum(month.joining for month in history.months), history.joined, _SHARE_STEP)
    price = _rounded(sum(prices), len(prices), _PRICE_STEP)
    return Assumptions(
        own_share=share,
        own_price=price,
        ahead=history.waiting,
        joined_tenths=_rounded(history.joined * 10, months),
        leave_percent=_rounded(history.left * 100, history.left + len(prices)),
        payments=_rounded(sum(month.payments for month in history.months), months, _PAYMENTS_STEP),
        price=price,
    )


def estimate(history: QueueHistory, assumed: Assumptions, *, runs: int = RUNS) -> Estimate:
    """Return the range in which `IN_TEN` of ten runs end; the same for the same history and assumptions."""
    beyond = MONTHS_AHEAD + 1
    slips = slips_of(history, assumed)
    start = history.held + assumed.own_share
    waits = sorted(_wait(slips, assumed, start, run) or beyond for run in range(runs))
    outside = (10 - IN_TEN) * 10 // 2
    low, middle, high = (ranked(waits, percent) for percent in (outside, 50, 100 - outside))
    return Estimate(*(None if wait == beyond else wait for wait in (low, middle, high)))


def slips_of(history: QueueHistory, assumed: Assumptions) -> Slips:
    """Return the past as it would have been under the assumptions: each sum in proportion, rounded down.

    What never happened stays so: without past departures nothing is known of what leaving costs.
    """
    months, purchases = len(history.months), len(history.prices)
    ended = history.left + purchases
    paid, spent = sum(month.payments for month in history.months), sum(history.prices)
    return Slips(
        months=tuple(
            Money(
                joining=_in_proportion(month.joining, assumed.joined_tenths * months, history.joined * 10),
                payments=_in_proportion(month.payments, assumed.payments * months, paid),
                returned=_in_proportion(month.returned, assumed.leave_percent * ended, history.left * 100),
            )
            for month in history.months
        ),
        ended=ended,
        left=_rounded(assumed.leave_percent * ended, 100),
        prices=tuple(_in_proportion(price, assumed.price * purchases, spent) for price in history.prices),
    )


def needs_of_those_ahead(slips: Slips, ahead: int, dice: Dice) -> list[int]:
    """Return what must be bought before your turn, in order: one price for each family that stays to its turn.

    The first in the queue has its wait behind it, the last has all of it before it: so the third of ten leaves with
    three tenths of the chance that a newcomer leaves with.
    """
    ends, prices = Urn(slips.ended, dice), Urn(len(slips.prices), dice)
    needs = []
    for place in range(1, ahead + 1):
        would_leave = ends.draw() < slips.left
        price = slips.prices[prices.draw()]
        is_yet_to_leave = dice.below(ahead) < place
        if not (would_leave and is_yet_to_leave):
            needs.append(price)
    return needs


def months_of(
    months: Sequence[Money], needs: Sequence[int], own_price: int, held: int, dice: Dice
) -> Iterator[MonthEnd]:
    """Yield the months of one run up to your turn; without end where the money never comes."""
    urn = Urn(len(months), dice)
    served, is_your_turn = 0, False
    for number in count(1):
        money = months[urn.draw()]
        came_in = money.joining + money.payments
        held += came_in - money.returned
        spent = 0
        while served < len(needs) and held - spent >= needs[served]:
            spent += needs[served]
            served += 1
        if served == len(needs) and held - spent >= own_price:
            spent += own_price
            is_your_turn = True
        held -= spent
        yield MonthEnd(number, came_in, money.returned, spent, held, len(needs) - served, is_your_turn)
        if is_your_turn:
            return


def _wait(slips: Slips, assumed: Assumptions, held: int, run: int) -> int | None:
    """Return the months of one run, or None where it takes more than `MONTHS_AHEAD`."""
    needs = needs_of_those_ahead(slips, assumed.ahead, Dice(2 * run))
    run_of_months = months_of(slips.months, needs, assumed.own_price, held, Dice(2 * run + 1))
    return next((end.month for end in islice(run_of_months, MONTHS_AHEAD) if end.is_your_turn), None)


def _in_proportion(value: int, wanted: int, measured: int) -> int:
    return value * wanted // measured if measured else value


def _rounded(total: int, parts: int, step: int = 1) -> int:
    """Return the average to the nearest `step`, halves up; `parts` is above zero."""
    return (2 * total + parts * step) // (2 * parts * step) * step
