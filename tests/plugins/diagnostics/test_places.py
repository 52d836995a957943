"""Line and column of a character, in a text that begins anywhere in a file."""

import pytest

from plugins.diagnostics.places import place_in

TEXT = "Ә б\n\nғд\n"

PLACES = {
    "first": (0, (1, 1), (1, 1)),
    "in the first line": (2, (1, 1), (1, 3)),
    "the end of a line": (3, (1, 1), (1, 4)),
    "an empty line": (4, (1, 1), (2, 1)),
    "a later line": (6, (1, 1), (3, 2)),
    "behind the last newline": (8, (1, 1), (4, 1)),
    "the first line begins further right": (2, (5, 10), (5, 12)),
    "a later line begins at the left": (6, (5, 10), (7, 2)),
}


@pytest.mark.parametrize(("offset", "first", "place"), PLACES.values(), ids=PLACES)
def test_a_place_is_counted_from_that_of_the_first_character(
    offset: int, first: tuple[int, int], place: tuple[int, int]
) -> None:
    assert place_in(TEXT, offset, *first) == place
