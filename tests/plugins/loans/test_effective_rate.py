"""The effective annual rate: vectors, published rates, cases worked by hand, another program, and its refusals."""

import math
import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pyxirr import xirr

from plugins.loans import (
    AmbiguousRateError,
    EffectiveRateError,
    Fee,
    FeeBase,
    FeeTiming,
    NoRateError,
    annuity_schedule,
    effective_annual_rate,
    rounded_rate,
)
from plugins.loans.effective_rate import TOLERANCE
from tests.plugins.loans.cases import random_cases

ISSUED = date(2026, 1, 15)
Flows = list[tuple[date, Decimal]]


def flows(*dated: tuple[int, str]) -> Flows:
    """Return flows from days after 1 January 2025."""
    return [(date(2025, 1, 1) + timedelta(days=days), Decimal(amount)) for days, amount in dated]


def level(loan: int, months: int, payment: str, up_front: int = 0, monthly: int = 0) -> Flows:
    """Return the flows of a vector: equal payments on the 15th, the last one like the others."""
    dues = [
        (date(2026 + (month // 12), month % 12 + 1, 15), -Decimal(payment) - monthly) for month in range(1, months + 1)
    ]
    return [(ISSUED, Decimal(loan)), (ISSUED, Decimal(-up_front)), *dues]


# facts/lenders.md, "Test vectors"; D and E are also the published rates of 7-20-25 and of Наурыз
VECTORS: dict[str, tuple[Flows, str, str]] = {
    "A: 20 %": (level(10_000_000, 120, "193255.67"), "0.2194", "0.219"),
    "B: with a fee up front": (level(10_000_000, 120, "193255.67", 100_000), "0.2229", "0.223"),
    "C: and a monthly one": (level(10_000_000, 120, "193255.67", 100_000, 5_000), "0.2320", "0.232"),
    "D: 7-20-25 publishes 7.2 %": (level(10_000_000, 300, "70677.92"), "0.0723", "0.072"),
    "E: Наурыз publishes 9.4 %": (level(15_000_000, 228, "137534.52"), "0.0938", "0.094"),
    "F: nothing": (level(1_000_000, 12, "83333.33"), "0.0000", "0.000"),
    "G: only a fee": (level(10_000_000, 120, "83333.33", 350_000), "0.0071", "0.007"),
}


@pytest.mark.parametrize(("dated", "to_a_hundredth", "reported"), VECTORS.values(), ids=VECTORS)
def test_the_rate_is_that_of_the_vectors(dated: Flows, to_a_hundredth: str, reported: str) -> None:
    rate = effective_annual_rate(dated)
    assert rate.quantize(Decimal("0.0001")) == Decimal(to_a_hundredth)
    assert rounded_rate(rate) == Decimal(reported)


@pytest.mark.parametrize(
    ("fees", "reported"),
    [((), "0.219"), ((100_000, 0), "0.223"), ((100_000, 5_000), "0.232")],
    ids=["A", "B", "C"],
)
def test_a_schedule_with_its_fees_has_the_rate_of_the_vector(fees: tuple[int, ...], reported: str) -> None:
    timings = (FeeTiming.AT_ISSUE, FeeTiming.MONTHLY)
    charged = [Fee(timing, FeeBase.FIXED, Decimal(fee)) for timing, fee in zip(timings, fees, strict=False)]
    schedule = annuity_schedule(Decimal(10_000_000), Decimal("0.2"), 120, ISSUED, fees=charged)
    assert rounded_rate(effective_annual_rate(schedule.flows())) == Decimal(reported)


# 365 days are a year: the rate can be read off the sums
BY_HAND: dict[str, tuple[Flows, str]] = {
    "a year": (flows((0, "100"), (365, "-110")), "0.1"),
    "two years: 1.1² = 1.21": (flows((0, "100"), (730, "-121")), "0.1"),
    "73 days, five of which make a year: 1.1⁵ − 1": (flows((0, "100"), (73, "-110")), "0.61051"),
    "100 = 60/1.2 + 72/1.2²": (flows((0, "100"), (365, "-60"), (730, "-72")), "0.2"),
    "given in two parts: 100 + 100/1.1 = 210/1.1": (flows((0, "100"), (365, "100"), (365, "-210")), "0.1"),
    "less paid than given": (flows((0, "100"), (365, "-90")), "-0.1"),
    "as much paid as given": (flows((0, "100"), (10, "-50"), (365, "-50")), "0"),
    "money placed and taken back": (flows((0, "-100"), (365, "110")), "0.1"),
    "five-fold in a year": (flows((0, "100"), (365, "-500")), "4"),
    "twice as much after a day": (flows((0, "100"), (1, "-200")), str(2**365 - 1)),
    "a fee on the day of the loan is given less": (flows((0, "100"), (0, "-20"), (365, "-100")), "0.25"),
    "days without a sum do not count": (flows((0, "5"), (0, "-5"), (1, "100"), (2, "0"), (366, "-110")), "0.1"),
}


@pytest.mark.parametrize(("dated", "rate"), BY_HAND.values(), ids=BY_HAND)
def test_rates_that_can_be_read_off_the_sums(dated: Flows, rate: str) -> None:
    found = effective_annual_rate(dated)
    assert abs(found - Decimal(rate)) <= TOLERANCE * (1 + Decimal(rate)) * 1000
    assert isinstance(found, Decimal)


def test_the_order_of_the_flows_does_not_matter() -> None:
    dated = VECTORS["C: and a monthly one"][0]
    mixed = random.Random(1).sample(dated, len(dated))
    assert effective_annual_rate(mixed) == effective_annual_rate(dated)
    assert effective_annual_rate(reversed(dated)) == effective_annual_rate(dated)


IMPOSSIBLE: dict[str, Flows] = {
    "only given": flows((0, "100"), (30, "50")),
    "only paid": flows((0, "-100")),
    "one sum": flows((0, "100")),
    "never enough: 100 x² − 100 x + 132 has no root": flows((0, "-100"), (365, "100"), (730, "-132")),
    "nothing is left of what is paid": flows((0, "100"), (30, "-50"), (30, "50")),
}


@pytest.mark.parametrize("dated", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_flows_no_rate_fits_are_reported_so(dated: Flows) -> None:
    with pytest.raises(NoRateError):
        effective_annual_rate(dated)


AMBIGUOUS: dict[str, tuple[Flows, list[str]]] = {
    "10 % and 20 %: (x − 1.1)(x − 1.2)": (flows((0, "-100"), (365, "230"), (730, "-132")), ["0.1", "0.2"]),
    "0 %, 10 % and 20 %": (flows((0, "100"), (365, "-330"), (730, "362"), (1095, "-132")), ["0", "0.1", "0.2"]),
    "nothing at all": ([], []),
    "what is given is paid the same day": (flows((0, "100"), (0, "-100")), []),
}


@pytest.mark.parametrize(("dated", "rates"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_flows_several_rates_fit_are_reported_with_the_rates(dated: Flows, rates: list[str]) -> None:
    with pytest.raises(AmbiguousRateError) as raised:
        effective_annual_rate(dated)
    assert [rate.quantize(Decimal("1e-12")) for rate in raised.value.rates] == [Decimal(rate) for rate in rates]
    assert isinstance(raised.value, EffectiveRateError)


def test_flows_that_turn_three_times_may_still_have_one_rate() -> None:
    """(x − 1.1)(x² + 1) = x³ − 1.1 x² + x − 1.1."""
    dated = flows((0, "100"), (365, "-110"), (730, "100"), (1095, "-110"))
    assert abs(effective_annual_rate(dated) - Decimal("0.1")) < Decimal("1e-12")


def test_two_rates_that_touch_are_not_taken_for_none() -> None:
    """(x − 1.1)² = x² − 2.2 x + 1.21: one rate, where the worth touches nothing and does not cross it."""
    assert abs(effective_annual_rate(flows((0, "100"), (365, "-220"), (730, "121"))) - Decimal("0.1")) < Decimal("1e-6")


@pytest.mark.parametrize("sum_", ["NaN", "Infinity", "sNaN"])
def test_a_sum_that_is_no_number_is_refused(sum_: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        effective_annual_rate(flows((0, "100"), (365, sum_)))


@pytest.mark.parametrize(
    "dated",
    [
        flows((0, "1000000000"), (1, "-0.01"), (9000, "-0.01")),
        flows((0, "0.01"), (1, "-1000000000"), (9000, "-1000000000")),
        flows((0, "1000000000"), (1, "-0.01"), (9000, "-999999999999")),
    ],
    ids=["a loan that is given away", "a loan of a tiyn", "nothing for 25 years, then all"],
)
def test_the_oddest_loans_have_a_rate_that_fits(dated: Flows) -> None:
    rate = effective_annual_rate(dated)
    first = dated[0][0]
    logs = [(amount > 0, float(abs(amount).ln() - (1 + rate).ln() * (day - first).days / 365)) for day, amount in dated]
    given, paid = (max(log for sign, log in logs if sign is way) for way in (True, False))
    assert math.isclose(given, paid, abs_tol=0.7)  # at most ln 2 apart: the greater of two payments is half of them


@pytest.mark.parametrize(
    ("rate", "reported"),
    [
        ("0.07229", "0.072"), ("0.0725", "0.073"), ("0.07249999999999999999", "0.072"), ("0.0935", "0.094"),
        ("0", "0.000"), ("-0.0001", "0.000"), ("0.9995", "1.000"), ("-0.0105", "-0.011"),
    ],
)  # fmt: skip
def test_a_rate_is_shown_to_a_tenth_of_a_per_cent_and_a_half_goes_up(rate: str, reported: str) -> None:
    assert str(rounded_rate(Decimal(rate))) == reported


def test_a_fee_never_lowers_the_rate() -> None:
    for case in random_cases(200, seed=9):
        without = effective_annual_rate(
            annuity_schedule(case.principal, case.steps, case.term_months, case.issued).flows()
        )
        for timing in FeeTiming:
            for base, value in ((FeeBase.FIXED, "500"), (FeeBase.PRINCIPAL, "0.002"), (FeeBase.BALANCE, "0.002")):
                fees = [Fee(timing, base, Decimal(value))]
                schedule = annuity_schedule(case.principal, case.steps, case.term_months, case.issued, fees=fees)
                assert effective_annual_rate(schedule.flows()) > without, (case, fees)


def test_the_rate_makes_what_is_given_worth_what_is_paid() -> None:
    """Put into the regulator's formula with exact decimals, the rate leaves nothing."""
    for case in random_cases(100, seed=10):
        dated = case.schedule().flows()
        daily = (1 + effective_annual_rate(dated)) ** (Decimal(-1) / 365)
        worth = sum((amount * daily ** (day - case.issued).days for day, amount in dated), Decimal(0))
        assert abs(worth) <= case.principal * Decimal("1e-12"), case


def test_ten_thousand_random_loans_have_the_rate_another_program_finds() -> None:
    for case in random_cases(10_000, seed=11):
        dated = case.schedule().flows() if case.term_months <= 60 else case.schedule().flows()[:61]
        ours = effective_annual_rate(dated)
        theirs = xirr(dated)
        assert theirs is not None, case
        assert math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9), case
