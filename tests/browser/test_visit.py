"""The site in Chromium, as a visitor in Öskemen uses it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PHONE, WIDE


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_the_phone_the_menu_opens_shows_every_section_and_closes(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/kk/faq/", scripts=scripts)
    links = page.locator("#menu a")
    expect(links.first).to_be_hidden()
    page.get_by_role("button", name="Мәзір").click()
    for link in links.all():
        link.scroll_into_view_if_needed()
        expect(link).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()


def test_on_the_phone_the_menu_is_reached_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/ru/faq/")
    page.get_by_role("button", name="Меню").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Законы", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ru/laws/$"))


@pytest.mark.parametrize("width", [900, WIDE])
def test_on_wide_screens_every_section_is_seen_at_once(open_page: OpenPage, width: int) -> None:
    page = open_page("/ru/", width)
    expect(page.get_by_role("button", name="Меню")).to_be_hidden()
    for link in page.locator("#menu a").all():
        expect(link).to_be_in_viewport()


def test_the_first_tab_stop_leads_past_the_menu(open_page: OpenPage) -> None:
    page = open_page("/kk/history/", WIDE)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")


def test_the_choice_of_language_is_remembered_and_can_be_made_anew(open_page: OpenPage, address: str) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Русский").click()
    expect(page).to_have_url(f"{address}/ru/")
    page.goto(address + "/")
    expect(page).to_have_url(f"{address}/ru/")
    page.get_by_role("link", name="Қазақша").click()
    expect(page).to_have_url(f"{address}/kk/")
    page.goto(address + "/")
    expect(page).to_have_url(f"{address}/kk/")
    page.goto(address + "/?choose")
    expect(page.get_by_role("link", name="Русский")).to_be_visible()


def test_the_switch_leads_to_the_same_page_and_back(open_page: OpenPage, address: str) -> None:
    page = open_page("/kk/lawyer/is-income-shared/")
    page.get_by_role("link", name="Русский").click()
    expect(page).to_have_url(f"{address}/ru/lawyer/is-income-shared/")
    page.get_by_role("link", name="Қазақша").click()
    expect(page).to_have_url(f"{address}/kk/lawyer/is-income-shared/")


@pytest.mark.parametrize(
    ("path", "words"),
    [("/kk/nowhere/", "Бет табылмады"), ("/ru/nowhere/", "Страница не найдена"), ("/nowhere/", "Русский")],
)
def test_a_wrong_address_is_answered_in_the_language_of_the_address(
    browser: Browser, address: str, path: str, words: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(address + path)
    assert answer is not None and answer.status == 404
    expect(page.get_by_text(words).first).to_be_visible()
    context.close()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_everything_is_readable_without_scripts(open_page: OpenPage, language: str) -> None:
    page = open_page(f"/{language}/faq/", scripts=False)
    assert len(page.locator(".question__answer").all()) >= 14
    expect(page.locator(".question__answer").last).to_be_visible()


def test_questions_are_green_answers_blue_and_lives_red(open_page: OpenPage) -> None:
    page = open_page("/kk/faq/")
    assert _colour(page, ".question__question") == "rgb(11, 89, 50)"
    assert _colour(page, ".question__answer") == "rgb(10, 72, 155)"
    life = open_page("/kk/honor-board/sample-teacher/")
    assert _colour(life, ".person-card__story") == "rgb(147, 24, 27)"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_letter_of_the_page_comes_from_the_site_s_own_font(open_page: OpenPage, language: str) -> None:
    page = open_page(f"/{language}/auyl-amanaty/")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("document.fonts.check('16px \"Golos Text\"', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі Ёё ₸ №')")
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument", {"depth": -1})["root"]
    body = client.send("DOM.querySelector", {"nodeId": root["nodeId"], "selector": "main"})
    fonts = client.send("CSS.getPlatformFontsForNode", {"nodeId": body["nodeId"]})["fonts"]
    assert {font["familyName"] for font in fonts} <= {"Golos Text"}


def _colour(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("element => getComputedStyle(element).color"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_head_is_one_row_on_the_phone_before_the_font_has_come(
    browser: Browser, address: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 640})
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{address}/{language}/contacts/")
    name, tools = (page.locator(part).bounding_box() for part in (".header__name", ".header__tools"))
    assert name and tools
    assert name["y"] == pytest.approx(tools["y"], abs=1)
    context.close()
