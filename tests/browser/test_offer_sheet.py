"""The sheet for a bank: blank without scripts, filled from a choice, one page of paper in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PHONE, WIDE

CHOICE = "p=halyk-digital-mortgage&price=12000000&years=15&own=20"


def filled(page: Page) -> dict[str, str]:
    cells = page.locator("[data-filled]").all()
    return {str(cell.get_attribute("data-filled")): " ".join(cell.inner_text().split()) for cell in cells}


def test_without_scripts_the_sheet_is_blank_and_whole(open_page: OpenPage) -> None:
    page = open_page("/ru/offer-sheet/", WIDE, scripts=False)
    assert page.locator(".offer-sheet__table th[scope=row]").count() == 25
    expect(page.get_by_role("columnheader", name="Ответ банка")).to_be_visible()
    expect(page.locator("[data-column]").first).to_be_hidden()
    expect(page.locator("form.loan-calculator")).to_be_hidden()


def test_the_address_of_a_choice_fills_the_sheet(open_page: OpenPage) -> None:
    found = filled(open_page(f"/ru/offer-sheet/?{CHOICE}"))
    assert found == {
        "lender": "Народный банк (Halyk Bank)",
        "programme": "Цифровая ипотека",
        "price": "12 000 000 ₸",
        "own": "20 %: 2 400 000 ₸",
        "loan": "9 600 000 ₸",
        "months": "180",
        "nominal": "20,5–24 %",
        "effective": "уточните в банке",
        "counted": "22,5–26,8 % и больше",
        "payment": "172 161 ₸ – 197 594 ₸",
        "over": "21 389 030 ₸ – 25 966 969 ₸",
        "paid": "30 989 030 ₸ – 35 566 969 ₸",
    }


def test_a_rate_above_the_ceiling_is_explained(open_page: OpenPage) -> None:
    page = open_page(f"/kk/offer-sheet/?{CHOICE}")
    expect(page.locator('[data-part="note"]')).to_contain_text("соңғы белгілі шектен (25 %) жоғары")


def test_money_on_a_deposit_is_no_down_payment(open_page: OpenPage) -> None:
    page = open_page("/ru/offer-sheet/?p=bcc-mortgage-pledge&price=12000000&years=15&own=20")
    expect(page.locator('[data-part="note"]')).to_contain_text("не первоначальный взнос")
    assert filled(page)["payment"] == "уточните в банке"


@pytest.mark.parametrize(
    "query", ["p=bank-of-nowhere&price=1&years=1&own=1", "lender=Ха-ха&bank=%3Cb%3E", "p=&price=x"]
)
def test_an_address_puts_no_foreign_words_into_the_sheet(open_page: OpenPage, query: str) -> None:
    page = open_page(f"/ru/offer-sheet/?{query}")
    assert set(filled(page).values()) == {""}
    assert "Ха-ха" not in page.locator("main").inner_text()


def test_the_comparison_leads_to_a_filled_sheet_and_to_what_the_family_can_afford(open_page: OpenPage) -> None:
    page = open_page(f"/ru/loans/?p=otbasy-nauryz-general&{CHOICE}")
    links = page.locator('[data-row="next"] a')
    expect(links).to_have_count(4)
    expect(links.nth(0)).to_have_attribute(
        "href", re.compile(r"/ru/affordability/#price=12000000&own=20&years=15&rate=9\.00")
    )
    links.nth(3).click()
    expect(page.locator('[data-filled="programme"]')).to_have_text("Цифровая ипотека")
    assert filled(page)["payment"] == "172 161 ₸ – 197 594 ₸"


def test_faults_are_reported_and_nothing_is_filled(open_page: OpenPage) -> None:
    page = open_page("/kk/offer-sheet/", PHONE)
    page.get_by_label("Парақты бағдарламадан толтыру").select_option("otbasy-nauryz-general")
    page.get_by_role("button", name="Толтыру").click()
    expect(page.locator("#loan-price-error")).to_be_visible()
    page.get_by_label("Үйдің не көліктің бағасы").fill("12 млн")
    page.get_by_role("button", name="Толтыру").click()
    assert filled(page)["payment"] == "97 370 ₸"
    expect(page.locator('.header a[hreflang="ru"]')).to_have_attribute("href", re.compile("/ru/offer-sheet/"))
    assert "price=12000000" in page.locator('.header a[hreflang="ru"]').evaluate("link => link.href")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("query", ["", f"?{CHOICE}"])
def test_it_prints_on_one_sheet_of_paper(open_page: OpenPage, language: str, query: str) -> None:
    page = open_page(f"/{language}/offer-sheet/{query}")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert len(pages) == 1
