"""The bar of problems: what it says, to whom, and that a text cannot break out of it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.diagnostics import Phrase, Problem, Severity
from plugins.server.build_state import Outcome
from plugins.server.overlay import overlay
from plugins.words.store import LANGUAGES

FACTS = "content/news/meeting/facts.yaml"
FAULT = Problem(FACTS, 1, 1, "unknown-key", {"key": "dat", "nearest": "date"})
DOUBT = Problem(
    "content/pages/about/index.ru.md",
    9,
    2,
    "loose-typography",
    {"found": '"', "better": "«…»", "kind": Phrase("set-quotes")},
    Severity.WARNING,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FACTS).parent.mkdir(parents=True)
    (tmp_path / FACTS).write_text("dat: <b>&\n", encoding="utf-8")
    return tmp_path


def bar(root: Path, *problems: Problem, good: bool = False, page: str = "/kk/", language: str = "en") -> BeautifulSoup:
    return BeautifulSoup(overlay(Outcome(7, problems, good), page, language, root, "d1"), "html.parser")


def test_a_problem_is_reported_with_its_place_line_reason_and_page(root: Path) -> None:
    shown = bar(root, FAULT)
    assert shown.select_one(".live__what").text == "error: the key `dat` is not known here"
    assert shown.select_one(".live__place a").text == f"{FACTS}:1:1"
    assert shown.select_one(".live__place a")["href"] == f"vscode://file{root}/{FACTS}:1:1"
    assert shown.select_one("mark").text == "dat"
    assert [term.text for term in shown.select("dt")] == ["why", "fix", "rule"]
    assert shown.select_one("dd a")["href"] == "/__live__/rules/en/unknown-key"
    assert shown.select_one("[role=status]").text == "1 error(s), 0 warning(s)"


def test_a_text_cannot_break_out(root: Path) -> None:
    odd = Problem(FACTS, 1, 6, "unknown-key", {"key": "<script>", "nearest": '"><img>'})
    html = overlay(Outcome(1, (odd,), is_good=False), "/kk/", "en", root, "")
    assert "<script" not in html and "<img" not in html and "<b>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("problems", "good", "hidden", "is_open", "note"),
    [((), True, True, False, False), ((DOUBT,), True, False, False, False), ((FAULT, DOUBT), False, False, True, True)],
    ids=["nothing", "warnings", "errors"],
)
def test_the_bar_is_as_loud_as_what_it_says(
    root: Path, problems: tuple[Problem, ...], good: bool, hidden: bool, is_open: bool, note: bool
) -> None:
    shown = bar(root, *problems, good=good)
    assert shown.aside.has_attr("hidden") is hidden
    assert shown.details.has_attr("open") is is_open
    assert bool(shown.select(".live__note")) is note
    assert (shown.aside["data-build"], shown.aside["data-page"]) == ("7", "d1")


@pytest.mark.parametrize(
    ("page", "first"),
    [("/kk/news/meeting/", FACTS), ("/ru/about/", DOUBT.path), ("/", FACTS), ("/kk/", FACTS), ("/kk/abou/", FACTS)],
)
def test_the_problems_of_the_page_come_first(root: Path, page: str, first: str) -> None:
    assert bar(root, FAULT, DOUBT, page=page).select_one(".live__place").text.startswith(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_speaks_one_language(root: Path, language: str) -> None:
    shown = bar(root, FAULT, language=language)
    assert shown.aside["lang"] == language
    words = " ".join([shown.aside["aria-label"], shown.summary.text, shown.select_one(".live__note").text])
    assert bool(re.search("[а-яәіңғүұқөһ]", words)) is (language != "en")


def test_the_problems_of_the_home_page_come_first_on_it(root: Path) -> None:
    home = Problem("content/pages/home/index.kk.md", 1, 1, "not-utf-8")
    assert bar(root, FAULT, home, page="/kk/").select_one(".live__place a").text.startswith(home.path)
    assert bar(root, FAULT, home, page="/kk/about/").select_one(".live__place a").text.startswith(FACTS)
