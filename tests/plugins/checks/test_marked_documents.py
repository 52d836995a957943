"""Whole documents: each faulty line bears a mark with its rules, and no other line may be reported.

A mark `<!-- expect: rule, rule -->` stands at the end of a line, once for each fault; it is taken away before the check.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from plugins.checks.registry import PART_RULES, PASSAGE_RULES, SITE_RULES
from plugins.checks.rule import PartRule, PassageRule, SiteRule
from tests.plugins.checks.checked import CASE_BODY_LINE, places_in, reported_by, reported_by_comparing, write_case

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.md"))
MARK = re.compile(r" *<!-- expect: ([a-z, -]+) -->$", re.MULTILINE)
RULE_OF = {rule.id: rule for rule in (*PASSAGE_RULES, *PART_RULES, *SITE_RULES)}
MARKED = (
    "not-nfc",
    "loose-typography",
    "calqued-date",
    "forbidden-claim",
    "personal-data-in-text",
    "wrong-number-suffix",
    "cross-language-link",
    "insecure-link",
    "empty-link-text",
    "left-over-markup",
    "foreign-block",
    "foreign-sentence",
    "mixed-script-word",
    "missing-alt",
    "alt-repeats-caption",
    "raw-html",
    "third-party-embed",
    "form-in-text",
    "broken-link",
    "broken-fragment",
    "missing-file",
    "invisible-character",
    "third-party-video",
    "redirected-link",
    "messenger-link",
    "cloud-drive-link",
    "own-domain-link",
    "skipped-heading-level",
)


def parts_of(document: Path) -> tuple[PassageRule | PartRule | SiteRule, str, str]:
    """Return rule, language and text; `loose-typography.kk.md` is judged by that rule in Kazakh."""
    rule, language, _ = document.name.split(".")
    return RULE_OF[rule], language, document.read_text(encoding="utf-8")


def marks_in(text: str) -> Counter[int]:
    """Return how many faults each line is marked with."""
    return Counter(
        number
        for number, line in enumerate(text.split("\n"), start=1)
        for match in MARK.finditer(line)
        for _ in match.group(1).split(",")
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_exactly_the_marked_lines_are_reported(content: Path, document: Path) -> None:
    rule, language, text = parts_of(document)
    assert Counter(lines_reported(rule, language, MARK.sub("", text), content)) == marks_in(text)


def lines_reported(rule: PassageRule | PartRule | SiteRule, language: str, text: str, content: Path) -> list[int]:
    if isinstance(rule, PassageRule):
        return [line for line, _ in places_in(rule.id, text, language)]
    file = write_case(content, language, text)
    found = (
        reported_by(rule.check, content) if isinstance(rule, PartRule) else reported_by_comparing(rule.check, content)
    )
    return [line - CASE_BODY_LINE + 1 for path, line, *_ in found if path == file]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_has_marked_and_other_lines(document: Path) -> None:
    _, _, text = parts_of(document)
    assert len(marks_in(text)) >= 3
    assert len([line for line in text.split("\n") if line.strip() and "expect:" not in line]) >= 2
    assert set(re.findall(r"[a-z-]+", ",".join(MARK.findall(text)))) == {document.name.split(".")[0]}


def test_each_rule_has_a_document_in_both_languages() -> None:
    assert {path.name for path in DOCUMENTS} == {
        f"{rule}.{language}.md" for rule in MARKED for language in ("kk", "ru")
    }


def test_a_mark_is_counted_once_for_each_fault() -> None:
    assert marks_in("а\nб <!-- expect: a-b, a-b -->\nв <!-- not a mark -->\nг <!-- expect: c -->") == {2: 2, 4: 1}
