"""The rules over the table of loans: age, formula, ceiling, the cooperative's own row."""

from pathlib import Path

import pytest

from plugins.checks.rules import (
    ceiling_exceeded,
    cooperative_row_without_approval,
    effective_rate_disagrees,
    expired_figure,
)
from tests.plugins.checks.checked import told_by
from tests.plugins.model.edits import Edit, Told, replaced, written

LOAN = "loans/mortgage/facts.yaml"
HEAD = "order: 1\nlender: {kk: Банк, ru: Банк}\npurpose: home\n"
SOURCE = "sources:\n  - {title: {kk: Ә, ru: Ё}, published: 2026-03-01, checked: 2026-11-20, checked_in: copy}\n"


def loan(terms: str, sources: str = SOURCE, head: str = HEAD) -> Edit:
    """Return the edit that writes a loan; its terms begin on line 4."""
    return written(LOAN, f"{head}{terms}\n{sources}")


def source(published: str = "", checked: str = "2026-11-20", checked_in: str = "copy") -> str:
    when = f"published: {published}, " if published else ""
    return f"sources:\n  - {{title: {{kk: Ә, ru: Ё}}, {when}checked: {checked}, checked_in: {checked_in}}}\n"


RATE = "nominal: {rate: 0.07}"


def expired(days: int) -> list[Told]:
    return [(LOAN, 5, 1, "expired-figure", {"days": str(days), "most": "730"})]


AGES: dict[str, tuple[Edit, list[Told]]] = {  # today is 22 November 2026
    "two years": (loan(RATE, source("2024-11-22")), []),
    "two years and a day": (loan(RATE, source("2024-11-21")), expired(731)),
    "only the year is known": (loan(RATE, source("2024")), expired(1056)),
    "old, but read on the live page": (loan(RATE, source("2020-01-01", checked_in="live")), []),
    "read on the live page too long ago": (loan(RATE, source("2020-01-01", "2024-11-21", "live")), expired(731)),
    "a copy without a date, read lately": (loan(RATE, source()), []),
    "a copy without a date, read long ago": (loan(RATE, source(checked="2024-01-01")), expired(1056)),
    "one of two sources is new": (
        loan(RATE, source("2020-01-01") + "  - {title: {kk: Ә, ru: Ё}, published: 2026-01-01, checked: 2026-01-02, checked_in: copy}\n"), [],
    ),
    "no source: another rule tells it": (loan(RATE, ""), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), AGES.values(), ids=AGES)
def test_figures_older_than_two_years_are_told(content: Path, edit: Edit, expected: list[Told]) -> None:
    edit(content)
    assert told_by(expired_figure.check, content) == expected


def differs(column: int, declared: str, counted: str, line: int = 5) -> Told:
    return (LOAN, line, column, "effective-rate-disagrees", {"declared": declared, "counted": counted})


NONE = "\nfees: []\ninsurance: []"
FEE = "\nfees: [{timing: at-issue, base: principal, value: 0.01}]\ninsurance: []\nterm_months: {to: 120}"

RATES: dict[str, tuple[Edit, list[Told]]] = {
    "the published pair of 7-20-25": (loan("nominal: {rate: 0.07}\neffective: {from: 0.072}"), []),
    "the published pair of Наурыз": (loan("nominal: {rate: 0.09}\neffective: {from: 0.094}"), []),
    "effective as nominal": (
        loan("nominal: {rate: 0.09}\neffective: {from: 0.09}"), [differs(19, "9 %", "9.4 %")],
    ),
    "a tenth is left for rounding": (loan("nominal: {rate: 0.07}\neffective: {from: 0.0713}"), []),
    "a little more is too much": (
        loan("nominal: {rate: 0.07}\neffective: {from: 0.0712}"), [differs(19, "7.1 %", "7.2 %")],
    ),
    "higher, and not all costs are known": (loan("nominal: {rate: 0.07}\neffective: {from: 0.08}"), []),
    "higher, and there are no other costs": (
        loan(f"nominal: {{rate: 0.07}}\neffective: {{from: 0.08}}{NONE}"), [differs(19, "8 %", "7.2 %")],
    ),
    "higher by a known fee": (loan(f"nominal: {{rate: 0.2}}\neffective: {{from: 0.223}}{FEE}"), []),
    "lower than with the known fee": (
        loan(f"nominal: {{rate: 0.2}}\neffective: {{from: 0.219}}{FEE}"), [differs(19, "21.9 %", "22.3 %")],
    ),
    "the upper end of a range": (
        loan("nominal: {from: 0.2, to: 0.24}\neffective: {from: 0.22, to: 0.25}"), [differs(29, "25 %", "26.8 %")],
    ),
    "both ends": (
        loan("nominal: {from: 0.2, to: 0.24}\neffective: {from: 0.2, to: 0.24}"),
        [differs(19, "20 %", "21.9 %"), differs(28, "24 %", "26.8 %")],
    ),
    "a stepped rate: nothing for a year, then 20 %, is 16.34 % (pyxirr)": (
        loan("nominal: {steps: [{from_instalment: 1, rate: 0}, {from_instalment: 13, rate: 0.2}]}\neffective: {from: 0.05}"),
        [differs(19, "5 %", "16.3 %")],
    ),
    "explained to the reader": (
        loan("nominal: {rate: 0.09}\neffective: {from: 0.09}\neffective_remark: {kk: Ә, ru: Ё}"), [],
    ),
    "no nominal rate": (loan("effective: {from: 0.01}"), []),
    "no effective rate": (loan("nominal: {rate: 0.09}"), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), RATES.values(), ids=RATES)
