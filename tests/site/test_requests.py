"""What a reader of the old site asked for in 2021: each request has its place, in both languages."""

import pytest

from tests.site.built import LANGUAGES, BuiltSite

PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "why us: aim, decisions, fees, risks": (
        "why-us/", ("#aim", "#who-decides", "#contributions", "#no-income", "#risks"),
    ),
    "why us: a large picture instead of a film elsewhere": ("why-us/", ("#aim ~ p img[alt]",)),
    "presentation: a film of the site's own, in this language": ("presentation/", ("video[poster] track[kind=captions]",)),
    "presentation: what draws a newcomer on": (
        "presentation/", ("a.button[href$='/faq/how-to-join/']", "a.button[href$='/contacts/']"),
    ),
    "testimonials: a film on the page itself": ("testimonials/sample-car-semey/", (".video-placeholder",)),
    "testimonials: papers, their data hidden": ("testimonials/sample-car-semey/", (".gallery img[alt]",)),
    "lawyer: law where answers are expected": ("lawyer/who-admits-a-member/", (".sources a[href*='/laws/']",)),
    "questions: an interview with the lawyer": ("faq/", (".video-placeholder",)),
    "lessons: read on the page, marked as read": ("education/reading-a-contract/", (".prose h2", "button[data-lesson]")),
    "lessons: what is done for the growth of the cooperative": ("about/", ("#asked", "#measures ~ .facts dd")),
    "queue: the rule, the past, an example": ("queue/", ("#rule", ".queue-chart", "#example", "#ask")),
    "queue: why outside money does not shorten it": ("queue/", ("#outside-money",)),
    "ruling: premise, conditions, verdict, open questions": (
        "sharia/", ("#picture", "#premise", "#conditions", "#if-not-met", "#open-questions"),
    ),
    "ruling: what each payment is": ("faq/what-contributions/", (".question p", ".sources")),
    "honour board: a life and a reason": ("honor-board/sample-teacher/", (".person-card--whole",)),
    "charity: what is proposed, what is not known": ("charity/", ("#proposed + ul > li:nth-child(4)", "#unknown")),
    "home: a happy family on green": ("", (".hero svg [class], .hero svg path", ".hero h1")),
    "office: where to turn, what to bring": ("contacts/", ("#address", "#meanwhile", "#bring")),
    "construction: what the law says": ("lawyer/can-we-build-apartments/", (".sources",)),
    "language: the same page in the other one": ("about/", ("a[hreflang][href$='/about/']",)),
    "design: how the page is shown is chosen": ("about/", ("#view input[name=text]", "#view input[name=scheme]")),
    "privacy: what the device keeps, and a button that erases it": ("privacy/", ("#on-your-device", ".forget button")),
    "for those who read with difficulty": ("easy-read/", ("#what ~ p img[alt]", "#how-to-check")),
    "what the site cannot do yet": ("accessibility/", ("#known-gaps", "#tell-us")),
}  # fmt: skip
"""Page below a language, and what has to stand on it."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("path", "selectors"), PLACES.values(), ids=PLACES)
def test_a_request_is_met_at_its_place(
    working_site: BuiltSite, language: str, path: str, selectors: tuple[str, ...]
) -> None:
    page = working_site.pages[f"/{language}/{path}"]
    assert [selector for selector in selectors if not page.all(selector)] == []


def test_nothing_is_shown_by_another_site_and_nothing_asks_to_log_in(working_site: BuiltSite) -> None:
    for page in working_site.both():
        assert not page.all("iframe, input[type=password], input[type=email], [src*='youtu'], a[href*='youtu']"), (
            page.url
        )
