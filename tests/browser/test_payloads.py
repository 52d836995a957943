"""Opens hostile texts in Chromium, with the site's policy and without one: no payload runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from plugins.delivery.headers import policy
from plugins.markdown import parse
from tests.plugins.markdown.payloads import PAYLOADS
from tests.plugins.markdown.test_payloads import html_of

ADDRESS = "https://site.example/kk/page/"
IN_A_PAGE = 150
POLICIES = {"without a policy": None, "under the policy": policy("")}
PAGES = [PAYLOADS[start : start + IN_A_PAGE] for start in range(0, len(PAYLOADS), IN_A_PAGE)]

POKE = """() => {
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error', 'load', 'animationstart', 'keydown'])
      element.dispatchEvent(new Event(name, {bubbles: true}));
    element.focus?.();
    if (!/^(https?|mailto|tel):/.test(element.href ?? 'http:')) element.click();
  }
}"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    context.add_init_script(
        "window.hits = []; window.ran = () => window.hits.push(document.currentScript?.text ?? 'ran')"
    )
    yield context.new_page()
    context.close()


def visit(page: Page, html: str, policy: str | None) -> tuple[list[str], list[str]]:
    """Open a page of this HTML and touch everything on it; return the scripts that ran and the addresses asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        headers = {"Content-Type": "text/html; charset=utf-8"} | ({"Content-Security-Policy": policy} if policy else {})
        is_page = route.request.url == ADDRESS
        route.fulfill(
            status=200 if is_page else 404, headers=headers, body=f"<!doctype html><body>{html}" if is_page else ""
        )

    page.route("**/*", answer)
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.goto(ADDRESS, wait_until="load")
    page.evaluate(POKE)
    page.wait_for_timeout(300)
    return page.evaluate("window.hits"), asked


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
@pytest.mark.parametrize("payloads", PAGES, ids=range(len(PAGES)))
def test_nothing_runs_and_nothing_is_asked_elsewhere(
    opened: Page, payloads: tuple[str, ...], policy: str | None
) -> None:
    ran, asked = visit(opened, "\n<hr>".join(map(html_of, payloads)), policy)
    assert ran == []
    assert [
        address for address in asked if address != ADDRESS and not address.startswith("https://site.example/")
    ] == []
    assert opened.url.partition("#")[0] == ADDRESS


def test_what_the_texts_hold_does_harm_where_it_is_passed_on(opened: Page) -> None:
    raw = "<img src=x onerror=ran(1)><img src=//elsewhere.example/x><b onmouseover=ran(1)>а</b>"
    assert "&lt;img" in parse(raw).html
    ran, asked = visit(opened, raw, None)
    assert len(ran) >= 2
    assert "https://elsewhere.example/x" in asked
