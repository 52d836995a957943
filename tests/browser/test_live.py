"""The preview in a real Chromium: what an editor sees while a text is being written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.diagnostics import Problem
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.small_site import ROOT, write

FAULT = Problem("content/news/a-piece-of-news-with-a-long-address/index.kk.md", 1, 1, "not-utf-8")
OTHER = Problem("content/a.md", 2, 1, "unknown-key", {"key": "dat" * 40, "nearest": ""})
PAGE = (
    '<!doctype html><html lang="kk"><head><meta name="viewport" content="width=device-width"><title>Ә</title></head>'
    '<body><p id="text">{}</p></body></html>'
)
STREAM = re.compile(r"/__live__/builds\?")


@pytest.fixture
def builds() -> Builds:
    return Builds()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    write(tmp_path / "output/kk/index.html", PAGE.format("бұрынғы"))
    return tmp_path / "output"


@pytest.fixture
def page(browser: Browser, output: Path, builds: Builds) -> Iterator[Page]:
    (output.parent / "docs").symlink_to(ROOT / "docs")
    with running(Preview(output.parent, builds, ("kk", "ru")).app()) as address:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.goto(f"{address}/kk/")
        yield page
        page.close()


def test_a_fault_appears_and_goes_without_a_touch(page: Page, builds: Builds) -> None:
    bar = page.locator("#live")
    expect(bar).to_be_hidden()
    builds.failed([FAULT])
    expect(bar).to_contain_text("index.kk.md:1:1")
    expect(page.get_by_role("status")).to_have_text("қате: 1, ескерту: 0")
    builds.failed([FAULT, OTHER])
    expect(page.get_by_role("status")).to_have_text("қате: 2, ескерту: 0")
    builds.succeeded([])
    expect(bar).to_be_hidden()


def test_a_good_build_shows_the_new_page(page: Page, output: Path, builds: Builds) -> None:
    write(output / "kk/index.html", PAGE.format("жаңа"))
    builds.succeeded([])
    expect(page.locator("#text")).to_have_text("жаңа")


def test_changed_words_are_exchanged_in_the_page_as_it_stands(page: Page, output: Path, builds: Builds) -> None:
    long = PAGE.replace("</body>", "<details><summary>a</summary>b</details><p style='height: 3000px'></p></body>")
    write(output / "kk/index.html", long.format("ұзын"))
    page.reload()
    page.wait_for_load_state("networkidle")
    page.locator("summary").first.click()
    page.evaluate("scrollTo(0, 700); window.kept = document.querySelector('details')")
    for text, title in (("жаңа", "Ә"), ("жаңа <b>тағы</b></p><p>қосымша", "Ә"), ("соңғы", "Басқа атау")):
        write(output / "kk/index.html", long.format(text).replace("<title>Ә<", f"<title>{title}<"))
        builds.edited([])
        expect(page.locator("#text")).to_have_text(text.partition("<")[0] + ("тағы" if "<b>" in text else ""))
        expect(page).to_have_title(title)
    assert page.evaluate("window.kept === document.querySelector('details') && window.kept.open && scrollY === 700")


def test_a_changed_style_is_put_on_the_page_as_it_stands(page: Page, output: Path, builds: Builds) -> None:
    styled = PAGE.replace("</head>", "<style>#text {{ color: {} }}</style></head>")
    write(output / "kk/index.html", styled.format("red", "а"))
    page.reload()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.kept = true")
    write(output / "kk/index.html", styled.format("rgb(1, 2, 3)", "а"))
    builds.edited([])
    expect(page.locator("#text")).to_have_css("color", "rgb(1, 2, 3)")
    assert page.evaluate("window.kept") is True


ALIVE = {
    "a script": ("<script>window.a = 1</script>", "<script>window.a = 2</script>"),
    "a part that a script works with": ("<div data-module='quiz'>а</div>", "<div data-module='quiz'>ә</div>"),
    "what a script has changed": ("<i id='own'>а</i>", "<i id='own'>ә</i>"),
}


@pytest.mark.parametrize(("before", "after"), ALIVE.values(), ids=ALIVE)
def test_what_scripts_work_with_makes_the_page_begin_anew(
    page: Page, output: Path, builds: Builds, before: str, after: str
) -> None:
    write(output / "kk/index.html", PAGE.format("x").replace("</body>", f"{before}</body>"))
    page.reload()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.kept = true; document.querySelector('#own')?.append(' by a script')")
    write(output / "kk/index.html", PAGE.format("x").replace("</body>", f"{after}</body>"))
    builds.edited([])
    page.wait_for_function("window.kept === undefined")


def test_a_new_page_keeps_its_place_and_open_parts(page: Page, output: Path, builds: Builds) -> None:
    long = PAGE.replace("</body>", "<details><summary>a</summary>b</details><p style='height: 3000px'></p></body>")
    for text in ("бірінші", "екінші"):
        write(output / "kk/index.html", long.format(text))
        builds.succeeded([])
        expect(page.locator("#text")).to_have_text(text)
        if text == "бірінші":
            page.locator("summary").first.click()
            page.evaluate("scrollTo(0, 700)")
    page.wait_for_function("scrollY === 700 && document.querySelector('details').open")


def test_a_page_that_stays_the_same_is_not_loaded_again(page: Page, builds: Builds) -> None:
    page.evaluate("window.kept = true")
    builds.succeeded([])
    page.wait_for_function("document.querySelector('#live').dataset.build === '1'")
    assert page.evaluate("window.kept") is True


def test_a_preview_that_was_begun_anew_shows_its_page(page: Page, output: Path) -> None:
    same_number = (
        'retry: 50\ndata: {"build": 0, "page": "another"}\n\n'  # each answer ends, as a server does that is ended
    )
    page.route(STREAM, lambda route: route.fulfill(content_type="text/event-stream", body=same_number))
    page.reload()
    write(output / "kk/index.html", PAGE.format("жаңа"))
    expect(page.locator("#text")).to_have_text("жаңа")


def test_a_preview_that_refused_its_news_once_is_asked_again(page: Page, output: Path, builds: Builds) -> None:
    page.route(STREAM, lambda route: route.fulfill(status=503), times=1)
    with page.expect_response(STREAM):
        page.reload()
    write(output / "kk/index.html", PAGE.format("жаңа"))
    builds.succeeded([])
    expect(page.locator("#text")).to_have_text("жаңа")


def test_a_faulty_build_leaves_the_page_as_the_editor_has_it(page: Page, builds: Builds) -> None:
    page.evaluate("window.kept = true")
    builds.failed([FAULT])
    expect(page.locator("#live")).to_be_visible()
    assert page.evaluate("window.kept") is True


def test_the_bar_fits_a_phone_leaves_half_of_it_and_can_be_closed_by_keyboard(page: Page, builds: Builds) -> None:
    builds.failed([FAULT, OTHER])
    expect(page.locator("#live")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("document.querySelector('#live').scrollWidth <= innerWidth")
    assert page.locator("#live").bounding_box()["height"] <= 640 * 0.6 + 1
    page.locator("#live summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".live__problem").first).to_be_hidden()
    assert page.locator("#live").bounding_box()["height"] < 150


def test_a_problem_leads_to_the_page_of_its_rule(page: Page, builds: Builds) -> None:
    builds.failed([FAULT])
    page.get_by_role("link", name="not-utf-8").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("not-utf-8")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
