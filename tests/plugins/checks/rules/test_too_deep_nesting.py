"""How deep a list may go, and what only looks deep."""

from pathlib import Path

import pytest

from plugins.checks.rules import too_deep_nesting
from plugins.markdown import parse
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case

LEVELS = {
    "ten on one line": ("- " * 10 + "а", None),
    "eleven on one line": ("- " * 11 + "а", (1, 23)),
    "eleven with numbers": ("1. " * 11 + "а", (1, 34)),
    "eleven quotations": ("> " * 11 + "а", (1, 23)),
    "eleven set in": ("\n".join("    " * level + "- а" for level in range(11)), (11, 43)),
    "ten set in": ("\n".join("    " * level + "- а" for level in range(10)), None),
    "words set in far": (" " * 200 + "а", None),
    "a line across the page": ("а\n\n" + "* " * 40 + "\n\n" + "- " * 40 + "\n\n" + "_" * 80, None),
    "a row of hyphens": ("-" * 200, None),
    "points of a sum": ("1.000.000.000.000.000.000.000.000.000.000.000", None),
    "the second of two": ("- а\n\n" + "- " * 30 + "а", (3, 61)),
    "three hundred": ("> " * 300 + "а", (1, 121)),
}


@pytest.mark.parametrize(("source", "place"), LEVELS.values(), ids=LEVELS)
def test_the_level_that_is_one_too_many_is_reported(content: Path, source: str, place: tuple[int, int] | None) -> None:
    file = write_case(content, "kk", source)
    reported = [(file, CASE_BODY_LINE - 1 + place[0], place[1], "too-deep-nesting", {"most": "10"})] if place else []
    assert reported_by(too_deep_nesting.check, content) == reported


def test_the_deepest_list_that_is_taken_is_converted() -> None:
    html = parse("\n".join("    " * level + "1. а" for level in range(10))).html
    assert html.count("<ol>") == 10
