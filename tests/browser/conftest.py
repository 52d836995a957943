"""A real Chromium, and the built site served as `make serve` serves it."""

import shutil
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from plugins.server.static import site_handler
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
    server = ThreadingHTTPServer(("127.0.0.1", 0), site_handler(working_site.output))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
