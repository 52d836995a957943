"""Schedules: published instalments, cases worked by hand, and what must hold for every loan."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from plugins.loans import (
    DayCount,
    Fee,
    FeeBase,
    FeeTiming,
    Grace,
    RateStep,
    Schedule,
    annuity_schedule,
    differentiated_schedule,
)
from tests.plugins.loans.cases import random_cases

ISSUED = date(2026, 1, 15)
BOTH = pytest.mark.parametrize("draw", [annuity_schedule, differentiated_schedule])
Draw = Callable[..., Schedule]
Row = tuple[str, str, str, str]


def rows(schedule: Schedule) -> list[Row]:
    """Return interest, principal, fees and balance of every line."""
    return [(str(i.interest), str(i.principal), str(i.fees), str(i.balance)) for i in schedule.instalments]


# Instalments of facts/lenders.md, "Test vectors"
@pytest.mark.parametrize(
    ("principal", "rate", "months", "instalment"),
    [
        ("10000000", "0.20", 120, "193255.67"),
        ("10000000", "0.07", 300, "70677.92"),
        ("15000000", "0.09", 228, "137534.52"),
        ("1000000", "0", 12, "83333.33"),
        ("10000000", "0", 120, "83333.33"),
    ],
    ids=["A, B, C", "D", "E", "F", "G"],
)
def test_the_instalment_is_that_of_the_vectors(principal: str, rate: str, months: int, instalment: str) -> None:
    schedule = annuity_schedule(Decimal(principal), Decimal(rate), months, ISSUED)
    assert {line.amount for line in schedule.instalments[:-1]} == {Decimal(instalment)}
    assert len(schedule.instalments) == months


def test_an_annuity_worked_by_hand() -> None:
    """1 200 ₸ at 12 % for 3 months: a month is 1 %; 1200 · 0.01 / (1 − 1.01⁻³) = 408.0265…"""
    schedule = annuity_schedule(Decimal(1200), Decimal("0.12"), 3, ISSUED)
    assert rows(schedule) == [
        ("12.00", "396.03", "0.00", "803.97"),
        ("8.04", "399.99", "0.00", "403.98"),
        ("4.04", "403.98", "0.00", "0.00"),
    ]
    assert schedule.instalments[-1].amount == Decimal("408.02")  # a tiyn less: rounding


def test_differentiated_instalments_worked_by_hand() -> None:
    """1 000 ₸ at 12 % for 3 months: 333.33 of principal each month, the last one takes 333.34."""
    schedule = differentiated_schedule(Decimal(1000), Decimal("0.12"), 3, ISSUED)
    assert rows(schedule) == [
        ("10.00", "333.33", "0.00", "666.67"),
        ("6.67", "333.33", "0.00", "333.34"),
        ("3.33", "333.34", "0.00", "0.00"),
    ]


def test_months_count_their_real_days_and_a_leap_day_one_more() -> None:
    """36 500 ₸ at 10 % are 10 ₸ a day: 29 days of February 2028, 31 of March."""
    issued = date(2028, 2, 1)
    schedule = differentiated_schedule(
        Decimal(36500), Decimal("0.1"), 2, issued, day_count=DayCount.ACTUAL_365, grace=Grace(1)
    )
    assert [line.due for line in schedule.instalments] == [date(2028, 3, 1), date(2028, 4, 1)]
    assert [line.interest for line in schedule.instalments] == [Decimal(290), Decimal(310)]


def test_an_annuity_by_real_days_has_equal_instalments_too() -> None:
    schedule = annuity_schedule(Decimal(10**7), Decimal("0.18"), 60, ISSUED, day_count=DayCount.ACTUAL_365)
    first, *middle, last = [line.amount for line in schedule.instalments]
    assert set(middle) == {first}
    assert abs(last - first) < 1


def test_a_day_off_moves_the_payment_and_with_real_days_the_interest() -> None:
    """15 February and 15 March 2026 are Sundays: 16 February, 16 March; 32 days, then 28."""
    terms = (Decimal(36500), Decimal("0.1"), 2, ISSUED)
    by_days = differentiated_schedule(*terms, day_count=DayCount.ACTUAL_365, holidays=())
    assert [line.due for line in by_days.instalments] == [date(2026, 2, 16), date(2026, 3, 16)]
    assert [line.interest for line in by_days.instalments] == [Decimal(320), Decimal(140)]
    by_months = differentiated_schedule(*terms, holidays=())
    assert [line.interest for line in by_months.instalments] == [Decimal("304.17"), Decimal("152.08")]


@BOTH
def test_in_a_grace_period_only_interest_is_paid(draw: Draw) -> None:
    schedule = draw(Decimal(1200), Decimal("0.12"), 4, ISSUED, grace=Grace(2))
    assert rows(schedule)[:2] == [("12.00", "0.00", "0.00", "1200.00")] * 2
    assert [line.balance for line in schedule.instalments][-1] == 0


@BOTH
def test_interest_that_is_not_paid_in_a_grace_period_is_owed(draw: Draw) -> None:
    schedule = draw(Decimal(1000), Decimal("0.12"), 3, ISSUED, grace=Grace(2, is_interest_paid=False))
    assert rows(schedule) == [
        ("10.00", "-10.00", "0.00", "1010.00"),
        ("10.10", "-10.10", "0.00", "1020.10"),
        ("10.20", "1020.10", "0.00", "0.00"),
    ]
    assert [line.total for line in schedule.instalments] == [0, 0, Decimal("1030.30")]


def test_a_stepped_rate_makes_a_new_instalment() -> None:
    """1 200 ₸, 4 months: 0 % for two of them, then 12 %: the 600 ₸ left cost 304.51 twice (600·0.01/(1−1.01⁻²))."""
    steps = [RateStep(1, Decimal(0)), RateStep(3, Decimal("0.12"))]
    schedule = annuity_schedule(Decimal(1200), steps, 4, ISSUED)
    assert [str(line.amount) for line in schedule.instalments] == ["300.00", "300.00", "304.51", "304.50"]
    falling = differentiated_schedule(Decimal(1200), steps, 4, ISSUED)
    assert [str(line.amount) for line in falling.instalments] == ["300.00", "300.00", "306.00", "303.00"]


FEES: dict[str, tuple[FeeTiming, FeeBase, str, str, list[str]]] = {
    # of 2 400 ₸ in 24 months without interest: the balance falls by 100 a month
    "at issue, tenge": (FeeTiming.AT_ISSUE, FeeBase.FIXED, "50", "50.00", ["0.00"] * 24),
    "at issue, of the principal": (FeeTiming.AT_ISSUE, FeeBase.PRINCIPAL, "0.01", "24.00", ["0.00"] * 24),
    "monthly, tenge": (FeeTiming.MONTHLY, FeeBase.FIXED, "5", "0.00", ["5.00"] * 24),
    "monthly, of the principal": (FeeTiming.MONTHLY, FeeBase.PRINCIPAL, "0.001", "0.00", ["2.40"] * 24),
    "monthly, of the balance before": (
        FeeTiming.MONTHLY, FeeBase.BALANCE, "0.01", "0.00", [f"{left}.00" for left in range(24, 0, -1)],
    ),
    "yearly in advance, tenge": (
        FeeTiming.YEARLY, FeeBase.FIXED, "7", "7.00", ["0.00"] * 11 + ["7.00"] + ["0.00"] * 12,
    ),
    "yearly in advance, of the balance": (
        FeeTiming.YEARLY, FeeBase.BALANCE, "0.01", "24.00", ["0.00"] * 11 + ["12.00"] + ["0.00"] * 12,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("timing", "base", "value", "at_issue", "with_instalments"), FEES.values(), ids=FEES)
@BOTH
def test_a_fee_is_charged_when_it_is_due(
    draw: Draw, timing: FeeTiming, base: FeeBase, value: str, at_issue: str, with_instalments: list[str]
) -> None:
    schedule = draw(Decimal(2400), Decimal(0), 24, ISSUED, fees=[Fee(timing, base, Decimal(value))])
    assert str(schedule.fees_at_issue) == at_issue
    assert [str(line.fees) for line in schedule.instalments] == with_instalments


def test_several_fees_add_up_and_stand_in_the_flows() -> None:
    fees = [
        Fee(FeeTiming.AT_ISSUE, FeeBase.FIXED, Decimal(100)),
        Fee(FeeTiming.YEARLY, FeeBase.PRINCIPAL, Decimal("0.01")),
        Fee(FeeTiming.MONTHLY, FeeBase.FIXED, Decimal(3)),
    ]
    schedule = annuity_schedule(Decimal(1200), Decimal(0), 12, ISSUED, fees=fees)
    assert schedule.flows()[:3] == [
        (ISSUED, Decimal(1200)), (ISSUED, Decimal(-112)), (date(2026, 2, 15), Decimal(-103)),
    ]  # fmt: skip


REFUSED: dict[str, dict[str, object]] = {
    "no month": {"term_months": 0},
    "a term of a lifetime": {"term_months": 601},
    "a rate below zero": {"annual_rate": Decimal("-0.01")},
    "a rate that is no number": {"annual_rate": Decimal("NaN")},
    "a part of a tiyn": {"principal": Decimal("1000.001")},
    "less than a tenge an instalment": {"principal": Decimal("11.99")},
    "nothing": {"principal": Decimal(0)},
    "a debt below zero": {"principal": Decimal(-1000)},
    "grace to the end": {"grace": Grace(12)},
    "grace below zero": {"grace": Grace(-1)},
    "no rate": {"annual_rate": []},
    "a rate that begins late": {"annual_rate": [RateStep(2, Decimal("0.1"))]},
    "steps out of order": {"annual_rate": [RateStep(1, Decimal(0)), RateStep(5, Decimal(0)), RateStep(5, Decimal(1))]},
}


@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
@BOTH
def test_terms_no_loan_can_have_are_refused(draw: Draw, changed: dict[str, object]) -> None:
    terms = {"principal": Decimal(1000), "annual_rate": Decimal("0.1"), "term_months": 12, "issued": ISSUED}
    with pytest.raises(ValueError, match=r"\w"):
        draw(**(terms | changed))


@pytest.mark.parametrize("value", ["-1", "NaN", "0.001"])
def test_a_fee_is_not_below_zero_and_not_a_part_of_a_tiyn(value: str) -> None:
    with pytest.raises(ValueError, match=r"fee|tiyn"):
        Fee(FeeTiming.MONTHLY, FeeBase.FIXED, Decimal(value))


def test_every_loan_is_repaid_to_the_tiyn() -> None:
    for case in random_cases(400, seed=6):
        schedule = case.schedule()
        lines = schedule.instalments
        assert sum(line.principal for line in lines) == case.principal, case
        assert lines[-1].balance == 0, case
        assert all(line.interest >= 0 and line.fees >= 0 for line in lines), case
        paid = -sum(amount for _, amount in schedule.flows()[1:])
        assert paid == case.principal + sum(line.interest + line.fees for line in lines) + schedule.fees_at_issue, case


def test_without_interest_only_the_principal_is_paid() -> None:
    for case in random_cases(100, seed=7):
        schedule = annuity_schedule(case.principal, Decimal(0), case.term_months, case.issued)
        assert sum(line.total for line in schedule.instalments) == case.principal
        amounts = {line.amount for line in schedule.instalments[:-1]}
        assert len(amounts) <= 1


def test_falling_instalments_cost_less_interest_than_equal_ones() -> None:
    for case in random_cases(100, seed=8):
        if case.term_months > 2 and len(case.steps) == 1 and case.steps[0].annual_rate > 0:
            terms = (case.principal, case.steps, case.term_months, case.issued)
            equal, falling = annuity_schedule(*terms), differentiated_schedule(*terms)
            assert sum(i.interest for i in falling.instalments) < sum(i.interest for i in equal.instalments)


def test_an_option_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="fess"):
        annuity_schedule(Decimal(1_000_000), Decimal("0.1"), 12, date(2026, 1, 15), fess=())  # type: ignore[call-arg]
