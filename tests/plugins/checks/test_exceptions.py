"""What is allowed beside the text is not reported; an exception that says too little or excuses nothing is."""

from pathlib import Path

import pytest

from plugins.checks.exceptions import with_exceptions
from plugins.checks.registry import EXCUSABLE, NEVER_EXCUSED
from plugins.checks.results import check
from plugins.diagnostics import Problem
from plugins.model.written_exceptions import exceptions_in_markdown
from tests.plugins.checks.checked import assert_has_words, checked_site, write_case
from tests.plugins.model.edits import replaced

TEXT = "{}\nБірінші\n\nЕкінші\n"
COVERED = Problem("a.md", 2, 1, "forbidden-claim", {"claim": "а"})
BELOW = Problem("a.md", 4, 1, "forbidden-claim", {"claim": "б"})
ELSEWHERE = Problem("b.md", 2, 1, "forbidden-claim", {"claim": "в"})
PROTECTS_PEOPLE_AND_MONEY = (
    "third-party-embed", "third-party-video", "expired-consent", "withdrawn-consent", "missing-consent",
    "cooperative-row-without-approval", "sample-in-publication", "unconfirmed-fact-in-publication",
    "unredacted-document", "personal-data-in-picture", "personal-data-in-text", "figures-do-not-add-up", "impossible-waiting-time",
)  # fmt: skip
"""Rules no comment of an editor may switch off, stated here and not read from the register."""
OTHER_RULE = Problem("a.md", 2, 1, "thin-item", {"words": "1", "least": "2"})


def left(comment: str, *problems: Problem) -> list[tuple[str, str, int]]:
    exceptions = exceptions_in_markdown(TEXT.format(comment), "a.md", 1)
    found = list(with_exceptions(problems, exceptions, EXCUSABLE, NEVER_EXCUSED))
    assert_has_words(found)
    return sorted((problem.rule, problem.path, problem.line) for problem in found)


def test_only_the_rule_named_is_excused_and_only_in_its_block() -> None:
    comment = "<!-- allow forbidden-claim: сот сөзі -->"
    assert left(comment, COVERED, BELOW, ELSEWHERE, OTHER_RULE) == [
        ("forbidden-claim", "a.md", 4), ("forbidden-claim", "b.md", 2), ("thin-item", "a.md", 2),
    ]  # fmt: skip


def test_two_faults_of_a_block_are_excused_by_one_line() -> None:
    second = Problem("a.md", 2, 5, "forbidden-claim", {"claim": "г"})
    assert left("<!-- allow forbidden-claim: сот сөзі -->", COVERED, second) == []


@pytest.mark.parametrize(
    "comment",
    ["<!-- allow forbidden-claim -->", "<!-- allow forbidden-claim: -->", "<!-- allow forbidden-claim: … -->"],
)
def test_an_exception_without_a_reason_excuses_nothing(comment: str) -> None:
    assert left(comment, COVERED) == [("forbidden-claim", "a.md", 2), ("invalid-exception", "a.md", 1)]


@pytest.mark.parametrize("rule", ["forbiden-claim", "missing-consent", *PROTECTS_PEOPLE_AND_MONEY])
def test_an_exception_from_no_rule_or_from_one_without_exceptions_is_refused(rule: str) -> None:
    problem = Problem("a.md", 2, 1, rule)
    exceptions = exceptions_in_markdown(TEXT.format(f"<!-- allow {rule}: себебі бар -->"), "a.md", 1)
    found = list(with_exceptions([problem], exceptions, EXCUSABLE, NEVER_EXCUSED))
    assert [one.rule for one in found] == ["invalid-exception", rule]
    cure, nearest = ("mend-rule-name", "forbidden-claim") if rule == "forbiden-claim" else ("mend-and-delete", "")
    assert (found[0].values["cure"], found[0].values["nearest"]) == (cure, nearest)


def test_a_misspelt_rule_is_reported_with_the_one_that_was_meant() -> None:
    exceptions = exceptions_in_markdown(TEXT.format("<!-- allow forbiden-claim: сот сөзі -->"), "a.md", 1)
    (found,) = with_exceptions([], exceptions, EXCUSABLE, NEVER_EXCUSED)
    assert (found.values["nearest"], found.values["cure"]) == ("forbidden-claim", "mend-rule-name")


def test_an_exception_for_nothing_is_reported() -> None:
    assert left("<!-- allow forbidden-claim: сот сөзі -->", BELOW) == [
        ("forbidden-claim", "a.md", 4), ("useless-exception", "a.md", 1),
    ]  # fmt: skip


def test_rules_of_every_kind_can_be_excused_on_a_real_site(content: Path) -> None:
    for language, letter in (("kk", "Ә"), ("ru", "Ё")):
        write_case(
            content, language,
            f"<!-- allow loose-typography: {letter}лгі -->\n{letter} - б\n\n"
            f"<!-- allow missing-alt: {letter}лгі -->\n![](paper.svg)\n\n"
            f"<!-- allow broken-link: {letter}лгі -->\n[{letter}](/nwes/)\n",
        )  # fmt: skip
    for language in ("kk", "ru"):
        replaced(f"laws/in-force/index.{language}.md", "title:", "# allow too-long-title: толық аты\ntitle:")(content)
        replaced(f"laws/in-force/index.{language}.md", "in-force\n", f"in-force {'ә' * 80}\n")(content)
    wanted = {
        "loose-typography",
        "missing-alt",
        "broken-link",
        "too-long-title",
        "useless-exception",
        "invalid-exception",
    }
    assert [problem for problem in check(checked_site(content)) if problem.rule in wanted] == []


def test_the_line_of_an_exception_is_not_published(content: Path) -> None:
    write_case(content, "kk", "Ә\n<!-- allow loose-typography: үлгі -->\nғ - қ\n")
    site = checked_site(content)
    assert all("allow" not in document.html and "үлгі" not in document.html for document in site.documents.values())
