"""The button on the privacy page deletes everything the site stores on a device, and says so."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_types import PHONE

KEPT = """async () => ({
  remembered: Object.keys(localStorage).sort(),
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"remembered": [], "caches": 0, "workers": 0}


@pytest.fixture
def reader(browser: Browser, address: str) -> Page:
    """One who chose a view, marked a warning, read a lesson, and comes to the page about privacy."""
    page = browser.new_context(viewport={"width": PHONE, "height": 760}).new_page()
    page.goto(f"{address}/ru/education/reading-a-report/")
    page.get_by_role("button", name="Урок прочитан").click()
    page.goto(f"{address}/ru/pyramid-check/")
    page.get_by_label("Есть тревожный признак").first.check()
    page.get_by_role("button", name="Для слабовидящих").click()
    page.get_by_label("Тёмные").check()
    page.goto(f"{address}/ru/privacy/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    return page


def test_everything_kept_on_the_device_is_erased(reader: Page) -> None:
    kept = reader.evaluate(KEPT)
    assert kept["remembered"] == ["checklist", "language", "lessons-read", "view"]
    assert kept["caches"] and kept["workers"]
    reader.get_by_role("button", name="Стереть всё").click()
    expect(reader.get_by_text("Стёрто: на устройстве от этого сайта ничего не осталось.")).to_be_visible()
    assert reader.evaluate(KEPT) == NOTHING


def test_a_browser_that_keeps_its_storage_shut_is_told_what_to_do(reader: Page) -> None:
    reader.evaluate("Object.defineProperty(window, 'localStorage', { get() { throw new Error('shut'); } })")
    reader.get_by_role("button", name="Стереть всё").click()
    expect(reader.get_by_role("status").filter(has_text="Здесь стереть не удалось")).to_be_visible()
