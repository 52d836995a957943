"""Figures, dates and sums that stand in one language only."""

from pathlib import Path

import pytest

from plugins.checks.rules import different_numbers
from plugins.checks.rules.different_numbers import figures_of
from plugins.markdown import parse
from tests.plugins.checks.checked import CASE_BODY_LINE, told_by, write_case
from tests.plugins.model.edits import Told
from tests.small_site import index_text, write

NB, NARROW = "\u00a0", "\u202f"

# text, language, the figures with the place of each
FIGURES: dict[str, tuple[str, str, dict[str, int]]] = {
    "empty": ("", "kk", {}),
    "no figure": ("Бір, екі; әғқңөұүһі ё", "ru", {}),
    "one": ("Құны 5", "kk", {"5": 5}),
    "first, middle and last": ("1 ә 2 ё 3", "ru", {"1": 0, "2": 4, "3": 8}),
    "the same twice": ("5 және 5", "kk", {"5": 0}),
    "grouped": (f"350 000 ₸, 10{NB}000{NB}000, 22{NARROW}410", "kk", {"350000": 0, "10000000": 11, "22410": 23}),
    "not grouped": ("350000", "ru", {"350000": 0}),
    "a year before three digits": ("2025 410 үй", "kk", {"2025": 0, "410": 5}),
    "four digits are no group": ("1 0000", "kk", {"1": 0, "0": 2}),
    "a decimal comma": ("7,25 %", "kk", {"7.25": 0}),
    "a decimal point": ("7.25 %", "ru", {"7.25": 0}),
    "nought and a part": ("0,5 %", "kk", {"0.5": 0}),
    "a nought": ("0 ₸", "ru", {"0": 0}),
    "leading noughts": ("007", "ru", {"7": 0}),
    "a list with commas": ("1, 2,3", "kk", {"1": 0, "2.3": 3}),
    "the end of a sentence": ("Ол 2025. Кейін 5.", "kk", {"2025": 3, "5": 15}),
    "an ending": ("5-бап, 6-шы, 7-й", "kk", {"5": 0, "6": 7, "7": 13}),
    "a law": ("№ 197-II", "ru", {"197": 2}),
    "a date, kk": ("2001 жылғы 8 мамырда", "kk", {"2001": 0, "8.05": 11, "8": 11}),
    "a date, ru": ("8 мая 2001 года", "ru", {"8.05": 0, "8": 0, "2001": 6}),
    "a date with no-break spaces": (f"28{NB}ноября{NB}2025", "ru", {"28.11": 0, "28": 0, "2025": 10}),
    "a date in capitals": ("8 МАМЫР", "kk", {"8.05": 0, "8": 0}),
    "a word that begins as May": ("5 машин, 2 магазина", "ru", {"5": 0, "2": 9}),
    "a word that begins as March": ("5 мартов", "ru", {"5": 0}),
    "in an address": ("[а](/laws/197/) https://x.kz/5\n{#art-7}", "kk", {}),
    "in the words of a link": ("[5-бап](/laws/197/)", "kk", {"5": 1}),
    "in a tag, which another rule tells": ('<iframe width="560">5</iframe>', "kk", {"5": 20}),
    "numbers of a list": ("1. Бір\n2. Екі\n  3. Үш", "kk", {}),
    "a number that is none of a list": ("1. Бір\n2) Екі", "kk", {"2": 7}),
    "a figure in a list": ("1. Бір 5\n2. Екі 6", "kk", {"5": 7, "6": 16}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures_are_values_with_the_place_they_first_stand_at(
    text: str, language: str, expected: dict[str, int]
) -> None:
    assert figures_of(parse(text), language) == expected


KK_MONTHS = "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда"
RU_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
MONTHS = list(enumerate(zip(KK_MONTHS.split(), RU_MONTHS.split(), strict=True), start=1))


@pytest.mark.parametrize(("number", "names"), MONTHS, ids=RU_MONTHS.split())
def test_a_month_is_the_same_in_both_languages(number: int, names: tuple[str, str]) -> None:
    for name, language in zip(names, ("kk", "ru"), strict=True):
        assert figures_of(parse(f"1 {name}"), language) == {f"1.{number:02}": 0, "1": 0}


# Kazakh, Russian, (language, line of the body, column, figure) of each fault
CASES: dict[str, tuple[str, str, list[tuple[str, int, int, str]]]] = {
    "a nought too few": (
        "Құны 35 000 ₸", "Цена 350 000 ₸", [("kk", 1, 6, "35000"), ("ru", 1, 6, "350000")],
    ),
    "first, Kazakh": ("5 бап.\n\n7 бап", "Статья 7", [("kk", 1, 1, "5")]),
    "middle, Russian": ("1 мен 3", "1, а затем 2, и 3", [("ru", 1, 12, "2")]),
    "last, Russian": ("Бір 1", "Один 1\n\nещё 2", [("ru", 3, 5, "2")]),
    "another day": (
        "2001 жылғы 8 мамыр", "9 мая 2001 года",
        [("kk", 1, 12, "8"), ("kk", 1, 12, "8.05"), ("ru", 1, 1, "9"), ("ru", 1, 1, "9.05")],
    ),
    "another month": (
        "2001 жылғы 8 мамыр", "8 июня 2001 года", [("kk", 1, 12, "8.05"), ("ru", 1, 1, "8.06")],
    ),
    "another year": ("2001 жылғы 8 мамыр", "8 мая 2011 года", [("kk", 1, 1, "2001"), ("ru", 1, 7, "2011")]),
    "a decimal that is none": ("7,5 %", "75 %", [("kk", 1, 1, "7.5"), ("ru", 1, 1, "75")]),
    "only one language has figures": ("әғқңөұүһі", "ё 1 и 2", [("ru", 1, 3, "1"), ("ru", 1, 7, "2")]),
    "in a cell": ("| а | 1 |\n|---|---|\n| ә | 2 |", "| а | 1 |\n|---|---|\n| ё | 3 |",
                  [("kk", 3, 7, "2"), ("ru", 3, 7, "3")]),
    "in a heading": ("## 5 қадам", "## 6 шагов", [("kk", 1, 4, "5"), ("ru", 1, 4, "6")]),
    "words for a figure": ("Үш ай", "3 месяца", [("ru", 1, 1, "3")]),
    "a Latin letter for a digit": ("Құны 10", "Цена 1O", [("kk", 1, 6, "10"), ("ru", 1, 6, "1")]),
}  # fmt: skip


def write_both(content: Path, kk: str, ru: str) -> None:
    write_case(content, "kk", kk)
    write_case(content, "ru", ru)


def differs(language: str, line: int, column: int, figure: str) -> Told:
    other = {"kk": "ru", "ru": "kk"}[language]
    place = (f"testimonials/sample/index.{language}.md", CASE_BODY_LINE - 1 + line, column)
    return (*place, "different-numbers", {"figure": figure, "other": f"index.{other}.md"})


@pytest.mark.parametrize(("kk", "ru", "expected"), CASES.values(), ids=CASES)
def test_a_figure_of_one_language_is_told_where_it_first_stands(
    content: Path, kk: str, ru: str, expected: list[tuple[str, int, int, str]]
) -> None:
    write_both(content, kk, ru)
    found = sorted(told_by(different_numbers.check, content), key=str)
    assert found == sorted((differs(*fault) for fault in expected), key=str)


FINE = {
    "no figures": ("Сөз", "Слово"),
    "the same in another order": ("1, 2 және 3", "3, 1 и 2"),
    "one of them twice": ("5 ай, иә, 5 ай", "5 месяцев"),
    "grouped otherwise": (f"350{NB}000 ₸", "350000 ₸"),
    "another decimal sign": ("7,25 %", "7.25 %"),
    "a date in the order of each language": ("2001 жылғы 8 мамыр", "8 мая 2001 года"),
    "endings": ("5-бап пен 1861-ші жыл", "статья 5 и 1861 год"),
    "other numbers of the list": ("1. Бір\n2. Екі", "1. Один\n1. Два"),
    "other addresses": ("[а](/news/)", "[а](https://x.kz/2025/)"),
}


@pytest.mark.parametrize(("kk", "ru"), FINE.values(), ids=FINE)
def test_the_same_figures_are_not_told(content: Path, kk: str, ru: str) -> None:
    write_both(content, kk, ru)
    assert told_by(different_numbers.check, content) == []


def test_words_above_a_list_are_compared(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body="Мұнда 5 хабар."))
    assert told_by(different_numbers.check, content) == [
        ("news/index.kk.md", 5, 7, "different-numbers", {"figure": "5", "other": "index.ru.md"})
    ]
