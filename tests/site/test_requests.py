"""What a reader of the old site asked for in 2021: each of the 37 requests has its place, in both languages."""

import re

import pytest

from tests.site.built import LANGUAGES, BuiltSite
from tests.small_site import ROOT

PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "1 why us: aim, decisions, fees, risks": (
        "why-us/", ("#aim", "#who-decides", "#contributions", "#no-income", "#risks"),
    ),
    "2 why us: a large picture instead of a film elsewhere": ("why-us/", ("#aim ~ p img[alt]",)),
    "3 presentation: a film in this language": ("presentation/", ("video track[kind=captions][srclang={language}]",)),
    "4 presentation: the film plays on the page": ("presentation/", ("video[poster][controls] source[src^='/media/']",)),
    "5 presentation: what draws a newcomer on": (
        "presentation/", ("a.button[href$='/faq/how-to-join/']", "a.button[href$='/contacts/']"),
    ),
    "6 testimonials: a film on the page itself": ("testimonials/sample-car-semey/", (".video-placeholder",)),
    "7 testimonials: in the menu, the present page marked": (
        "testimonials/", (".menu a[href='/{language}/testimonials/'][aria-current]",),
    ),
    "8 testimonials: the case in numbers, papers with their data hidden": (
        "testimonials/sample-car-semey/", (".testimonial-card__facts dd", ".gallery img[alt]"),
    ),
    "9 lawyer: a question, its law, the day it was read": (
        "lawyer/who-admits-a-member/",
        (".question h2.question__question", ".sources a[href*='/laws/']", ".sources__dates"),
    ),
    "11 questions: the answer is blue, not black": ("faq/", (".question .question__answer p",)),
    "12 questions: an interview with the lawyer": ("faq/", (".video-placeholder",)),
    "13 questions: question and answer are told apart by words too": (
        "faq/", (".question__question .question__mark", ".question__answer .question__mark"),
    ),
    "14 lessons: read on the page, marked as read": ("education/reading-a-contract/", (".prose h2", "button[data-lesson]")),
    "15 lessons: what is done for the growth of the cooperative": ("about/", ("#asked", "#measures ~ .facts dd")),
    "16 news: of one language": ("news/", ("main a[href^='/{language}/news/']", "main time[datetime]")),
    "17 queue: the rule, the past, an example": ("queue/", ("#rule", ".queue-chart", "#example", "#ask")),
    "18 queue: why outside money does not shorten it": ("queue/", ("#outside-money",)),
    "19 ruling: premise, conditions, verdict, open questions, its address": (
        "sharia/",
        (
            "#picture", "#premise", "#conditions + p + ol > li:nth-child(5)", "#if-not-met", "#open-questions",
            ".sources a[href*='fatua.kz']",
        ),
    ),
    "20 ruling: what each payment is": ("faq/what-contributions/", (".question__answer li:nth-child(2)", ".sources")),
    "21 honor board: a portrait and a life": (
        "honor-board/sample-teacher/", (".person-card__portrait[alt]", ".person-card__story p:nth-of-type(3)"),
    ),
    "22 honor board: the reason": ("honor-board/sample-teacher/", (".person-card__reason strong",)),
    "24 colours: the buttons of a section": ("", (".hero a.button",)),
    "26 comparison: programmes, rates side by side, a button": (
        "loans/",
        ("form input[type=checkbox][name=p]", "form button[type=submit]", "tr[data-row=nominal]", "tr[data-row=effective]"),
    ),
    "27 charity: what is proposed, what is not decided": ("charity/", ("#proposed + ul > li:nth-child(4)", "#unknown")),
    "27 charity: a way to it from the first page": ("", ("main a[href='/{language}/charity/']",)),
    "28 charity: a gift for the old": ("charity/elders/", (".notice", ".facts dd")),
    "29 charity: a gift when a child is born": ("charity/newborn/", (".notice", ".facts dd")),
    "30 charity: first time, first class": ("charity/first-time-first-class/", (".notice", ".facts dd")),
    "31 charity: four children and more": ("charity/large-families/", (".notice", ".facts dd")),
    "32 home: a happy family on green": ("", (".hero [role=img][aria-label] svg path", ".hero h1")),
    "33 home: every section at the top": (
        "",
        tuple(
            f".menu a[href='/{{language}}/{section}/']"
            for section in (
                "why-us", "presentation", "testimonials", "lawyer", "faq", "education", "news", "queue", "sharia",
                "honor-board", "loans", "charity", "contacts",
            )
        ),
    ),
    "34 office: where to turn, what to bring": ("contacts/", ("#address", "#meanwhile", "#bring")),
    "35 construction: what the law says": ("lawyer/can-we-build-apartments/", ("#law", ".sources")),
    "36 language: the same page in the other one": ("about/", ("nav[aria-label] a[rel=alternate][hreflang][href$='/about/']",)),
    "37 trust: the site's own player with its words": ("presentation/", (".video-player__screen[controls]", "video track")),
    "P4 what no answer exists for yet": ("not-yet-published/", ("main h2", ".facts dd")),
    "P5 waiting": ("faq/how-long-is-the-queue/", (".question__answer p",)),
    "P5 leaving": ("faq/how-to-leave/", (".question__answer p",)),
    "P5 risks": ("faq/what-are-the-risks/", (".question__answer li:nth-child(5)",)),
    "P5 sharia": ("faq/is-it-allowed-by-sharia/", (".question__answer a[href*='/sharia/']",)),
    "P6 lessons: money, contract, pyramid, effective rate": (
        "education/",
        tuple(
            f"main a[href='/{{language}}/education/{lesson}/']"
            for lesson in ("family-budget", "reading-a-contract", "signs-of-a-pyramid", "effective-rate")
        ),
    ),
    "P10 search": ("search/", ("search input[type=search]",)),
    "P10 calculators": ("affordability/", ("form input", "form button")),
    "P11 design: how the page is shown is chosen": ("about/", ("#view input[name=text]", "#view input[name=scheme]")),
    "beside: what the device keeps, and a button that erases it": ("privacy/", ("#on-your-device", ".forget button")),
    "beside: for those who read with difficulty": ("easy-read/", ("#what ~ p img[alt]", "#how-to-check")),
    "beside: what the site cannot do yet": ("accessibility/", ("#known-gaps", "#tell-us")),
}  # fmt: skip
"""Number of the request, page below a language, and what has to stand on it."""

