"""The reference of loans on a built small site: the cooperative's row with an approval and without, fees, steps."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.pipeline.build import build
from tests.small_site import TODAY, small_project, write

SOURCE = "sources:\n  - {title: {kk: Ә, ru: Ё}, published: 2026-03-01, checked: 2026-11-20, checked_in: copy}\n"
OWN = """\
order: 2
lender: {{kk: Шағын сайт, ru: Малый сайт}}
purpose: home
own:
  price_kzt: 10000000
  entry_fee_kzt: 350000
  share_before: 0.3
  waiting_months: 12
  repayment_months: 120
{}"""
TITLES = {"kk": "біздің шарт", "ru": "наших условий"}
APPROVAL = "  approval: {by: Заңгер Ә., on: 2026-11-20, text: кесте v2}\n"
TERMS = """\
order: 1
lender: {kk: Банк, ru: Банк}
purpose: home
nominal: {steps: [{from_instalment: 1, rate: 0.05}, {from_instalment: 13, rate: 0.2}]}
fees: [{timing: at-issue, base: principal, value: 0.01}, {timing: monthly, base: fixed, value: 500}]
insurance: [{timing: yearly, base: balance, value: 0.005}]
"""


def built(folder: Path, own: str) -> Path:
    """Return the output of a small site with an approved table, a loan with all costs and the cooperative's row."""
    paths = small_project(folder)
    site = paths.content / "site.yaml"
    approved = "approvals: {loan_reference: {by: Заңгер, on: 2026-11-20, text: v1}}"
    write(site, site.read_text(encoding="utf-8").replace("approvals: {}", approved))
    write(paths.content / "loans/mortgage/facts.yaml", TERMS + SOURCE)
    row = paths.content / "loans/own-row"
    write(row / "facts.yaml", own)
    for language in ("kk", "ru"):
        text = (paths.content / f"loans/mortgage/index.{language}.md").read_text(encoding="utf-8")
        write(row / f"index.{language}.md", text.replace("loans/mortgage", TITLES[language]))
    build(paths, TODAY)
    return paths.output


@pytest.fixture(scope="module")
def with_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site whose own row is invented and has no approval."""
    return built(tmp_path_factory.mktemp("sample"), OWN.format("") + "sample: true\n")


def main_of(output: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((output / path).read_text(encoding="utf-8"), "html.parser")


def test_with_an_approval_the_cooperative_s_row_stands_apart_with_every_answer_of_the_formula(tmp_path: Path) -> None:
    output = built(tmp_path, OWN.format(APPROVAL) + SOURCE)
    page = main_of(output, "ru/loans/index.html")
    (own,) = page.select(".loan-own")
    words = " ".join(own.get_text(" ").split())
    assert "у формулы несколько ответов" in words
    assert "3 350 000 ₸" in words  # the entry contribution and 30 % of the price, before anything is received
    assert "Одобрено юристом 20 ноября 2026 г." in words
    assert len(page.select(".loan-table tbody tr[id]")) == 1, "the cooperative is no lender among lenders"
    assert (output / "kk/loans/own-row/index.html").is_file()


def test_an_invented_row_without_approval_is_nowhere_in_the_site(with_sample: Path) -> None:
    output = with_sample
    assert not (output / "ru/loans/own-row").exists()
    assert not main_of(output, "ru/loans/index.html").select(".loan-own")
    assert [path for path in output.rglob("*.html") if "own-row" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(("language", "at_issue"), [("kk", "қарыз берілгенде"), ("ru", "при выдаче")])
def test_steps_fees_and_insurance_are_described_in_words(with_sample: Path, language: str, at_issue: str) -> None:
    page = " ".join(main_of(with_sample, f"{language}/loans/mortgage/index.html").get_text(" ").split())
    for words in (f"{at_issue}: ", "1 %", "500 ₸", "0,5 %", "13"):
        assert words in page, words
    assert "NaN" not in page
