"""The cooperative's own row among the lenders, and a row that only looks like it."""

from pathlib import Path

import pytest

from plugins.checks.rules import cooperative_row_without_approval
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.written_loan import HEAD, LOAN, RATE, loan
from tests.plugins.model.edits import Edit, Reported, replaced


def without(line: int) -> list[Reported]:
    return [(LOAN, line, 1, "cooperative-row-without-approval", {})]


OWN = "own: {price_kzt: 100, entry_fee_kzt: 1, share_before: 0.5, waiting_months: 1, repayment_months: 2%s}"
APPROVED = ", approval: {by: Заңгер, on: 2026-11-20, text: v1}"

ROWS: dict[str, tuple[Edit, list[Reported]]] = {
    "no approval": (loan(OWN % ""), without(4)),
    "an approval": (loan(OWN % APPROVED), []),
    "an invented row, which nobody is shown": (loan(OWN % "" + "\nsample: true"), []),
    "disguised as a lender": (loan(RATE, head=HEAD.replace("kk: Банк", "kk: Шағын сайт")), without(2)),
    "in the other language, in other letters and quotes": (
        loan(RATE, head=HEAD.replace("ru: Банк", "ru: «МАЛЫЙ  САЙТ»")), without(2),
    ),
    "in letters of the other language": (loan(RATE, head=HEAD.replace("kk: Банк", "kk: Шагын сайт")), without(2)),
    "in Latin letters": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: Shaghyn Sait")), without(2)),
    "with its form before it": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: ПК «Малый сайт»")), without(2)),
    "with its form behind it": (loan(RATE, head=HEAD.replace("kk: Банк", "kk: «Шағын сайт» тұтыну кооперативі")), without(2)),
    "in one word": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: Малыйсайт")), without(2)),
    "with a hyphen": (loan(RATE, head=HEAD.replace("kk: Банк", "kk: Шағын-Сайт")), without(2)),
    "with a letter left out": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: Малй сайт")), without(2)),
    "with a letter of another script": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: Mалый сaйт")), without(2)),
    "a bank with one word of the name": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: Малый банк").replace("kk: Банк", "kk: Шағын банк")), []),
    "a cooperative of another name": (loan(RATE, head=HEAD.replace("ru: Банк", "ru: ПК «Большой путь»")), []),
    "disguised and invented": (loan(f"{RATE}\nsample: true", head=HEAD.replace("kk: Банк", "kk: Шағын сайт")), without(2)),
    "a lender of another name": (loan(RATE), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), ROWS.values(), ids=ROWS)
def test_the_cooperative_among_the_lenders_needs_an_approval(
    content: Path, edit: Edit, expected: list[Reported]
) -> None:
    edit(content)
    assert reported_by(cooperative_row_without_approval.check, content) == expected


def test_the_registered_name_is_the_cooperative_too(content: Path) -> None:
    words = "{kk: Тұтыну кооперативі, ru: Кооператив}"
    replaced("site.yaml", "registered_name: {to_confirm: true}", f"registered_name: {{value: {words}}}")(content)
    loan(RATE, head=HEAD.replace("{kk: Банк, ru: Банк}", words))(content)
    assert reported_by(cooperative_row_without_approval.check, content) == without(2)
