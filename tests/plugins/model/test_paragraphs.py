"""Text without an empty line in it has a limit (`too-long-paragraph`), whatever it is made of."""

import pytest

from plugins.model.items import Body
from plugins.model.paragraphs import too_long_paragraphs

LINE = "Жиналыс наурызда өтті.\n"
LONG = LINE * 1_400

PLACES = {
    "one line": ("а" * 30_001, (5, 1)),
    "lines without an empty one between them": (LONG, (5, 1)),
    "the second part": (f"{LINE}\n{LONG}", (7, 1)),
    "blanks before the words": (f"{LINE}\n\n\n  {LONG}", (9, 3)),
    "a list": ("- " + LINE + "- сөз\n" * 6_000, (5, 1)),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES)
def test_a_part_that_goes_on_for_too_long_is_reported_where_it_begins(text: str, place: tuple[int, int]) -> None:
    (reported,) = too_long_paragraphs(Body("content/news/a/index.kk.md", text, 5, ()))
    assert (reported.line, reported.column, reported.rule) == (*place, "too-long-paragraph")
    assert reported.values["most"] == "30000"


RIGHT = {
    "as long as allowed": "а" * 30_000,
    "an empty line": LONG[:20_000] + "\n\n" + LONG[:20_000],
    "a line of blanks": LONG[:20_000] + "\n \t\n" + LONG[:20_000],
    "empty lines only": "\n" * 60_000,
    "nothing": "",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_long_text_in_paragraphs_is_let_through(text: str) -> None:
    assert list(too_long_paragraphs(Body("content/news/a/index.kk.md", text, 5, ()))) == []