ELSEWHERE = {
    10: "test_the_answers_are_many_and_the_same_in_both_languages",
    23: "test_a_colour_asked_for_is_the_one_that_is_set",
    25: "test_a_colour_asked_for_is_the_one_that_is_set",
}
"""Requests that one place cannot show, by the test below that holds them."""


def test_no_request_is_forgotten() -> None:
    placed = {int(name.split()[0]) for name in PLACES if name[0].isdigit()}
    assert placed | set(ELSEWHERE) == set(range(1, 38))
    assert {name for name in ELSEWHERE.values() if name not in globals()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("path", "selectors"), PLACES.values(), ids=PLACES)
def test_a_request_is_met_at_its_place(
    working_site: BuiltSite, language: str, path: str, selectors: tuple[str, ...]
) -> None:
    page = working_site.pages[f"/{language}/{path}"]
    wanted = [selector.replace("{language}", language) for selector in selectors]
    assert [selector for selector in wanted if not page.all(selector)] == []


def test_the_answers_are_many_and_the_same_in_both_languages(working_site: BuiltSite) -> None:
    lists = [working_site.pages[f"/{code}/faq/"] for code in LANGUAGES]
    kk, ru = ([one["id"] for one in page.all(".question")] for page in lists)
    assert kk == ru
    assert len(kk) >= 34
    topics = [one["id"] for one in lists[0].all("h2[id^=topic-]")]  # in the order of their first questions
    assert topics[:3] == ["topic-joining", "topic-money", "topic-waiting"]


COLOURS = {
    "a question is green": ("question", ".question__question", "--question"),
    "an answer is blue": ("question", ".question__answer", "--answer"),
    "a life is red": ("person-card", ".person-card__story", "--life"),
    "a button is blue": ("button", ".button", "--on-action"),
}


@pytest.mark.parametrize(("sheet", "selector", "token"), COLOURS.values(), ids=COLOURS)
def test_a_colour_asked_for_is_the_one_that_is_set(sheet: str, selector: str, token: str) -> None:
    """Says which token colours what; tests/test_theme.py says that the token is blue, green or red, and none is black."""
    css = (ROOT / f"theme/static/css/components/{sheet}.css").read_text(encoding="utf-8")
    rules = re.findall(rf"(?:^|,)\s*{re.escape(selector)} {{([^}}]*)}}", css, re.MULTILINE)
    assert any(re.search(rf"(?<![-\w])color: var\({token}\)", rule) for rule in rules)
    assert not re.search(r"#000\b|\bblack\b", css)


def test_nothing_is_shown_by_another_site_and_nothing_asks_to_log_in(working_site: BuiltSite) -> None:
    for page in working_site.both():
        assert not page.all("iframe, input[type=password], input[type=email], [src*='youtu'], a[href*='youtu']"), (
            page.url
        )
