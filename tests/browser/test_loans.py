"""The reference of loans in a real Chromium: a walk on a phone, the address, faults, sorting, no scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PHONE, WIDE

FIRST, SECOND = "otbasy-nauryz-general", "halyk-digital-mortgage"
CHOICE = f"p={FIRST}&p={SECOND}&price=12000000&years=15&own=20"


def cells(page: Page, row: str) -> list[str]:
    """Return the figures of a row of the comparison, with plain spaces."""
    found = page.locator(f'[data-row="{row}"] > :not(:first-child)').all_inner_texts()
    return [" ".join(text.split()) for text in found]


def test_from_the_home_page_to_two_programmes_side_by_side_in_four_taps_and_three_fields(open_page: OpenPage) -> None:
    page = open_page("/kk/")
    page.locator("main").get_by_role("link", name="Қарыз шарттары").tap()
    page.get_by_label("«Наурыз»: басқа қатысушыларға").tap()
    page.get_by_label("Цифрлық ипотека").tap()
    page.get_by_label("Үйдің не көліктің бағасы, ₸").fill("12 млн")
    page.get_by_label("Мерзімі, жыл").fill("15")
    page.get_by_label("Өз ақшаңыз, бағадағы үлесі, %").fill("20")
    page.get_by_role("button", name="Салыстыру").tap()
    expect(page.get_by_role("heading", name=re.compile("Бағасы 12 000 000 ₸"))).to_be_focused()
    assert cells(page, "loan") == ["9 600 000 ₸", "9 600 000 ₸"]
    assert cells(page, "nominal") == ["9 %", "20,5–24 %"]
    assert cells(page, "payment")[0] == "97 370 ₸"  # 9 600 000 ₸ at 9 % for 180 months, by any annuity table
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_the_address_holds_the_choice(open_page: OpenPage, address: str) -> None:
    page = open_page("/ru/loans/", WIDE)
    for slug in (FIRST, SECOND):
        page.locator(f'input[value="{slug}"]').check()
    page.get_by_label("Цена дома или машины, ₸").fill("12 000 000")
    page.get_by_role("button", name="Сравнить").click()
    expect(page).to_have_url(f"{address}/ru/loans/#{CHOICE}")
    shown = cells(page, "over")
    page.reload()
    assert cells(page, "over") == shown
    assert len(shown) == 2
    page.go_back()
    expect(page.locator('[data-part="result"]')).to_be_hidden()


def test_the_way_back_takes_out_what_the_address_does_not_name(open_page: OpenPage) -> None:
    page = open_page(f"/ru/loans/?{CHOICE}", WIDE)
    page.get_by_text("Пересчитать в сегодняшние деньги").click()
    page.locator('[name="inflation"]').fill("10")
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator('[data-row="today"]')).to_be_visible()
    expect(page).to_have_url(re.compile("inflation=10"))
    page.go_back()
    expect(page.locator('[data-row="today"]')).to_be_hidden()
    expect(page.locator('[name="inflation"]')).to_have_value("")


def test_the_same_address_shows_the_same_in_the_other_language(open_page: OpenPage) -> None:
    figures = [cells(open_page(f"/{language}/loans/?{CHOICE}"), "paid") for language in ("kk", "ru")]
    assert figures[0] == figures[1] != []


def test_nominal_and_effective_rate_are_equally_large(open_page: OpenPage) -> None:
    page = open_page(f"/kk/loans/?{CHOICE}", WIDE)
    look = "cell => { const s = getComputedStyle(cell); return [s.fontSize, s.fontWeight, s.color, s.fontFamily]; }"
    for place in ('[data-field="{}"]', '[data-row="{}"] > td'):
        styles = [page.locator(place.format(name)).first.evaluate(look) for name in ("nominal", "effective")]
        assert styles[0] == styles[1]


def test_a_rate_that_is_a_range_gives_figures_at_both_ends(open_page: OpenPage) -> None:
    page = open_page(f"/ru/loans/?{CHOICE}")
    assert re.fullmatch(r"[\d ]+ ₸ – [\d ]+ ₸", cells(page, "payment")[1])
    assert cells(page, "counted")[0] == "не меньше 9,4 %"


def test_what_a_programme_cannot_give_is_said(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/?p=otbasy-after-saving&p=bcc-mortgage-pledge&price=300000000&years=30&own=20")
    notes = cells(page, "note")
    assert "первоначальный взнос — от 50 %" in notes[0]
    assert "выше предела программы: до 100 000 000 ₸" in notes[0]
    assert "месяцев: 180" in notes[1]
    assert "не первоначальный взнос" in notes[1]
    assert cells(page, "paid") == ["уточните в банке", "уточните в банке"]


def test_a_term_shorter_than_the_programme_s_is_counted_with_its_shortest(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/", WIDE)
    page.evaluate(
        """(slug) => {
          const row = document.getElementById(slug);
          row.dataset.terms = JSON.stringify({ ...JSON.parse(row.dataset.terms), term: [36, 84] });
        }""",
        FIRST,
    )
    for slug in (FIRST, SECOND):
        page.locator(f'input[value="{slug}"]').check()
    page.locator('[name="price"]').fill("12 000 000")
    page.locator('[name="years"]').fill("2")
    page.get_by_role("button", name="Сравнить").click()
    assert cells(page, "months") == ["36", "24"]
    assert "месяцев: 36" in cells(page, "note")[0]


FAULTS: dict[str, tuple[str, str, str]] = {
    "kk, no price": ("kk", "price=", "Сан жазыңыз, мысалы, 12 000 000"),
    "ru, no price": ("ru", "price=", "Напишите число, например 12 000 000"),
    "kk, words": ("kk", "price=көп", "Сан жазыңыз, мысалы, 12 000 000"),
    "ru, too little": ("ru", "price=5", "Должно быть от 100 000 до 1 000 000 000 ₸"),
    "kk, too long": ("kk", "price=12000000&years=80", "1 мен 50 аралығында болуы керек"),
    "ru, all own": ("ru", "price=12000000&own=100", "Должно быть от 0 до 95 %"),
    "ru, inflation": ("ru", "price=12000000&inflation=много", "Напишите число, например 12 000 000"),
}


def test_what_only_some_towns_get_is_said(open_page: OpenPage) -> None:
    """«7-20-25» lends for homes up to 20 million, and up to 30 in five towns."""
    page = open_page("/ru/loans/?p=halyk-7-20-25&p=otbasy-nauryz-general&price=28000000&years=15&own=20")
    notes = cells(page, "note")
    assert notes[0] == ""
    assert "в других местах — до 20 000 000 ₸" in notes[1]


@pytest.mark.parametrize(("language", "query", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_reported_beside_its_field_in_the_language_of_the_page(
    open_page: OpenPage, language: str, query: str, words: str
) -> None:
    page = open_page(f"/{language}/loans/?p={FIRST}&p={SECOND}&{query}")
    wrong = page.locator("input[aria-invalid]")
    assert wrong.count() == 1
    error = page.locator(f"#{wrong.get_attribute('aria-describedby')}")
    expect(error).to_have_text(words)
    assert " ".join(words.split()) in " ".join(error.inner_text().split())
    expect(page.locator('[data-part="result"]')).to_be_hidden()


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_than_two_and_more_than_four_programmes_are_not_compared(open_page: OpenPage, count: int) -> None:
    page = open_page("/ru/loans/")
    for box in page.locator('input[name="p"]').all()[:count]:
        box.check()
    page.get_by_label("Цена дома или машины, ₸").fill("12 млн")
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator("#loan-choice-error")).to_have_text("Выберите от двух до четырёх программ")
    expect(page.locator('input[name="p"]').first).to_be_focused()


def test_the_whole_is_done_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/", WIDE)
    page.locator(f'input[value="{FIRST}"]').focus()
    page.keyboard.press("Space")
    page.locator(f'input[value="{SECOND}"]').focus()
    page.keyboard.press("Space")
    page.get_by_label("Цена дома или машины, ₸").focus()
    page.keyboard.type("12 000 000")
    page.keyboard.press("Enter")
    expect(page.locator('[data-part="summary"]')).to_be_focused()
    page.locator(".loan-schedule summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".loan-schedule").first.locator("tbody tr")).to_have_count(180)


def test_the_chart_has_a_name_and_its_figures_stand_in_a_table(open_page: OpenPage) -> None:
    page = open_page(f"/ru/loans/?{CHOICE}", WIDE)
    chart = page.get_by_role("img", name=re.compile("Сколько выплачено к какому году"))
    expect(chart.locator("polyline")).to_have_count(2)
    rows = page.locator('[data-part="years"] tr')
    expect(rows).to_have_count(16)
    last = [" ".join(text.split()) for text in rows.last.locator("td").all_inner_texts()]
    assert last[0] == "19 926 527 ₸"  # 2 400 000 of one's own and 17 526 527 for the loan
    assert page.locator("[style]").count() == 0


def test_money_of_today_is_shown_only_for_a_stated_inflation(open_page: OpenPage) -> None:
    expect(open_page(f"/ru/loans/?{CHOICE}").locator('[data-row="today"]')).to_be_hidden()
    page = open_page(f"/ru/loans/?{CHOICE}&inflation=0")
    assert cells(page, "today") == cells(page, "paid")


def order(page: Page, purpose: str = "home") -> list[str]:
    rows = page.locator(f'[data-purpose="{purpose}"] table').first.locator("tbody tr")
    return [str(row.get_attribute("id")) for row in rows.all() if row.is_visible()]


def test_a_table_is_sorted_up_and_down_and_what_is_not_known_stands_last(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/", WIDE)
    heading = page.locator('[data-purpose="home"] th[data-sort="effective"]')
    heading.get_by_role("button").click()
    up = order(page)
    assert up[:2] == ["otbasy-after-saving", "otbasy-nauryz-social"]
    assert up[-1] in {"otbasy-intermediate-market-2025", "halyk-digital-mortgage"}
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.get_by_role("button").click()
    assert order(page)[0] == "bcc-mortgage-pledge"
    assert order(page)[-1] in {"otbasy-intermediate-market-2025", "halyk-digital-mortgage"}


def choose(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def test_rows_are_filtered_by_purpose_own_money_term_and_town(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/", WIDE)
    count = page.get_by_role("status")
    expect(count).to_have_text("Показано строк: 10")
    choose(page, "На что", "car")
    assert order(page) == []
    assert order(page, "car") == ["halyk-car-preferential", "bcc-used-car"]
    expect(count).to_have_text("Показано строк: 2")
    choose(page, "Мои деньги", "0.1")
    assert order(page, "car") == ["bcc-used-car"]
    choose(page, "На что", "home")
    choose(page, "Мои деньги", "0.2")
    choose(page, "Срок не меньше", "300")
    assert order(page) == ["halyk-7-20-25"]
    choose(page, "Срок не меньше", "")
    choose(page, "Город", "almaty")
    amount = page.locator(f"#{FIRST}").get_by_role("cell").filter(has_text="Астана, Алматы")
    expect(amount).to_contain_text("36 000 000")
    assert "30 000 000" not in amount.inner_text().replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_without_scripts_every_row_and_every_example_is_there(open_page: OpenPage, language: str) -> None:
    page = open_page(f"/{language}/loans/", scripts=False)
    rows = page.locator(".loan-table tbody tr")
    assert rows.count() == 10 + 7 * 2 + 2 + 1 + 5  # terms, examples, ceilings
    expect(rows.first).to_be_visible()
    expect(page.locator(".loan-calculator")).to_be_hidden()
    expect(page.locator(".loan-filters")).to_be_hidden()
    assert page.evaluate("1") == 1


def test_on_the_phone_a_row_is_a_card_with_the_names_of_its_figures(open_page: OpenPage) -> None:
    page = open_page("/kk/loans/", scripts=False)
    cell = page.locator(f'#{FIRST} [data-field="effective"]')
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Тиімді мөлшерлеме (ЖТСМ), жылына"'
    expect(page.locator(".loan-table thead").first).to_be_hidden()
    assert role_of(page.locator(".loan-table").first) == "table"


def role_of(element: Locator) -> str | None:
    return element.get_attribute("role")


def test_every_row_has_a_source_with_its_date_and_says_what_is_old(open_page: OpenPage) -> None:
    page = open_page("/ru/loans/", WIDE)
    for cell in page.locator('.loan-table [data-field="source"]').all():
        assert cell.locator("a[href^='http']").count() >= 1
        assert re.search(r"\d{4}\sг\.|без даты", cell.inner_text())
    expect(page.locator(f"#{FIRST} .loan-mark")).to_have_count(0)
    expect(page.locator(f"#{SECOND} .loan-mark")).to_have_text("устарело")
    expect(page.locator("#halyk-7-20-25 .loan-mark")).to_have_text("без даты")


def test_the_page_is_neutral(open_page: OpenPage) -> None:
    page = open_page(f"/ru/loans/?{CHOICE}", WIDE)
    words = page.locator("main").inner_text().lower()
    assert "не предложение" in words
    assert not re.search(r"лучш|выгодн|дешевле|рекоменду", words)
    assert page.locator("main img").count() == 0
    assert "халық қуаты" not in page.locator(".loan-table").first.inner_text().lower()
