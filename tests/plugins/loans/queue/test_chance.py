"""The dice and the urn: the same in every run, fair enough, and more cautious the fewer slips there are."""

from collections import Counter

import pytest

from plugins.loans.queue.chance import Dice, Urn


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others() -> None:
    rows = [[dice.below(1_000_000) for _ in range(20)] for dice in map(Dice, (7, 7, 8))]
    assert rows[0] == rows[1]
    assert rows[0] != rows[2]


def test_the_numbers_are_those_of_mulberry32() -> None:
    # the published C code with seed 12345, compiled and run: 4207900869, 1317490944, 2079646450
    dice = Dice(12345)
    assert [dice.below(2**32) for _ in range(3)] == [4207900869, 1317490944, 2079646450]


@pytest.mark.parametrize("count", [1, 2, 6, 7])
def test_every_number_below_the_count_falls_about_equally_often(count: int) -> None:
    dice = Dice(1)
    fallen = Counter(dice.below(count) for _ in range(7000))
    assert set(fallen) == set(range(count))
    assert all(abs(times - 7000 / count) < 250 for times in fallen.values())


def test_an_urn_of_one_slip_gives_it_always() -> None:
    urn = Urn(1, Dice(5))
    assert {urn.draw() for _ in range(50)} == {0}


def test_a_drawn_slip_comes_again_more_often() -> None:
    """After a first draw from two slips the same one follows with a chance of two in three."""
    same = 0
    for seed in range(3000):
        urn = Urn(2, Dice(seed))
        same += urn.draw() == urn.draw()
    assert abs(same / 3000 - 2 / 3) < 0.03
