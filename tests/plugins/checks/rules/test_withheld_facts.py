"""The net below publishing: marks that are left inside an item, at any depth, in the first, middle and last item."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks.rules import sample_in_publication, unconfirmed_fact_in_publication
from plugins.model import load_content
from plugins.model.publication import publishable
from tests.plugins.checks.checked import assert_has_words, checked_site, together
from tests.plugins.model.edits import replaced, told
from tests.small_site import TODAY

WITHHELD = together(sample_in_publication.check, unconfirmed_fact_in_publication.check)


def found_in(content: Path, *, published: bool = True) -> list[tuple[str, int, str]]:
    problems = sorted(WITHHELD(replace(checked_site(content), published=published)))
    assert_has_words(problems)
    return [(file, line, rule) for file, line, _, rule, _ in told(problems)]


def test_every_mark_that_is_left_is_told(content: Path) -> None:
    files = [(path.relative_to(content).as_posix(), path.read_text(encoding="utf-8").split("\n"))
             for path in sorted(content.rglob("facts.yaml"))]  # fmt: skip
    rules = {"sample: true": "sample-in-publication", "to_confirm: true": "unconfirmed-fact-in-publication"}
    expected = [
        (file, number, rules[line]) for file, lines in files for number, line in enumerate(lines, 1) if line in rules
    ]
    assert len({rule for *_, rule in expected}) == 2
    assert found_in(content) == expected


def test_a_draft_may_hold_them(content: Path) -> None:
    assert found_in(content, published=False) == []


@pytest.mark.parametrize("kind", ["a mark inside a value", "all marks of the small site"])
def test_what_publishing_leaves_over_bears_none(content: Path, kind: str) -> None:
    if kind == "a mark inside a value":
        replaced("news/meeting/facts.yaml", "date:", "sample: true\ndate:")(content)
    site = checked_site(content)
    left = replace(site, content=publishable(load_content(content), TODAY), published=True, today=TODAY)
    assert list(WITHHELD(left)) == []
