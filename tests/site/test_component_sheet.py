"""The page that shows every component: complete, the same in both languages, and nowhere but in a working copy."""

import re

import pytest

from tests.site.built import COMPONENT_SHEET, LANGUAGES, BuiltPage, BuiltSite
from tests.small_site import ROOT

COMPONENTS = {file.stem for file in (ROOT / "theme/templates/components").glob("*.html")}
AROUND_EVERY_PAGE = {"header", "menu", "footer", "offline", "accessibility-panel"}
STYLED_ELSEWHERE = {
    "language-choice": "the page at the root, which has no language: tests/browser/test_visit.py",
    "search-link": "stands in the header of every page",
}
ELSEWHERE = {
    "metadata": "only machines read it: tests/site/test_shared_links.py",
    "loan-own": "nobody is shown it before a lawyer approves: tests/browser/test_loans.py",
    "preview": "a page is one or it is not: tests/site/test_publication.py",
}


def examples(page: BuiltPage) -> dict[str, str]:
    """Return what each example shows, its name left out."""
    return {
        str(section["data-component"]): "".join(
            str(part) for part in section.find_all(recursive=False) if part.name != "h2"
        )
        for section in page.all("[data-component]")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_component_has_an_example_that_shows_something(working_site: BuiltSite, language: str) -> None:
    page = working_site.pages[f"/{language}/{COMPONENT_SHEET}"]
    shown = examples(page)
    assert COMPONENTS - set(shown) - AROUND_EVERY_PAGE == set(ELSEWHERE)
    assert [name for name, example in shown.items() if not example.strip()] == []
    for name in AROUND_EVERY_PAGE:
        assert page.all(f".{name}"), name


def test_every_style_of_a_component_is_used_by_an_example(working_site: BuiltSite) -> None:
    page = working_site.pages[f"/kk/{COMPONENT_SHEET}"]
    for sheet in sorted((ROOT / "theme/static/css/components").glob("*.css")):
        if sheet.stem in AROUND_EVERY_PAGE | set(STYLED_ELSEWHERE):
            continue
        used = {str(name) for part in page.all("[data-component] [class]") for name in part["class"]}
        block = re.compile(rf"{sheet.stem}(?:__|--|$)")
        assert re.search(rf"\.{sheet.stem}(?:__|--|[^\w-])", sheet.read_text(encoding="utf-8")), sheet.name
        assert any(block.match(name) for name in used), sheet.name


def test_both_languages_show_the_same_components(working_site: BuiltSite) -> None:
    kk, ru = (list(examples(working_site.pages[f"/{language}/{COMPONENT_SHEET}"])) for language in LANGUAGES)
    assert kk == ru
    assert len(kk) > 30


def test_the_states_of_a_component_are_distinguished(working_site: BuiltSite) -> None:
    shown = working_site.pages[f"/kk/{COMPONENT_SHEET}"]
    for states in (
        (".notice--repealed", ".notice--in-force"), (".act-card--repealed", ".act-card:not(.act-card--repealed)"),
        (".pager:has(.pager__next):not(:has(.pager__previous))", ".pager:has(.pager__previous):not(:has(.pager__next))"),
        (".video-player video", ".video-placeholder"), (".button--quiet", ".button:not(.button--quiet)"), (".news--latest", ".news:not(.news--latest)"),
        (".person-card--whole", ".person-card:not(.person-card--whole)"),
    ):  # fmt: skip
        for state in states:
            assert shown.all(f"[data-component] {state}"), state


def test_nothing_leads_to_the_page_and_a_published_site_lacks_it(
    working_site: BuiltSite, published_site: BuiltSite
) -> None:
    assert working_site.pages[f"/ru/{COMPONENT_SHEET}"].one("meta[name=robots]")["content"] == "noindex"
    for name in working_site.files():
        if name.endswith((".html", ".xml", ".webmanifest", ".js")) and COMPONENT_SHEET not in name:
            text = (working_site.output / name).read_text(encoding="utf-8")
            assert f"/kk/{COMPONENT_SHEET}" not in text and f"/ru/{COMPONENT_SHEET}" not in text, name
    for index in (working_site.output / "search").rglob("*.json"):
        assert COMPONENT_SHEET not in index.read_text(encoding="utf-8")
    assert not [name for name in published_site.files() if "components" in name]
