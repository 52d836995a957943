"""How deep a list may go, and what only looks deep."""

import pytest

from plugins.markdown import parse
from plugins.model.items import Body
from plugins.model.nesting import DEEPEST, too_deep_nesting

LEVELS = {
    "ten on one line": ("- " * DEEPEST + "а", None),
    "eleven on one line": ("- " * (DEEPEST + 1) + "а", (1, 21)),
    "eleven with numbers": ("1. " * (DEEPEST + 1) + "а", (1, 31)),
    "eleven quotations": ("> " * (DEEPEST + 1) + "а", (1, 21)),
    "eleven set in": ("- а\n" + "    " * DEEPEST + "- а", (2, 41)),
    "ten set in": ("- а\n" + "    " * (DEEPEST - 1) + "- а", None),
    "words set in far": (" " * 200 + "а", None),
    "a line across the page": ("а\n\n" + "* " * 40 + "\n\n" + "- " * 40 + "\n\n" + "_" * 80, None),
    "a row of hyphens": ("-" * 200, None),
    "points of a sum": ("1.000.000.000.000.000.000.000.000.000.000.000", None),
    "the second of two": ("- а\n\n" + "- " * 30 + "а", (3, 21)),
}


@pytest.mark.parametrize(("source", "place"), LEVELS.values(), ids=LEVELS)
def test_the_level_that_is_one_too_many_is_told(source: str, place: tuple[int, int] | None) -> None:
    problem = too_deep_nesting(Body("a.md", source, 1))
    assert (problem and (problem.line, problem.column)) == place


def test_the_deepest_list_that_is_taken_is_converted() -> None:
    html = parse("\n".join("    " * level + "1. а" for level in range(DEEPEST))).html
    assert html.count("<ol>") == DEEPEST
