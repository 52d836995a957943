"""A sample that a release did not leave out is reported, in the first, a middle and the last item."""

from pathlib import Path

from plugins.checks.rules import sample_in_publication
from tests.plugins.checks.publishing import lines_with, marks_found, marks_in_release
from tests.plugins.model.edits import replaced

RULE = sample_in_publication.check


def test_every_sample_that_is_left_is_reported(content: Path) -> None:
    replaced("news/meeting/facts.yaml", "date:", "sample: true\ndate:")(content)
    expected = lines_with(content, "sample: true")
    assert len(expected) == 3
    assert marks_found(RULE, content, published=True) == expected


def test_a_draft_may_hold_samples(content: Path) -> None:
    assert marks_found(RULE, content, published=False) == []


def test_a_release_holds_none(content: Path) -> None:
    assert marks_in_release(RULE, content) == []
    replaced("news/meeting/facts.yaml", "date:", "sample: true\ndate:")(content)
    assert marks_in_release(RULE, content) == []
