"""The effective annual rate of dated flows: ЖТСМ in Kazakh, ГЭСВ in Russian.

Rules: board of the National Bank of Kazakhstan, 137 of 26.03.2012 (banks), 208 of 26.11.2019 (microcredit), 197 of
27.08.2018 (other loan contracts with individuals). The days are real ones, the year has 365 of them.

The solver works with binary floats first, then once with decimals, which makes 1 + rate right to `TOLERANCE`.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from itertools import accumulate, compress
from operator import mul, ne, sub

from plugins.loans.due_dates import DAYS_OF_YEAR
from plugins.loans.roots import roots_of

TOLERANCE = Decimal("1e-18")
"""Greatest relative error of 1 + rate where the flows change direction once, as those of every loan do."""

LOWEST_RATE, HIGHEST_RATE = Decimal("-0.99"), Decimal(10_000)
"""Between these is looked for an answer where the flows change direction more than once: −99 % to 1 000 000 %."""

_TENTH_OF_A_PER_CENT = Decimal("0.001")
_EXACTLY = Context(prec=28)
_CLOSE_ENOUGH = 1e-6
"""A step of δ after which the decimals take over: each step doubles the number of right digits."""
_MOST_STEPS = 50
_FARTHEST, _HALVINGS = 1e5, 120
"""The fallback looks for δ within this distance of 0; a loan of a day that is paid back 1e118 times over is nearer."""


class EffectiveRateError(ValueError):
    """The flows have no single effective rate."""


class NoRateError(EffectiveRateError):
    """No rate makes what is given worth what is paid; for example when nothing is paid, or nothing given."""


class AmbiguousRateError(EffectiveRateError):
    """Several rates do. `rates` holds them in order; it is empty where every rate does."""

    def __init__(self, rates: tuple[Decimal, ...]) -> None:
        super().__init__(f"{len(rates) or 'all'} rates fit the flows")
        self.rates = rates


def effective_annual_rate(flows: Iterable[tuple[date, Decimal]]) -> Decimal:
    """Return the effective annual rate as an unrounded fraction: `Decimal("0.0723…")` is 7.23 %.

    `flows` are in any order; money given to the borrower is positive, money paid negative. Raises NoRateError and
    AmbiguousRateError, and ValueError for a sum that is no number.

    Rules 137, formula of the effective rate (the same in 197 and 208):

        Σ S_j / (1 + APR)^(t_j / 365) = Σ P_i / (1 + APR)^(t_i / 365)

    S_j is given, P_i paid, t is counted in days from the day of the first flow.
    """
    days, sums, floats = _by_day(flows)
    signs = [amount > 0 for amount in floats]
    changes = sum(map(ne, signs, signs[1:]))
    if not days:
        raise AmbiguousRateError(())
    if changes == 0:
        raise NoRateError("the flows all have one direction")
    if changes == 1:  # Descartes' rule of signs: exactly one answer
        turn = signs.index(not signs[0])
        if not sum(sums):
            return Decimal(0)
        return _polished(days, sums, _force_between(days, floats, turn))
    forces = roots_of(days, floats, math.log1p(float(LOWEST_RATE)), math.log1p(float(HIGHEST_RATE)))
    if not forces:
        raise NoRateError("no rate makes what is given worth what is paid")
    rates = tuple(_polished(days, sums, force) for force in forces)
    if len(rates) > 1:
        raise AmbiguousRateError(rates)
    return rates[0]


def rounded_rate(rate: Decimal) -> Decimal:
    """Return the rate to a tenth of a per cent, as lenders state it: 0.07229 becomes 0.072; a half goes up.

    National Bank 137 of 26.03.2012, clause 17: one decimal; five or more in the next place raises it.
    """
    return rate.quantize(_TENTH_OF_A_PER_CENT, ROUND_HALF_UP) + 0  # no minus before nothing


def _by_day(flows: Iterable[tuple[date, Decimal]]) -> tuple[list[int], list[Decimal], list[float]]:
    """Return the days counted from the first one, the sum of each in both kinds of number; days without sum are left out."""
    sums: dict[int, Decimal] = {}
    for day, amount in flows:
        ordinal = day.toordinal()
        sums[ordinal] = sums[ordinal] + amount if ordinal in sums else amount
    ordinals = sorted(sums)
    amounts = [sums[ordinal] for ordinal in ordinals]
    floats = list(map(float, amounts))
    if not math.isfinite(sum(map(abs, floats))):
        raise ValueError("a flow is a sum of money, neither NaN nor infinite")
    if not all(floats):
        ordinals, amounts = list(compress(ordinals, floats)), list(compress(amounts, floats))
        floats = list(filter(None, floats))
    first = ordinals[0] if ordinals else 0
    return [ordinal - first for ordinal in ordinals], amounts, floats


def _force_between(days: Sequence[int], floats: Sequence[float], turn: int) -> float:
    """Return δ = ln(1 + rate) of flows that turn once at the place `turn`.

    Newton's method on φ(δ) = ln(worth of the later group / worth of the earlier one). φ falls with δ and is near a
    straight line: three or four steps are enough from δ = 0.
    """
    early, late = _Group(days[:turn], floats[:turn]), _Group(days[turn:], floats[turn:])
    force = 0.0
    try:
        for _ in range(_MOST_STEPS):
            worth_early, day_early = early.worth(force)
            worth_late, day_late = late.worth(force)
            shift = force * (late.first - early.first) / DAYS_OF_YEAR
            step = (math.log(worth_late / worth_early) - shift) / (day_late - day_early) * DAYS_OF_YEAR
            force += step
            if abs(step) <= _CLOSE_ENOUGH:
                return force
    except (ArithmeticError, ValueError):
        pass  # a factor left the range of floats
    return _halved(early, late)


class _Group:
    """Flows of one direction, measured from the first of them, so that no worth becomes nothing."""

    def __init__(self, days: Sequence[int], amounts: Sequence[float]) -> None:
        self.first = days[0]
        self.days = [day - days[0] for day in days]
        self.gaps = list(map(sub, days[1:], days))
        self.amounts = list(map(abs, amounts))

    def worth(self, force: float) -> tuple[float, float]:
        """Return what the flows are worth on the day of the first one, and their mean day weighted by worth."""
        factors = {gap: math.exp(-force * gap / DAYS_OF_YEAR) for gap in set(self.gaps)}
        worths = list(map(mul, accumulate(map(factors.__getitem__, self.gaps), mul, initial=1.0), self.amounts))
        worth = sum(worths)
        return worth, self.first + sum(map(mul, worths, self.days)) / worth

    def log_worth(self, force: float) -> float:
        """Return the logarithm of what the flows are worth on day 0, whatever its size."""
        logs = [
            math.log(amount) - force * (self.first + day) / DAYS_OF_YEAR
            for day, amount in zip(self.days, self.amounts, strict=True)
        ]
        most = max(logs)
        return most + math.log(math.fsum(math.exp(log - most) for log in logs))


def _halved(early: _Group, late: _Group) -> float:
    """Return δ by halving, for flows so odd that floats overflow on Newton's way."""
    low, high = -_FARTHEST, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if late.log_worth(middle) > early.log_worth(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _polished(days: Sequence[int], sums: Sequence[Decimal], force: float) -> Decimal:
    """Return the rate after one more step of Newton's method, with decimals."""
    with localcontext(_EXACTLY):
        exact = Decimal(force)
        daily = (-exact / DAYS_OF_YEAR).exp()
        gaps = list(map(sub, days[1:], days))
        factors = {gap: daily**gap for gap in set(gaps)}
        worths = list(map(mul, accumulate(map(factors.__getitem__, gaps), mul, initial=Decimal(1)), sums))
        slope = sum(map(mul, worths, days))
        return (exact + sum(worths) / slope * DAYS_OF_YEAR).exp() - 1 if slope else exact.exp() - 1
