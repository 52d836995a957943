"""Random loans, the same in every run: what the tests against other programs are made on."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from plugins.loans import Fee, FeeBase, FeeTiming, RateStep, Schedule, annuity_schedule, differentiated_schedule


@dataclass(frozen=True, slots=True)
class Case:
    """The arguments of a schedule."""

    principal: Decimal
    steps: tuple[RateStep, ...]
    term_months: int
    issued: date
    fees: tuple[Fee, ...]
    is_annuity: bool

    def schedule(self) -> Schedule:
        draw = annuity_schedule if self.is_annuity else differentiated_schedule
        return draw(self.principal, self.steps, self.term_months, self.issued, fees=self.fees)


def random_cases(count: int, seed: int) -> list[Case]:
    chance = random.Random(seed)
    return [_case(chance) for _ in range(count)]


def _case(chance: random.Random) -> Case:
    term = chance.choice([1, 2, 6, 12, chance.randint(3, 60), chance.randint(61, 360)])
    steps = [RateStep(1, _rate(chance))]
    if term > 12 and chance.random() < 0.25:
        steps.append(RateStep(chance.randint(2, term), _rate(chance)))
    fees = tuple(_fee(chance) for _ in range(chance.choice([0, 0, 1, 2, 3])))
    principal = Decimal(chance.choice([chance.randint(100_000, 9_999_999), chance.randint(10**6, 10**8)]))
    if chance.random() < 0.2:
        principal += Decimal(chance.randint(1, 99)) / 100
    issued = date(2024, 1, 1) + timedelta(days=chance.randint(0, 1500))
    return Case(principal, tuple(steps), term, issued, fees, chance.random() < 0.7)


def _rate(chance: random.Random) -> Decimal:
    return Decimal(chance.choice([0, 70, 90, 200, chance.randint(1, 460), chance.randint(1, 460)])) / 1000


def _fee(chance: random.Random) -> Fee:
    timing, base = chance.choice(list(FeeTiming)), chance.choice(list(FeeBase))
    if base is FeeBase.FIXED:
        return Fee(timing, base, Decimal(chance.randint(0, 50_000)))
    return Fee(timing, base, Decimal(chance.randint(0, 200)) / 10_000)
