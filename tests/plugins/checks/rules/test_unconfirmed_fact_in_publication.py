"""An unconfirmed fact that a release did not leave out is reported at its mark."""

from pathlib import Path

from plugins.checks.rules import unconfirmed_fact_in_publication
from tests.plugins.checks.publishing import lines_with, marks_found, marks_in_release

RULE = unconfirmed_fact_in_publication.check


def test_every_unconfirmed_fact_that_is_left_is_reported(content: Path) -> None:
    expected = lines_with(content, "to_confirm: true")
    assert expected
    assert marks_found(RULE, content, published=True) == expected


def test_a_draft_may_hold_unconfirmed_facts(content: Path) -> None:
    assert marks_found(RULE, content, published=False) == []


def test_a_release_holds_none(content: Path) -> None:
    assert marks_in_release(RULE, content) == []
