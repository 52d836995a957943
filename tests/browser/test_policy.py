"""The site in Chromium behind the product's nginx and Caddy: nothing a visitor does violates the policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_types import PAGE_TYPES, PHONE
from tests.served import Served

LISTEN = (
    "addEventListener('securitypolicyviolation', e => console.error(`refused: ${e.violatedDirective} ${e.blockedURI}`))"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE, "height": 760})
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def complaints_of(page: Page) -> list[str]:
    """Return a list that fills with the errors of the console; a missing address is one too."""
    reported: list[str] = []
    page.on(
        "console", lambda message: reported.append(f"{page.url}: {message.text}") if message.type == "error" else None
    )
    page.on("pageerror", lambda error: reported.append(f"{page.url}: {error}"))
    return reported


def until(page: Page, condition: str) -> None:
    """Wait until a condition holds; Playwright's own way of waiting evaluates text, which the policy refuses."""
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise(next => setTimeout(next, 50)) }}")


def test_no_page_type_meets_the_policy(page: Page, served: Served) -> None:
    """Both servers send one policy (`tests/site/test_servers.py`): behind the second some page types are enough."""
    complaints = complaints_of(page)
    for path in PAGE_TYPES[:: 1 if served.server == "nginx" else 5]:
        page.goto(f"{served.address}/kk/{path}", wait_until="load")
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Golos'), path
    assert complaints == []


def test_search_calculator_and_film_work_under_the_policy(page: Page, served: Served) -> None:
    complaints = complaints_of(page)
    page.goto(f"{served.address}/ru/search/?q=возврат взноса")
    expect(page.locator(".search__title a").first).to_be_visible()
    page.goto(f"{served.address}/ru/loans/")
    for box in page.locator('[data-module="loan-calculator"] input[type=checkbox]').all()[:2]:
        box.check()
    page.locator('[name="price"]').fill("12 000 000")
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator('[data-part="result"]')).to_be_visible()
    page.goto(f"{served.address}/kk/presentation/")
    film = page.locator("video").first
    film.evaluate("v => { v.muted = true; return v.play().then(() => null) }")
    until(page, "document.querySelector('video').currentTime > 0.2")
    assert complaints == []


def test_without_a_connection_a_page_that_was_read_is_shown_under_the_policy(page: Page, served: Served) -> None:
    complaints = complaints_of(page)
    page.goto(f"{served.address}/kk/faq/")
    until(page, "navigator.serviceWorker.controller !== null")
    page.reload()
    until(page, "await caches.match('/kk/faq/') !== undefined")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#offline")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Golos')
    assert [reported for reported in complaints if "refused" in reported or "Content Security" in reported] == []


def test_an_inline_script_and_a_foreign_style_would_be_refused(page: Page, served: Served) -> None:
    complaints = complaints_of(page)
    page.goto(f"{served.address}/kk/about/")
    page.evaluate("""() => {
      const script = document.createElement("script"); script.textContent = "window.ran = true"; document.head.append(script);
      const style = document.createElement("style"); style.textContent = "body { display: none }"; document.head.append(style);
    }""")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    assert len([reported for reported in complaints if "refused: " in reported]) == 2
