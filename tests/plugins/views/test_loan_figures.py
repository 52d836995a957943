"""What the pages of loans count from the facts."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plugins.model.ages import Age
from plugins.model.sections.loans import LoanFacts
from plugins.views.loan_figures import borrowed, figures_of

TODAY = date(2026, 11, 22)
SOURCE = {"title": {"kk": "Ә", "ru": "Ё"}, "published": "2026-03-01", "checked": "2026-11-20", "checked_in": "copy"}


def loan(**terms: Any) -> LoanFacts:
    given = {"order": 1, "lender": {"kk": "Ә", "ru": "Ё"}, "purpose": "home", "sources": [SOURCE]}
    return LoanFacts.model_validate(given | terms)


def test_a_constant_rate_gives_one_cost_for_each_price() -> None:
    figures = figures_of(loan(nominal={"rate": "0.07"}), TODAY)
    first, second = figures.cases
    assert (first.price, first.loan, first.months) == (10_000_000, Decimal(8_000_000), 180)
    assert first.low is not None and first.high is None
    assert first.low.first_payment == Decimal("71906.26")  # 8 000 000 ₸ at 7 % for 180 months, by any annuity table
    assert second.low is not None
    assert abs(second.low.first_payment - 2 * first.low.first_payment) <= Decimal("0.01")
    assert figures.counted is not None
    assert [figures.counted.low, figures.counted.high] == [Decimal("0.072")] * 2


def test_a_range_gives_two_costs_and_an_open_one_only_the_lower() -> None:
    closed = figures_of(loan(nominal={"from": "0.2", "to": "0.24"}), TODAY)
    assert closed.cases[0].low is not None and closed.cases[0].high is not None
    assert closed.cases[0].high.overpayment > closed.cases[0].low.overpayment
    opened = figures_of(loan(nominal={"from": "0.2"}), TODAY)
    assert opened.cases[0].high is None
    assert opened.counted is not None and opened.counted.high is None


def test_the_years_of_a_case_add_up_to_its_cost() -> None:
    fee = {"timing": "yearly", "base": "balance", "value": "0.005"}
    (case, _) = figures_of(loan(nominal={"rate": "0.2"}, fees=[fee], insurance=[]), TODAY).cases
    assert case.low is not None
    assert sum(year.principal for year in case.years) == case.loan
    assert sum(year.interest + year.fees for year in case.years) == case.low.overpayment
    assert len(case.years) == 15
    assert case.years[-1].balance == 0


CASES: dict[str, tuple[dict[str, Any], str, int, bool]] = {
    "the programme asks for more own money": ({"down_payment": {"from": "0.5"}}, "5000000", 180, True),
    "for less": ({"down_payment": {"from": "0.1"}}, "8000000", 180, True),
    "it lends for a shorter time": ({"term_months": {"to": 120}}, "8000000", 120, True),
    "for a longer one": ({"term_months": {"to": 300}}, "8000000", 180, True),
    "for a longer one only": ({"term_months": {"from": 240, "to": 300}}, "8000000", 240, True),
    "it lends more only": ({"amount_kzt": {"from": 8_000_001}}, "8000000", 180, False),
    "from just so much": ({"amount_kzt": {"from": 8_000_000}}, "8000000", 180, True),
    "it asks for the whole price": ({"down_payment": {"from": "1"}}, "0", 180, False),
    "it lends less": ({"amount_kzt": {"to": 7_999_999}}, "8000000", 180, False),
    "just so much": ({"amount_kzt": {"to": 8_000_000}}, "8000000", 180, True),
    "enough in one town": (
        {"amount_kzt": {"to": 1, "by_town": [{"towns": ["astana"], "to": 9_000_000}]}}, "8000000", 180, True,
    ),
    "the price is too high": ({"price_kzt": {"to": 9_999_999}}, "8000000", 180, False),
}  # fmt: skip


@pytest.mark.parametrize(("terms", "lent", "months", "is_lent"), CASES.values(), ids=CASES)
def test_a_case_keeps_to_what_the_programme_lends(terms: dict[str, Any], lent: str, months: int, is_lent: bool) -> None:
    case = figures_of(loan(nominal={"rate": "0.1"}, **terms), TODAY).cases[0]
    assert (case.loan, case.months, case.low is not None) == (Decimal(lent), months, is_lent)


def test_fees_that_eat_up_the_loan_leave_no_rate() -> None:
    fee = {"timing": "at-issue", "base": "principal", "value": "1"}
    assert figures_of(loan(nominal={"rate": "0.1"}, fees=[fee]), TODAY).counted is None


def test_without_a_nominal_rate_nothing_is_counted() -> None:
    figures = figures_of(loan(effective={"from": "0.2"}), TODAY)
    assert (figures.cases, figures.chart, figures.counted) == ((), None, None)
    assert "low" not in json.loads(figures.script)


def test_money_on_a_deposit_is_no_down_payment_and_no_sum_is_counted_from_it() -> None:
    figures = figures_of(loan(nominal={"rate": "0.08"}, deposit={"from": "0.5"}), TODAY)
    assert (figures.cases, figures.chart) == ((), None)
    assert figures.counted is not None
    terms = json.loads(figures.script)
    assert terms["deposit"] == "0.5"
    assert not {"low", "high", "own"} & set(terms)


@pytest.mark.parametrize(
    ("purpose", "prices"), [("home", (10_000_000, 20_000_000)), ("car", (5_000_000,)), ("cash", (1_000_000,))]
)
def test_each_purpose_has_its_standard_prices(purpose: str, prices: tuple[int, ...]) -> None:
    figures = figures_of(loan(purpose=purpose, nominal={"rate": "0.1"}), TODAY)
    assert tuple(case.price for case in figures.cases) == prices


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 12, 1), Age.FRESH), (date(2027, 3, 2), Age.OLD), (date(2028, 3, 1), Age.EXPIRED)]
)
def test_the_day_decides_what_is_old(day: date, age: Age) -> None:
    assert figures_of(loan(), day).age is age


def test_the_script_reads_decimals_as_they_are_written() -> None:
    terms = {
        "nominal": {"from": "0.0700", "to": "0.215"},
        "down_payment": {"from": "0.20"},
        "term_months": {"to": 228},
        "amount_kzt": {"to": 30, "by_town": [{"towns": ["almaty"], "to": 36}]},
        "fees": [{"timing": "at-issue", "base": "principal", "value": "0.01"}],
    }
    assert json.loads(figures_of(loan(**terms), TODAY).script) == {
        "low": [[1, "0.0700"]], "high": [[1, "0.215"]], "fees": [["at-issue", "principal", "0.01"]],
        "own": "0.20", "term": [1, 228], "most": 36, "usualMost": 30,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("price", "share", "lent"), [("10000000", "0.2", "8000000"), ("100.01", "0.5", "50"), ("100", "0", "100")]
)
def test_own_money_is_rounded_half_up_to_the_tiyn(price: str, share: str, lent: str) -> None:
    assert borrowed(Decimal(price), Decimal(share)) == Decimal(lent)


OWN = {"price_kzt": 1000, "entry_fee_kzt": 50, "share_before": "0.5", "waiting_months": 2, "repayment_months": 4}


def test_the_cooperative_s_row_counts_what_is_paid_before_the_home_is_received() -> None:
    own = figures_of(loan(own=OWN | {"monthly_fee_kzt": 1}), TODAY).own
    assert own is not None
    assert (own.paid_before, own.paid) == (Decimal(551), Decimal(1056))
    assert own.received == date(2026, 3, 15)


def test_who_receives_the_home_at_once_has_paid_the_share_before() -> None:
    own = figures_of(loan(own=OWN | {"waiting_months": 0}), TODAY).own
    assert own is not None
    assert own.paid_before == Decimal(550)


@pytest.mark.parametrize(
    ("changed", "answers"),
    [({}, 0), ({"waiting_months": 0, "share_before": "0"}, 1), ({"entry_fee_kzt": 1, "repayment_months": 120}, 2)],
    ids=["no answer", "one", "two"],
)
def test_every_answer_of_the_formula_is_shown(changed: dict[str, object], answers: int) -> None:
    own = figures_of(loan(own=OWN | changed), TODAY).own
    assert own is not None
    assert len(own.rates) == answers
