"""Starts Chromium, and serves the built site as `make serve` does."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from plugins.server.running import served
from tests.browser.page_types import PHONE
from tests.site.built import BuiltSite

expect.set_options(timeout=30_000)  # a busy machine is slow; what is awaited still has to come


def chromium_command() -> str:
    """Return the path of Chromium: the one without a window, where it is installed.

    The other draws tabs and an address bar that nobody sees: a page in a context of its own costs four times as much.
    """
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert found, "the browser tests need Chromium: apt-get install chromium-headless-shell"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags += ["--font-render-hinting=none"]  # letters as wide as on a telephone, not rounded to whole pixels
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium_command(), args=flags)


@pytest.fixture(scope="session")
def address(working_site: BuiltSite) -> Iterator[str]:
    """The address at which the site is served."""
    with served(working_site.output) as address:
        yield address


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Open a path in a fresh context of a given width, with scripts or without."""
    contexts = []

    def opened(path: str, width: int = PHONE, *, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 760}, java_script_enabled=scripts, has_touch=True
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
