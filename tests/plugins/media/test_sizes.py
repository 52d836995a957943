"""Widths: as many as the layout needs, none wider than the original."""

from itertools import pairwise

import pytest

from plugins.media.sizes import SLOTS, PictureSize, least_width, widths

WIDTHS = {
    "a portrait": ({"portrait"}, 4000, (200, 232, 328, 464)),
    "a portrait that is just wide enough": ({"portrait"}, 232, (200, 232)),
    "a portrait between two steps": ({"portrait"}, 250, (200, 232, 250)),
    "in a text": ({"prose"}, 4000, (288, 336, 475, 672, 950, 1344)),
    "in a text, exactly the widest": ({"prose"}, 1344, (288, 336, 475, 672, 950, 1344)),
    "in a text, one dot less": ({"prose"}, 1343, (288, 336, 475, 672, 950, 1343)),
    "in two places": ({"portrait", "prose"}, 4000, (200, 232, 288, 328, 336, 464, 475, 672, 950, 1344)),
}


@pytest.mark.parametrize(("slots", "original", "expected"), WIDTHS.values(), ids=WIDTHS)
def test_the_widths_are_those_of_the_slots(slots: set[str], original: int, expected: tuple[int, ...]) -> None:
    assert widths(slots, original) == expected


@pytest.mark.parametrize("slot", SLOTS)
def test_no_step_of_a_slot_loads_more_than_twice_the_dots_that_are_shown(slot: str) -> None:
    ladder = widths({slot}, 10_000)
    assert ladder[0] == SLOTS[slot].narrowest
    assert ladder[-1] == 2 * SLOTS[slot].widest
    assert all(wider**2 <= 2.02 * narrower**2 for narrower, wider in pairwise(ladder))


def test_the_least_width_is_that_of_the_widest_slot() -> None:
    assert least_width({"portrait"}) == 232
    assert least_width({"portrait", "prose"}) == 672


SCALED = {
    "landscape": ((4000, 3000), 1344, (1344, 1008)),
    "portrait": ((3000, 4000), 672, (672, 896)),
    "half a dot, up": ((200, 101), 100, (100, 51)),
    "less than half a dot, down": ((1000, 333), 100, (100, 33)),
    "never without height": ((5000, 1), 100, (100, 1)),
    "itself": ((640, 480), 640, (640, 480)),
}


@pytest.mark.parametrize(("size", "width", "expected"), SCALED.values(), ids=SCALED)
def test_the_shape_stays(size: tuple[int, int], width: int, expected: tuple[int, int]) -> None:
    assert PictureSize(*size).scaled_to(width) == expected
