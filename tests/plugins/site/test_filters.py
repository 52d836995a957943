"""The filters of each language's templates, by the names templates use."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.model.fields import Words
from plugins.site.filters import filters_for

WORDS = Words(kk="Бөлім", ru="Раздел ё")

# filter, value, in Kazakh, in Russian; no-break spaces are judged in tests/plugins/language
CASES = {
    "words": ("word", WORDS, "Бөлім", "Раздел ё"),
    "day": ("day", date(2026, 1, 15), "2026 ж. 15 қаңтар", "15 января 2026 г."),
    "only a year": ("day", 2023, "2023", "2023"),
    "number": ("number", 12650, "12 650", "12 650"),
    "fraction": ("number", Decimal("0.5"), "0,5", "0,5"),
    "sum": ("tenge", 36000000, "36 000 000 ₸", "36 000 000 ₸"),
    "rate": ("percent", Decimal("0.072"), "7,2 %", "7,2 %"),
}


@pytest.mark.parametrize(("name", "value", "kk", "ru"), CASES.values(), ids=CASES)
def test_a_filter_speaks_the_language_of_its_site(name: str, value: object, kk: str, ru: str) -> None:
    assert filters_for("kk")[name](value).replace("\u00a0", " ") == kk
    assert filters_for("ru")[name](value).replace("\u00a0", " ") == ru


def test_both_languages_have_the_same_filters() -> None:
    assert set(filters_for("kk")) == set(filters_for("ru"))


def test_words_without_the_language_are_an_error() -> None:
    with pytest.raises(AttributeError):
        filters_for("en")["word"](WORDS)
