"""Numbers, sums and rates as both languages write them; ~ stands for a no-break space."""

from decimal import Decimal

import pytest

from plugins.language import decimal_number, percent, percent_range, tenge

NUMBERS = {
    "nought": (0, "0"),
    "digit": (7, "7"),
    "hundreds": (999, "999"),
    "thousand": (1000, "1~000"),
    "ten thousands": (12650, "12~650"),
    "millions": (36000000, "36~000~000"),
    "below nought": (-1500, "-1~500"),
    "fraction": (Decimal("0.5"), "0,5"),
    "thousands and a fraction": (Decimal("12650.5"), "12~650,5"),
    "noughts at the end": (Decimal("1.50"), "1,5"),
    "whole with a point": (Decimal("3.0"), "3"),
    "three digits behind the comma": (Decimal("0.125"), "0,125"),
    "power of ten": (Decimal("1E+3"), "1~000"),
}
SUMS = {
    "nought": (0, "0~₸"),
    "thousands": (350000, "350~000~₸"),
    "millions": (36000000, "36~000~000~₸"),
    "fraction": (Decimal("1234.5"), "1~234,5~₸"),
}
RATES = {
    "nought": (Decimal("0"), "0~%"),
    "whole": (Decimal("0.07"), "7~%"),
    "with a fraction": (Decimal("0.072"), "7,2~%"),
    "two digits behind the comma": (Decimal("0.1855"), "18,55~%"),
    "noughts at the end": (Decimal("0.0700"), "7~%"),
    "a tenth": (Decimal("0.1"), "10~%"),
    "the whole": (Decimal("1"), "100~%"),
    "ten times": (Decimal("10"), "1~000~%"),
    "less than one per cent": (Decimal("0.005"), "0,5~%"),
}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("value", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_has_a_comma_and_groups_of_three(value: int | Decimal, expected: str, language: str) -> None:
    assert decimal_number(value, language) == with_spaces(expected)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("value", "expected"), SUMS.values(), ids=SUMS)
def test_a_sum_bears_the_sign_of_tenge(value: int | Decimal, expected: str, language: str) -> None:
    assert tenge(value, language) == with_spaces(expected)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("fraction", "expected"), RATES.values(), ids=RATES)
def test_a_fraction_is_told_in_per_cent(fraction: Decimal, expected: str, language: str) -> None:
    assert percent(fraction, language) == with_spaces(expected)


def with_spaces(text: str) -> str:
    return text.replace("~", "\u00a0")


RANGES = {
    "two rates": ("0.214", "0.221", "21,4–22,1~%"),
    "a whole one and a broken one": ("0.2", "0.225", "20–22,5~%"),
    "one rate": ("0.09", "0.09", "9~%"),
}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("low", "high", "expected"), RANGES.values(), ids=RANGES)
def test_a_range_has_one_sign(low: str, high: str, expected: str, language: str) -> None:
    assert percent_range(Decimal(low), Decimal(high), language) == with_spaces(expected)
