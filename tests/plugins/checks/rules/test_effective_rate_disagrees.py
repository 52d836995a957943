"""A declared effective rate that the other terms of the loan cannot give."""

from pathlib import Path

import pytest

from plugins.checks.rules import effective_rate_disagrees
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.written_loan import LOAN, loan
from tests.plugins.model.edits import Edit, Reported


def differs(column: int, declared: str, counted: str, line: int = 5) -> Reported:
    return (LOAN, line, column, "effective-rate-disagrees", {"declared": declared, "counted": counted})


NONE = "\nfees: []\ninsurance: []"
FEE = "\nfees: [{timing: at-issue, base: principal, value: 0.01}]\ninsurance: []\nterm_months: {to: 120}"

RATES: dict[str, tuple[Edit, list[Reported]]] = {
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
def test_a_declared_rate_the_terms_cannot_give_is_reported(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(effective_rate_disagrees.check, content) == expected
