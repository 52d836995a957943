"""Can we afford it: the browser counts as Python does, the page reads without scripts, faults are shown beside the field."""

import random
import re
from decimal import Decimal
from typing import Any

from playwright.sync_api import Page, expect

from plugins.loans.affordability import Household, Load, loads_of
from plugins.loans.money import to_tiyn
from tests.browser.conftest import OpenPage
from tests.browser.page_types import PHONE, WIDE
from tests.site.built import BuiltSite

CASES = 400

COUNT = """async ([address, cases]) => {
  const { loads } = await import(address);
  return cases.map(({ incomes, debts, living, principal, ...terms }) => {
    const found = loads({
      ...terms, incomes: incomes.map(BigInt), debts: BigInt(debts), living: BigInt(living), principal: BigInt(principal),
    });
    return Object.entries(found).map(([strain, load]) => [strain, ...Object.values(load).map(String)]);
  });
}"""


def random_case(dice: random.Random) -> dict[str, Any]:
    """Return amounts in tiyn and decimals as text, as the script takes them."""
    return {
        "incomes": [str(dice.randrange(0, 90_000_000)) for _ in range(2)],
        "debts": str(dice.randrange(0, 20_000_000)),
        "living": str(dice.randrange(0, 40_000_000)),
        "principal": str(dice.randrange(10_000_000, 4_000_000_000)),
        "rate": str(Decimal(dice.randrange(0, 4600)) / 10000),
        "months": dice.randrange(1, 301),
        "rise": dice.choice(["0", "0.03", "0.005", "0.1"]),
    }


def counted_here(case: dict[str, Any]) -> list[list[str]]:
    def tenge(tiyn: str) -> Decimal:
        return Decimal(tiyn).scaleb(-2)

    household = Household(tuple(map(tenge, case["incomes"])), tenge(case["debts"]), tenge(case["living"]))
    loads = loads_of(household, tenge(case["principal"]), Decimal(case["rate"]), case["months"], Decimal(case["rise"]))

    def amounts(load: Load) -> list[str]:
        return [str(to_tiyn(amount)) for amount in (load.income, load.payment, load.left, load.spare)]

    return [[strain.value, *amounts(load)] for strain, load in loads.items()]


def test_the_browser_counts_as_python_does_to_the_tiyn(open_page: OpenPage, working_site: BuiltSite) -> None:
    (path,) = (working_site.output / "theme/js").glob("affordability.*.js")
    dice = random.Random(16)
    cases = [random_case(dice) for _ in range(CASES)]
    found = open_page("/kk/about/").evaluate(COUNT, [f"/theme/js/{path.name}", cases])
    for case, there in zip(cases, found, strict=True):
        assert there == counted_here(case), case


def rows(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("[data-strain]").all_inner_texts()]


def test_without_scripts_an_invented_family_is_counted(open_page: OpenPage) -> None:
    page = open_page("/ru/affordability/", WIDE, scripts=False)
    assert rows(page) == [
        "Как сейчас 500 000 ₸ 144 020 ₸ 315 980 ₸ остаётся 65 980 ₸",
        "Ставка выше на 3 п. п. 500 000 ₸ 167 950 ₸ 292 050 ₸ остаётся 42 050 ₸",
        "Нет большего дохода 200 000 ₸ 144 020 ₸ 15 980 ₸ не хватает 234 020 ₸",
        "И то и другое 200 000 ₸ 167 950 ₸ −7 950 ₸ не хватает 257 950 ₸",
    ]
    expect(page.get_by_text("Пример придуман: и семья, и заём")).to_be_visible()
    expect(page.locator("form.loan-calculator")).to_be_hidden()


def test_with_scripts_the_same_example_stands_until_other_numbers_come(open_page: OpenPage) -> None:
    without = rows(open_page("/kk/affordability/", WIDE, scripts=False))
    page = open_page("/kk/affordability/", WIDE)
    assert rows(page) == without
    page.get_by_role("button", name="Есептеу").click()
    assert rows(page) == without  # the same numbers, counted by the script
    page.get_by_label("Бірінші кіріс").fill("600 мың")
    page.get_by_role("button", name="Есептеу").click()
    assert "800 000 ₸" in rows(page)[0]
    expect(page.get_by_text("Сіздің сандарыңызбен: қарыз 12 000 000 ₸")).to_be_focused()
    expect(page).to_have_url(re.compile("first=600000"))
    assert "first=600000" in page.locator('.header a[hreflang="ru"]').evaluate("link => link.href")
    shown = rows(page)
    page.reload()
    assert rows(page) == shown


def test_the_numbers_of_a_family_are_sent_to_no_server(open_page: OpenPage) -> None:
    page = open_page("/ru/affordability/", WIDE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.get_by_label("Первый доход").fill("654 321")
    page.get_by_role("button", name="Посчитать").click()
    expect(page).to_have_url(re.compile("first=654321"))
    page.reload()
    page.locator('.header a[hreflang="kk"]').click()
    expect(page.get_by_label("Бірінші кіріс")).to_have_value("654321")
    assert asked and not any("654321" in address for address in asked)


def test_a_part_of_the_page_keeps_the_numbers(open_page: OpenPage) -> None:
    page = open_page("/ru/affordability/#first=654321&price=12000000&own=0&years=15&rate=12&living=150000", WIDE)
    page.evaluate("location.hash = 'part-count'")
    page.wait_for_timeout(100)  # the browser tells of a change of the address after the script
    expect(page.get_by_label("Первый доход")).to_have_value("654321")


def test_what_is_wrong_is_reported_beside_its_field(open_page: OpenPage) -> None:
    page = open_page("/ru/affordability/")
    before = rows(page)
    page.get_by_label("Расходы на жизнь").fill("много")
    page.get_by_label("Номинальная ставка").fill("120")
    page.get_by_role("button", name="Посчитать").click()
    expect(page.get_by_label("Номинальная ставка")).to_be_focused()
    expect(page.locator("#loan-rate-error")).to_have_text("Должно быть от 0 до 100\u00a0%")
    expect(page.locator("#loan-living-error")).to_contain_text("например")
    assert rows(page) == before


def test_who_has_one_income_and_no_debts_leaves_fields_empty(open_page: OpenPage) -> None:
    page = open_page("/ru/affordability/?price=12000000&own=0&years=15&rate=12&first=400000&living=150000")
    page.get_by_label("Второй доход").fill("")
    page.get_by_label("Платежи по другим долгам").fill("")
    page.get_by_role("button", name="Посчитать").click()
    assert (
        rows(page)[2].endswith("−144 020 ₸ После расходов на жизнь не хватает 294 020 ₸")
        or "294 020 ₸" in rows(page)[2]
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
