"""How the content stands: counted, sorted by what ends first, and shown in the editor's language."""

import io
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import Problem, Severity
from plugins.model import load_content
from plugins.status.gathering import STALE, Deadline, Ending, Status, status_of
from plugins.status.showing import as_json, print_status
from plugins.words.store import LANGUAGES
from tests.plugins.model.edits import all_of, replaced
from tests.queue_months import FACTS, queue_page

TODAY = date(2026, 11, 27)
WRITTEN = {"news": Counter({"kk": 1, "ru": 1}), "honor-board": Counter({"kk": 1, "ru": 0})}
CONSENT = "consent: {what: аты, where: сайт, until: 2026-12-01}\n"
EDITS = all_of(
    replaced("honor-board/sample/facts.yaml", "sample: true\n", CONSENT),
    replaced("acts.yaml", "chapters: 8\n  articles: 73\n  checked: 2026-11-22", "articles: 73\n  checked: 2025-11-20"),
)


@pytest.fixture
def status(content: Path) -> Status:
    EDITS(content)
    problems = [
        Problem("content/news/meeting/index.ru.md", 1, 1, STALE),
        Problem("content/news/meeting/index.ru.md", 9, 1, STALE),
        Problem("content/news/meeting/facts.yaml", 1, 1, "unknown-key"),
        Problem("content/news/index.kk.md", 1, 1, "loose-typography", severity=Severity.WARNING),
        Problem("content/newspaper/index.kk.md", 1, 1, "unknown-section"),
    ]
    return status_of(load_content(content), WRITTEN, problems, TODAY, within=90)


def test_a_section_counts_its_own_items_and_faults(status: Status) -> None:
    news, honor = status.sections
    assert (news.items, news.stale) == ({"kk": 1, "ru": 1}, {"kk": 0, "ru": 1})
    assert (news.errors, news.warnings, news.samples, news.to_confirm) == (3, 1, 0, 0)
    assert (honor.items, honor.samples, honor.errors) == ({"kk": 1, "ru": 0}, 0, 0)


def test_what_ends_stands_with_its_day_and_place_the_nearest_first(status: Status) -> None:
    assert status.deadlines == (
        Deadline(Ending.LAW_CHECK, "450-I", "content/acts.yaml", 21, date(2026, 11, 20), -7),
        Deadline(
            Ending.CONSENT, "honor-board/sample", "content/honor-board/sample/facts.yaml", 3, date(2026, 12, 1), 4
        ),
    )


def test_the_end_of_a_ceiling_is_reported_before_and_after_it(content: Path) -> None:
    replaced("rate-ceilings.yaml", "2026-01-05\n", "2026-01-05\n    valid_to: 2026-06-30\n")(content)
    for today, left in ((date(2026, 6, 1), 29), (date(2026, 11, 27), -150)):
        ends = status_of(load_content(content), {}, [], today, within=90).deadlines
        ceiling = Deadline(Ending.CEILING, "mortgage", "content/rate-ceilings.yaml", 4, date(2026, 6, 30), left)
        assert ceiling in ends


def test_the_day_on_which_figures_of_a_loan_leave_the_release_is_reported_before(content: Path) -> None:
    ends = status_of(load_content(content), {}, [], date(2027, 10, 30), within=30).deadlines
    (loan,) = [end for end in ends if end.kind is Ending.LOAN_FIGURES]
    assert (loan.what, loan.day, loan.days_left) == ("loans/mortgage", date(2027, 11, 28), 29)


@pytest.mark.parametrize(("sample", "days"), [("  sample: true\n", []), ("", [date(2027, 2, 8)])])
def test_figures_of_the_queue_grow_old_unless_they_are_invented(content: Path, sample: str, days: list[date]) -> None:
    queue_page(FACTS.replace("  sample: true\n", sample))(content)
    ends = status_of(load_content(content), {}, [], TODAY, within=90).deadlines
    found = [end for end in ends if end.kind is Ending.QUEUE_FIGURES]
    assert [end.day for end in found] == days
    assert all((end.path, end.line) == ("content/pages/queue/facts.yaml", 13) for end in found)


@pytest.mark.parametrize(("within", "ends"), [(-8, 0), (-7, 1), (3, 1), (4, 2), (359, 2), (360, 3)])
def test_only_what_ends_in_time_is_reported(content: Path, within: int, ends: int) -> None:
    EDITS(content)
    assert len(status_of(load_content(content), {}, [], TODAY, within).deadlines) == ends


def test_what_waits_and_what_stays_back_is_named(status: Status) -> None:
    assert status.unconfirmed[:2] == ("registered_name", "bin")
    assert "founded_on" not in status.unconfirmed
    assert status.withheld == (
        "/charity/", "/charity/elders/", "/lawyer/", "/lawyer/who-admits/", "/loans/", "/loans/mortgage/",
        "/testimonials/", "/testimonials/sample/",
    )  # fmt: skip


def test_what_a_release_needs_is_a_list_to_work_through(status: Status) -> None:
    assert [(step.what, step.lack, step.stops, step.detail) for step in status.readiness] == [
        ("identity-registered", "lacks-value", True, ""), ("identity-bin", "lacks-value", True, ""),
        ("identity-offices", "lacks-value", True, ""), ("identity-contact", "lacks-value", True, ""),
        ("identity-responsible", "lacks-value", True, ""), ("signature-of-section", "lacks-signature", False, "loans"),
        ("signature-of-section", "lacks-signature", False, "lawyer"),
        ("section-to-fill", "lacks-item", False, "testimonials"), ("section-to-fill", "lacks-item", False, "charity"),
    ]  # fmt: skip
    assert [step.line for step in status.readiness[:2]] == [4, 5]


def test_json_holds_all_of_it(status: Status) -> None:
    reported = json.loads(as_json(status))
    keys = {"sections", "deadlines", "within", "unconfirmed", "withheld", "readiness", "drafts", "readings"}
    assert set(reported) == keys
    assert reported["deadlines"][0] | {"path": ""} == {
        "kind": "law-check", "what": "450-I", "path": "", "line": 21, "day": "2026-11-20", "days_left": -7,
    }  # fmt: skip
    assert reported["sections"][0]["stale"] == {"kk": 0, "ru": 1}


WORDS = {"kk": "Мерзімі таяғандар", "ru": "Скоро истекает", "en": "Ends soon"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_speaks_the_editors_language_and_fits_a_pipe(status: Status, language: str) -> None:
    pipe = io.StringIO()
    print_status(status, language, {"news": "Жаңалықтар"}, pipe)
    lines = pipe.getvalue().split("\n")
    assert WORDS[language] in pipe.getvalue() and "Жаңалықтар" in pipe.getvalue() and "honor-board" in pipe.getvalue()
    assert "content/honor-board/sample/facts.yaml:3" in pipe.getvalue()
    assert max(map(len, lines)) <= 110 and "\x1b" not in pipe.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_ends_is_reported_too(content: Path, language: str) -> None:
    pipe = io.StringIO()
    print_status(status_of(load_content(content), WRITTEN, [], TODAY, within=7), language, {}, pipe)
    assert WORDS[language] not in pipe.getvalue()
    assert " 7 " in pipe.getvalue()


def test_brackets_in_a_title_are_no_colours(status: Status) -> None:
    pipe = io.StringIO()
    print_status(status, "kk", {"news": "Жаңалық [/b] [red]"}, pipe)
    assert "Жаңалық [/b] [red]" in pipe.getvalue()
