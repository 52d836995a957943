"""What a page weighs on the wire: it is drawn from one round trip, and nothing holds up the drawing."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import brotli
import pytest

from tests.browser.page_types import PAGE_TYPES
from tests.site.built import COMPONENT_SHEET, LANGUAGES, BuiltPage, BuiltSite

ONE_ROUND_TRIP = 14_600
"""Bytes of ten TCP segments: what a server may send before it hears from the phone (RFC 6928)."""

WHOLE_HOME_PAGE = 120 * 1024


@cache
def packed(file: Path) -> int:
    """Return the bytes of a file as a server sends it, or a little more: the best quality is tried where it matters."""
    content = file.read_bytes()
    if file.suffix in {".woff2", ".png", ".jpg", ".avif"}:
        return len(content)
    quick = len(brotli.compress(content, quality=9))
    return quick if quick <= ONE_ROUND_TRIP else len(brotli.compress(content))


def file_of(site: BuiltSite, address: str) -> Path:
    return site.output / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))


def is_component_sheet(page: BuiltPage) -> bool:
    """Return whether it is the page of every component, which holds all there is and goes to no visitor."""
    return page.url.endswith(f"/{COMPONENT_SHEET}")


def test_a_page_with_all_its_styles_arrives_in_one_round_trip(working_site: BuiltSite) -> None:
    pages = [page for page in working_site.pages.values() if not is_component_sheet(page)]
    assert len(pages) > 100
    assert all(page.all("head style") and not page.all("link[rel=stylesheet]") for page in pages)
    assert too_heavy(pages) == {}


def test_a_published_page_arrives_in_one_round_trip(published_site: BuiltSite) -> None:
    """One of each type: the others are those of the working copy, with less on them."""
    addresses = [f"/{language}/{path}" for language in LANGUAGES for path in (*PAGE_TYPES, "not-yet-published/")]
    pages = [published_site.pages[address] for address in addresses if address in published_site.pages]
    assert len(pages) > 50
    assert too_heavy(pages) == {}


def too_heavy(pages: Iterable[BuiltPage]) -> dict[str, int]:
    """Return the pages that take more than one round trip, with their weight in bytes."""
    weights = {page.url: packed(page.file) for page in pages}
    return {url: weight for url, weight in weights.items() if weight > ONE_ROUND_TRIP}


def test_no_script_holds_up_the_drawing(working_site: BuiltSite) -> None:
    for page in working_site.pages.values():
        scripts = page.all("script[src]")
        assert scripts, page.url
        assert [s["src"] for s in scripts if s.get("type") != "module" and not s.has_attr("async")] == [], page.url
        assert not page.all("[blocking]"), page.url


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_whole_home_page_is_light(working_site: BuiltSite, language: str) -> None:
    """With every picture, font and script, also those a phone would not load at once."""
    page = working_site.pages[f"/{language}/"]
    named = {str(element.get("src") or element.get("href")) for element in page.all("[src], link[href], use[href]")}
    files = {file_of(working_site, address.split("#")[0]) for address in named if address.startswith("/theme/")}
    fonts = set((working_site.output / "theme/fonts").glob("*.woff2"))
    assert len(fonts) == 2
    assert packed(file_of(working_site, page.url)) + sum(map(packed, files | fonts)) <= WHOLE_HOME_PAGE
