"""The page on which an editor confirms what is hidden on a paper, in a real Chromium: by mouse and by keyboard alone."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Queue

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from plugins.diagnostics.progress import no_progress
from plugins.documents.words import Box
from plugins.documents.workbench import confirm_in_browser
from plugins.language import classify
from tests.plugins.media.files import scene

PATIENCE = 120
"""Seconds after which a page that has not come never will."""
BOXES = [Box(100, 50, 200, 40), Box(100, 150, 300, 40)]


@dataclass(frozen=True)
class Workbench:
    """The page, and the answer to come."""

    page: Page
    answer: Future[list[Box] | None]
    complaints: list[str]

    @property
    def places(self) -> Locator:
        return self.page.locator("rect")

    def said(self, words: str) -> None:
        expect(self.page.get_by_role("status")).to_contain_text(words)

    def end(self, button: str) -> list[Box] | None:
        """Press a button, and return what the program gets."""
        self.page.get_by_role("button", name=button).click()
        return self.answer.result(PATIENCE)


@pytest.fixture
def workbench(browser: Browser) -> Iterator[Workbench]:
    opened: Queue[str] = Queue()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda reported: complaints.append(reported.text) if reported.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(confirm_in_browser, scene(800, 400), BOXES, no_progress, opened.put)
        page.goto(opened.get(timeout=PATIENCE))
        expect(page.locator("rect")).to_have_count(len(BOXES))
        yield Workbench(page, answer, complaints)
        if not answer.done():
            page.get_by_role("button", name="Отказаться").click()
            answer.result(PATIENCE)
    context.close()
    assert complaints == []


def test_what_was_found_is_shown_and_confirmed(workbench: Workbench) -> None:
    workbench.said("Жасырылатын жер: 2. Мест: 2.")
    assert workbench.end("Закрыть и сохранить") == BOXES
    workbench.said("Дайын, бетті жабуға болады. Готово, страницу можно закрыть.")


def test_a_place_is_drawn_with_the_mouse_and_another_removed(workbench: Workbench) -> None:
    photo = workbench.page.locator("svg image").bounding_box()
    assert photo is not None
    scale = photo["width"] / 800
    mouse = workbench.page.mouse
    mouse.move(photo["x"] + 500 * scale, photo["y"] + 250 * scale)
    mouse.down()
    mouse.move(photo["x"] + 620 * scale, photo["y"] + 300 * scale)
    mouse.up()
    mouse.click(photo["x"] + 700 * scale, photo["y"] + 350 * scale)
    expect(workbench.places).to_have_count(3)
    mouse.click(photo["x"] + 150 * scale, photo["y"] + 70 * scale)
    expect(workbench.places).to_have_count(2)
    boxes = workbench.end("Жасырып, сақтау")
    assert boxes is not None
    assert boxes[0] == BOXES[1]
    assert boxes[1] == pytest.approx(Box(500, 250, 120, 50), abs=2)


def test_the_keyboard_is_enough(workbench: Workbench) -> None:
    keyboard = workbench.page.keyboard
    workbench.page.get_by_label("x", exact=True).focus()
    for number in ("10", "300", "90", "30"):
        keyboard.type(number)
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(workbench.places).to_have_count(3)
    workbench.places.nth(0).focus()
    keyboard.press("Delete")
    expect(workbench.places).to_have_count(2)
    workbench.said("Жасырылатын жер: 2. Мест: 2.")
    expect(workbench.places.nth(0)).to_be_focused()
    keyboard.press("Tab")
    expect(workbench.places.nth(1)).to_be_focused()
    keyboard.press("Enter")
    expect(workbench.places.nth(0)).to_be_focused()
    keyboard.press(" ")
    expect(workbench.page.get_by_label("x", exact=True)).to_be_focused()
    workbench.page.get_by_role("button", name="Жасырып, сақтау").focus()
    keyboard.press("Enter")
    assert workbench.answer.result(PATIENCE) == []


def test_an_editor_may_give_up(workbench: Workbench) -> None:
    assert workbench.end("Бас тарту") is None
    workbench.said("Готово")


def test_every_word_stands_in_both_languages_and_axe_finds_nothing(workbench: Workbench) -> None:
    page = workbench.page
    assert page.evaluate("document.documentElement.lang") == "kk"
    russian = page.locator("header [lang=ru]").all_inner_texts()
    kazakh = page.locator("header").evaluate(
        "header => { const copy = header.cloneNode(true); copy.querySelectorAll('[lang=ru], output').forEach(e => e.remove());"
        " return copy.textContent }"
    )
    assert classify(" ".join(russian)).language == "ru"
    assert classify(kazakh).language == "kk"
    assert len(russian) == page.locator("h1, header p:not(:has(button)), header button, label:has([lang])").count()
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