def test_a_declared_rate_the_terms_cannot_give_is_told(content: Path, edit: Edit, expected: list[Told]) -> None:
    edit(content)
    assert told_by(effective_rate_disagrees.check, content) == expected


def above(line: int, column: int, rate: str, day: str = "2026-03-01") -> list[Told]:
    return [(LOAN, line, column, "ceiling-exceeded", {"rate": rate, "ceiling": "25 %", "day": day})]


CEILINGS: dict[str, tuple[Edit, list[Told]]] = {  # the small site: 25 % for homes from 5 January 2026
    "at the ceiling": (loan("effective: {from: 0.25}"), []),
    "above it": (loan("effective: {from: 0.2501}"), above(4, 19, "25.01 %")),
    "the upper end above it": (loan("effective: {from: 0.2, to: 0.26}"), above(4, 28, "26 %")),
    "counted from the nominal rate": (loan("nominal: {rate: 0.24}"), above(4, 10, "26.83 %")),
    "a nominal range that ends above it": (loan("nominal: {from: 0.1, to: 0.24}"), above(4, 10, "26.83 %")),
    "a nominal rate that stays below": (loan("nominal: {rate: 0.2}"), []),
    "before the first day of a ceiling": (loan("effective: {from: 0.3}", source("2026-01-04")), []),
    "on its first day": (loan("effective: {from: 0.3}", source("2026-01-05")), above(4, 19, "30 %", "2026-01-05")),
    "an undated copy counts today": (loan("effective: {from: 0.3}", source()), above(4, 19, "30 %", "2026-11-22")),
    "another kind has no ceiling here": (
        loan("effective: {from: 0.3}", head=HEAD.replace("home", "car")), [],
    ),
    "no rate": (loan("down_payment: {from: 0.2}"), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CEILINGS.values(), ids=CEILINGS)
def test_a_rate_above_the_ceiling_of_its_day_is_told(content: Path, edit: Edit, expected: list[Told]) -> None:
    edit(content)
    assert told_by(ceiling_exceeded.check, content) == expected


def without(line: int) -> list[Told]:
    return [(LOAN, line, 1, "cooperative-row-without-approval", {})]


OWN = "own: {price_kzt: 100, entry_fee_kzt: 1, share_before: 0.5, waiting_months: 1, repayment_months: 2%s}"
APPROVED = ", approval: {by: Заңгер, on: 2026-11-20, text: v1}"

ROWS: dict[str, tuple[Edit, list[Told]]] = {
    "no approval": (loan(OWN % ""), without(4)),
    "an approval": (loan(OWN % APPROVED), []),
    "an invented row, which nobody is shown": (loan(OWN % "" + "\nsample: true"), []),
    "disguised as a lender": (loan(RATE, head=HEAD.replace("kk: Банк", "kk: Шағын сайт")), without(2)),
    "in the other language, in other letters and quotes": (
        loan(RATE, head=HEAD.replace("ru: Банк", "ru: «МАЛЫЙ  САЙТ»")), without(2),
    ),
    "disguised and invented": (loan(f"{RATE}\nsample: true", head=HEAD.replace("kk: Банк", "kk: Шағын сайт")), without(2)),
    "a lender of another name": (loan(RATE), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), ROWS.values(), ids=ROWS)
def test_the_cooperative_among_the_lenders_needs_an_approval(content: Path, edit: Edit, expected: list[Told]) -> None:
    edit(content)
    assert told_by(cooperative_row_without_approval.check, content) == expected


def test_the_registered_name_is_the_cooperative_too(content: Path) -> None:
    words = "{kk: Тұтыну кооперативі, ru: Кооператив}"
    replaced("site.yaml", "registered_name: {to_confirm: true}", f"registered_name: {{value: {words}}}")(content)
    loan(RATE, head=HEAD.replace("{kk: Банк, ru: Банк}", words))(content)
    assert told_by(cooperative_row_without_approval.check, content) == without(2)
