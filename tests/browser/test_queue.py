"""The page of the queue in a real Chromium: the same numbers as in Python, and fields that anyone can use."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.loans.queue import Assumptions, Money, QueueHistory, estimate
from tests.site.built import BuiltSite

PHONE = 360
LANGUAGES = ["kk", "ru"]
OpenQueue = Callable[..., Page]


@pytest.fixture
def open_queue(browser: Browser, address: str) -> Iterator[OpenQueue]:
    contexts = []

    def opened(language: str, *, scripts: bool = True) -> Page:
        context = browser.new_context(viewport={"width": PHONE, "height": 760}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/{language}/queue/")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def kept_pages() -> dict[str, Page]:
    return {}


@pytest.fixture
def first_numbers(browser: Browser, address: str, kept_pages: dict[str, Page]) -> OpenQueue:
    """Show the page with its first numbers; it is opened once a language, and its button puts them back."""

    def shown(language: str) -> Page:
        if language not in kept_pages:
            kept_pages[language] = browser.new_page(viewport={"width": PHONE, "height": 760})
            kept_pages[language].goto(f"{address}/{language}/queue/")
        page = kept_pages[language]
        page.locator(".queue-form [data-reset]").click()
        expect(page.locator('[data-answer="range"]')).to_be_visible()
        return page

    return shown


def a_case(random: Random) -> tuple[QueueHistory, Assumptions]:
    """Return a year and assumptions from the whole range of both: empty months, debts, odd tenge, huge sums."""
    scale = random.choice((1, 1_000, 1_000_000, 10**9))

    def kzt(most: int) -> int:
        return random.choice((0, random.randrange(most * scale + 1), random.randrange(most * scale + 1)))

    history = QueueHistory(
        months=tuple(Money(kzt(9), kzt(20), kzt(3)) for _ in range(random.choice((12, 12, 1)))),
        joined=random.randrange(1, 60),
        left=random.choice((0, 0, random.randrange(30))),
        prices=tuple(kzt(20) + 1 for _ in range(random.randrange(1, 30))),
        waiting=0,
        held=random.randrange(-20, 40) * scale,
    )
    return history, Assumptions(
        own_share=kzt(9), own_price=kzt(30), ahead=random.choice((0, 1, random.randrange(60))),
        joined_tenths=random.randrange(80), leave_percent=random.randrange(101), payments=kzt(30), price=kzt(30),
    )  # fmt: skip


@pytest.mark.parametrize("cases", [400, pytest.param(5000, marks=pytest.mark.long)])
def test_the_browser_and_python_give_the_same_months(open_queue: OpenQueue, cases: int) -> None:
    random = Random(20261127)
    made = [a_case(random) for _ in range(cases)]
    expected = [asdict(estimate(*case, runs=20)) for case in made]
    sent = [
        {
            "past": {
                "months": [[month.joining, month.payments, month.returned] for month in history.months],
                "joined": history.joined, "left": history.left, "prices": history.prices, "held": history.held,
            },
            "assumed": asdict(assumed),
        }
        for history, assumed in made
    ]  # fmt: skip
    page = open_queue("kk")
    source = page.locator('script[src*="queue-estimate"]').get_attribute("src")
    found = page.evaluate(
        """async ([source, cases]) => {
          const { estimate } = await import(source);
          return cases.map(({ past, assumed }) => estimate(past, assumed, 20));
        }""",
        [source, sent],
    )
    assert found == expected
    ends = [case["high"] for case in expected]
    assert len(set(ends)) > 30 and None in ends


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_numbers_give_the_answer_that_is_drawn_into_the_page(
    open_queue: OpenQueue, working_site: BuiltSite, language: str
) -> None:
    drawn = working_site.pages[f"/{language}/queue/"].one('[data-answer="range"]').get_text(strip=True)
    page = open_queue(language)
    expect(answer(page)).to_have_text(re.compile(r"\d"))
    before = [range_on_the_line(page), answer(page).inner_text()]
    page.locator("[data-calculate]").click()
    assert "".join(answer(page).inner_text().split()) == "".join(drawn.split())
    assert [range_on_the_line(page), answer(page).inner_text()] == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_number_gives_another_answer_and_the_first_ones_come_back(open_queue: OpenQueue, language: str) -> None:
    page = open_queue(language)
    first, line = answer(page).inner_text(), range_on_the_line(page)
    page.locator("#assume-payments").fill("30000000")
    page.locator("[data-calculate]").click()
    assert months_of(page)[2] < int(re.findall(r"\d+", first)[-1])
    assert range_on_the_line(page) != line
    assert page.locator("#assume-payments").input_value() == "30\u00a0000\u00a0000"
    page.locator(".queue-form [data-reset]").click()
    assert answer(page).inner_text() == first
    assert range_on_the_line(page) == line


HABITS = ["4 000 000", "4000000", "4\u00a0000\u00a0000", " 4 000 000 ₸ ", "4\u202f000 000"]


@pytest.mark.parametrize("written", HABITS)
def test_a_sum_may_be_written_as_people_write_it(first_numbers: OpenQueue, written: str) -> None:
    page = first_numbers("ru")
    page.locator("#assume-own_share").fill(written)
    page.locator("[data-calculate]").click()
    expect(page.locator("#assume-own_share")).to_have_value("4\u00a0000\u00a0000")
    expect(page.locator("#assume-own_share")).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize("written", ["2,5", "2.5"])
def test_a_tenth_may_be_written_with_a_comma_or_a_point(first_numbers: OpenQueue, written: str) -> None:
    page = first_numbers("kk")
    page.locator("#assume-joined_tenths").fill(written)
    page.locator("[data-calculate]").click()
    expect(page.locator("#assume-joined_tenths")).to_have_value("2,5")


FAULTS = {
    "nothing": ("own_price", ""),
    "words": ("ahead", "көп"),
    "below nothing": ("own_share", "-1"),
    "half a family ahead": ("ahead", "2,5"),
    "more than all": ("leave_percent", "101"),
    "too little": ("price", "99999"),
    "hundredths": ("joined_tenths", "2,55"),
    "two numbers": ("payments", "5,000,000"),
    "twenty digits": ("own_price", "1" * 20),
}


@pytest.mark.parametrize(("language", "words"), [("kk", "аралығындағы"), ("ru", "Впишите")])
@pytest.mark.parametrize(("name", "written"), FAULTS.values(), ids=FAULTS)
def test_a_wrong_number_is_reported_beside_its_field_in_the_page_s_language(
    first_numbers: OpenQueue, language: str, words: str, name: str, written: str
) -> None:
    page = first_numbers(language)
    field, fault = page.locator(f"#assume-{name}"), page.locator(f"#fault-{name}")
    expect(fault).to_be_hidden()
    field.fill(written)
    page.locator("[data-calculate]").click()
    expect(fault).to_be_visible()
    expect(fault).to_contain_text(words)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_attribute("aria-describedby", f"fault-{name}")
    expect(field).to_be_focused()
    expect(page.locator('[data-answer="range"]')).to_be_hidden()
    expect(page.locator('[data-answer="invalid"]')).to_be_visible()
    assert len(page.locator(".queue-field__fault:visible").all()) == 1
    page.locator(".queue-form [data-reset]").click()
    expect(fault).to_be_hidden()
    expect(page.locator('[data-answer="range"]')).to_be_visible()


ENDS = {
    "range": ("10000000", "2,0"),
    "open": ("1500000", "0,5"),
    "beyond": ("0", "0"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "changes"), ENDS.items(), ids=ENDS)
def test_an_end_that_is_too_far_is_not_named(
    first_numbers: OpenQueue, language: str, kind: str, changes: tuple[str, str]
) -> None:
    page = first_numbers(language)
    page.locator("#assume-payments").fill(changes[0])
    page.locator("#assume-joined_tenths").fill(changes[1])
    page.locator("[data-calculate]").click()
    assert [words.get_attribute("data-answer") for words in page.locator("[data-answer]:visible").all()] == [kind]
    assert page.locator("[data-band]").is_visible() is (kind != "beyond")


def test_the_fields_are_used_by_keyboard_alone(open_queue: OpenQueue) -> None:
    page = open_queue("kk")
    first = answer(page).inner_text()
    page.locator("#assume-own_share").focus()
    names = []
    for _ in range(7):
        names.append(page.evaluate("document.activeElement.name"))
        page.keyboard.press("Tab")
    assert names == ["own_share", "own_price", "ahead", "joined_tenths", "leave_percent", "payments", "price"]
    for _ in range(5):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("90")
    page.keyboard.press("Enter")
    expect(page.locator('[data-answer="range"]')).not_to_have_text(first)
    assert page.evaluate("document.activeElement.name") == "ahead"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_answer_and_what_it_rests_on_are_there_and_no_dead_field(
    open_queue: OpenQueue, language: str
) -> None:
    page = open_queue(language, scripts=False)
    expect(answer(page)).to_be_visible()
    assert len(re.findall(r"\d+", answer(page).inner_text())) >= 5
    assert len(page.locator("[data-first] dd:visible").all()) == 7
    assert page.locator("input:visible, [data-calculate]:visible").all() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phone_does_not_scroll_sideways_with_everything_open(open_queue: OpenQueue, language: str) -> None:
    page = open_queue(language)
    for summary in page.locator(".queue-more > summary").all():
        summary.click()
    page.locator("#assume-ahead").fill("x")
    page.locator("[data-calculate]").click()
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1]
    for control in page.locator("main input, main button, .queue-more > summary").all():
        box = control.bounding_box()
        assert box is not None and box["height"] >= 44


def test_every_answer_is_announced_and_the_picture_has_words(open_queue: OpenQueue) -> None:
    page = open_queue("ru")
    assert answer(page).locator("xpath=ancestor::*[@role='status']").count() == 1
    picture = page.get_by_role("img", name=re.compile("семей"))
    expect(picture).to_be_visible()


def answer(page: Page):
    return page.locator('[data-answer="range"]')


def months_of(page: Page) -> list[int]:
    """Return low, middle and high of the answer that is shown."""
    return [int(page.locator(f'[data-answer="range"] [data-number="{name}"]').inner_text())
            for name in ("low", "middle", "high")]  # fmt: skip


def range_on_the_line(page: Page) -> list[float]:
    """Return where the range and its middle lie, in pixels."""
    boxes = [page.locator(selector).bounding_box() for selector in ("[data-range]", "[data-middle]")]
    return [round(box[side]) for box in boxes if box for side in ("x", "width")]
