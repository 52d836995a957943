"""Starts Chromium, and serves the built site as `make serve` does."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from plugins.server.running import served
from tests.site.built import BuiltSite

expect.set_options(timeout=30_000)  # a busy machine is slow; what is awaited still has to come


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "the browser tests need Chromium as the command `chromium`: apt-get install chromium"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=flags)


@pytest.fixture(scope="session")
def address(working_site: BuiltSite) -> Iterator[str]:
    """The address at which the site is served."""
    with served(working_site.output) as address:
        yield address
