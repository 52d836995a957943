"""Pictures of every page type for people to look at: `inv screenshots`. Nothing compares them by pixels."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright

from plugins.server.running import served
from tests.browser.conftest import chromium_command
from tests.browser.page_types import PAGE_TYPES, PHONE, WIDE
from tests.browser.schemes import SCHEMES, context_in

FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"]


def picture_name(path: str) -> str:
    """Return the file name of a page's picture: `news--round-table-2023`, and `home` for the home page."""
    return path.strip("/").replace("/", "--").removesuffix(".html") or "home"


def wait_for_the_type(route: Route) -> None:
    """Answer with the page, changed so that it waits for its font: a busy machine would show the one of the system."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("font-display: optional", "font-display: block"))


def take(
    browser: Browser, address: str, folder: Path, language: str, width: int, scheme: str, paths: Iterable[str]
) -> int:
    """Write a picture of each page into `folder`; return how many."""
    context = context_in(browser, scheme, width)
    page = context.new_page()
    page.route("**/*", wait_for_the_type)
    taken = 0
    for path in paths:
        page.goto(f"{address}/{language}/{path}")
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.evaluate(
            "Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]).then(() => 0)"
        )
        target = folder / scheme / str(width) / language / f"{picture_name(path)}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target, full_page=True)
        taken += 1
    context.close()
    return taken


def main() -> None:
    """Take the pictures that the arguments ask for; all of them without any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("output"), help="the built site")
    parser.add_argument("--into", type=Path, default=Path("screenshots"))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=SCHEMES)
    parser.add_argument("--widths", nargs="+", type=int, default=(PHONE, WIDE))
    parser.add_argument("--languages", nargs="+", default=("kk", "ru"))
    parser.add_argument("--pages", nargs="+", default=PAGE_TYPES, help="paths below a language; `home` for the first")
    chosen = parser.parse_args()
    paths = ["" if path == "home" else path for path in chosen.pages]
    with served(chosen.output) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_command(), args=FLAGS)
        for scheme in chosen.schemes:
            for width in chosen.widths:
                for language in chosen.languages:
                    taken = take(browser, address, chosen.into, language, width, scheme, paths)
                    print(f"{chosen.into}/{scheme}/{width}/{language}: {taken} pictures", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
