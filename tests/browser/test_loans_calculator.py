"""The calculator of the browser against the one of Python: to the tiyn, on thousands of loans."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page

from plugins.design.assets import read_assets
from plugins.loans import effective_annual_rate, rounded_rate
from plugins.loans.cost import cost_of, paid_in_money_of
from plugins.loans.money import to_tiyn
from plugins.views.loan_figures import borrowed
from tests.plugins.loans.cases import Case, random_cases
from tests.site.built import BuiltSite
from tests.small_site import ROOT

CASES = 5_000
MOST_BYTES = 8 * 1024
INFLATION = Decimal("0.1")

COUNT = """async ([address, cases]) => {
  const { schedule, dueDays, effectiveRate, costOf, paidInMoneyOfToday } = await import(address);
  return cases.map(({ principal, issued, ...terms }) => {
    const loan = schedule({ principal: BigInt(principal), ...terms });
    const days = dueDays(issued, terms.months);
    const mix = loan.lines.reduce(
      (sum, line, place) =>
        (sum * 1000003n + line.interest * 7n + line.principal * 11n + line.fees * 13n + line.balance + BigInt(days[place])) %
        2305843009213693951n,
      0n,
    );
    const { interest, fees, over, paid } = costOf(loan);
    const sums = [loan.atIssue, interest, fees, over, paid, loan.lines[0].interest, loan.lines.at(-1).principal, mix];
    const rate = effectiveRate(loan, days);
    return [sums.map(String), rate, String(paidInMoneyOfToday(loan, days, 0.1))];
  });
}"""


@pytest.fixture(scope="module")
def module(working_site: BuiltSite) -> str:
    (path,) = (working_site.output / "theme/js").glob("loan-calculator.*.js")
    return f"/theme/js/{path.name}"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/kk/about/")
    yield page
    context.close()


def for_script(case: Case) -> dict[str, Any]:
    return {
        "principal": str(to_tiyn(case.principal)),
        "issued": case.issued.isoformat(),
        "steps": [[step.from_instalment, str(step.annual_rate)] for step in case.steps],
        "months": case.term_months,
        "fees": [[fee.timing.value, fee.base.value, str(fee.value)] for fee in case.fees],
        "falling": not case.is_annuity,
    }


def counted_here(case: Case) -> tuple[list[str], Decimal | None, int]:
    schedule = case.schedule()
    mix = 0
    for line in schedule.instalments:
        amounts = (line.interest, line.principal, line.fees, line.balance)
        interest, principal, fees, balance = map(to_tiyn, amounts)
        days = (line.due - case.issued).days
        mix = (mix * 1000003 + interest * 7 + principal * 11 + fees * 13 + balance + days) % (2**61 - 1)
    cost = cost_of(schedule)
    first, last = schedule.instalments[0], schedule.instalments[-1]
    money = (
        schedule.fees_at_issue,
        cost.interest,
        cost.fees,
        cost.overpayment,
        cost.paid,
        first.interest,
        last.principal,
    )
    rate = effective_annual_rate(schedule.flows()) if schedule.fees_at_issue < schedule.principal else None
    return (
        [*(str(to_tiyn(amount)) for amount in money), str(mix)],
        rate,
        to_tiyn(paid_in_money_of(case.issued, schedule, INFLATION)),
    )


def test_five_thousand_loans_are_equal_to_the_tiyn(page: Page, module: str) -> None:
    cases = random_cases(CASES, seed=15)
    found = page.evaluate(COUNT, [module, [for_script(case) for case in cases]])
    assert len(found) == CASES
    for case, (sums, rate, today) in zip(cases, found, strict=True):
        here, exact, today_here = counted_here(case)
        assert sums == here, case
        assert (rate is None) == (exact is None), case
        if exact is not None:
            assert abs(Decimal(rate) - exact) < Decimal("1e-9") * (1 + exact), case
            assert rounded_rate(Decimal(rate)) == rounded_rate(exact), case
        assert abs(int(today) - today_here) <= 1, case  # a float may round the last tiyn otherwise


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12000000", "12000000"), ("12 000 000", "12000000"), ("12\u00a0000\u00a0000", "12000000"),
        ("12\u202f000\u202f000 ₸", "12000000"), ("12 000 000 теңге", "12000000"), ("12 000 000 тенге", "12000000"),
        ("12 млн", "12000000"), ("12,5 млн", "12500000"), ("12.5 МЛН тг", "12500000"), ("800 мың", "800000"),
        ("800 тыс.", "800000"), ("1,2345 тыс", "1234.5"), ("0,5", "0.5"), ("20 %", "20"), ("12,50", "12.5"), ("007", "7"),
        ("0", "0"), (" 15 ", "15"), ("", None), ("көп", None), ("12 млн 500", None), ("-5", None), ("1,2,3", None),
        ("12.000.000", None), ("1e6", None), ("١٢", None), (",5", None), ("5,", None), ("12 долларов", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_here_write_them(page: Page, module: str, written: str, read: str | None) -> None:
    script = "async ([address, text]) => (await import(address)).readNumber(text)"
    assert page.evaluate(script, [module, written]) == read


@pytest.mark.parametrize("price", ["12000000.00", "9999999.99", "100000.01"])
@pytest.mark.parametrize("share", ["0", "0.2", "0.125", "0.333", "0.95"])
def test_own_money_is_taken_off_alike(page: Page, module: str, price: str, share: str) -> None:
    script = "async ([address, price, share]) => String((await import(address)).borrowed(BigInt(price), share))"
    there = page.evaluate(script, [module, str(to_tiyn(Decimal(price))), share])
    assert int(there) == to_tiyn(borrowed(Decimal(price), Decimal(share)))


@pytest.mark.parametrize("name", ["loan-calculator.js", "affordability.js", "offer-sheet.js"])
def test_a_script_is_small(name: str) -> None:
    """With the parts joined to it, packed as a browser gets it."""
    source = read_assets(ROOT / "theme/static")[f"js/{name}"].content
    assert len(brotli.compress(source)) <= MOST_BYTES
