"""Dates in the order of the other language, and everything that only looks like one."""

import pytest

from plugins.checks.rules import calqued_date
from tests.plugins.checks.checked import found_in

BETTER = {"kk": "2001 жылғы 8 мамыр", "ru": "8 мая 2001 года"}
KK_MONTHS = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
]  # fmt: skip
RU_MONTHS = [
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
]  # fmt: skip

# text, language, (line, column, found) of each fault
CASES: dict[str, tuple[str, str, list[tuple[int, int, str]]]] = {
    "Kazakh, first": ("8 мамыр 2001 жылы заң қабылданды.", "kk", [(1, 1, "8 мамыр 2001")]),
    "Kazakh, middle": ("Заң 8 мамырда 2001 жылы шықты.", "kk", [(1, 5, "8 мамырда 2001")]),
    "Kazakh, last": ("Заңның күні — 8 мамыр 2001", "kk", [(1, 15, "8 мамыр 2001")]),
    "Kazakh, three": (
        "8 мамыр 2001 ж., 9 мамыр 2002 ж., 10 мамыр 2003 ж.",
        "kk",
        [(1, 1, "8 мамыр 2001"), (1, 18, "9 мамыр 2002"), (1, 35, "10 мамыр 2003")],
    ),
    "Kazakh with a comma": ("15 наурыз, 2026 жыл", "kk", [(1, 1, "15 наурыз, 2026")]),
    "Kazakh with a hyphen": ("15 наурыз 2026-жыл", "kk", [(1, 1, "15 наурыз 2026")]),
    "Kazakh with no-break spaces": (
        "8\u00a0мамыр\u00a02001\u00a0жылы", "kk", [(1, 1, "8\u00a0мамыр\u00a02001")],
    ),
    "Kazakh over two lines": ("Заң\n8 мамыр\n2001 жылы", "kk", [(2, 1, "8 мамыр\n2001")]),
    "Kazakh, with ә ғ қ ң ө ұ ү һ і before it": ("әғқңөұүһі: 1 қаңтар 2016.", "kk", [(1, 12, "1 қаңтар 2016")]),
    "Kazakh, a capital letter": ("8 Мамыр 2001 ж.", "kk", [(1, 1, "8 Мамыр 2001")]),
    "Russian, first": ("2001 года 8 мая принят закон.", "ru", [(1, 1, "2001 года 8 мая")]),
    "Russian, middle": ("Закон 2001 года 8 мая принят.", "ru", [(1, 7, "2001 года 8 мая")]),
    "Russian, last": ("Закон принят 2001 года 8 мая", "ru", [(1, 14, "2001 года 8 мая")]),
    "Russian, shortened": ("Закон 2001 г. 8 мая и 2001г. 9 мая", "ru", [(1, 7, "2001 г. 8 мая"), (1, 23, "2001г. 9 мая")]),
    "Russian, nominative": ("2001 год 8 мая", "ru", [(1, 1, "2001 год 8 мая")]),
    "Russian with ё before it": ("Ещё одно: 2025 года 28 ноября.", "ru", [(1, 11, "2025 года 28 ноября")]),
    "Russian over two lines": ("Закон 2001 года\n8 мая принят", "ru", [(1, 7, "2001 года\n8 мая")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), CASES.values(), ids=CASES)
def test_a_date_in_the_order_of_the_other_language_is_reported(
    text: str, language: str, expected: list[tuple[int, int, str]]
) -> None:
    assert found_in(calqued_date.check, text, language) == [
        (line, column, {"found": found, "better": BETTER[language]}) for line, column, found in expected
    ]


@pytest.mark.parametrize("month", KK_MONTHS)
def test_every_month_of_a_kazakh_calque_is_known(month: str) -> None:
    assert len(found_in(calqued_date.check, f"1 {month} 2020 жылы", "kk")) == 1
    assert found_in(calqued_date.check, f"2020 жылғы 1 {month}", "kk") == []


@pytest.mark.parametrize("month", RU_MONTHS)
def test_every_month_of_a_russian_calque_is_known(month: str) -> None:
    assert len(found_in(calqued_date.check, f"2020 года 1 {month}", "ru")) == 1
    assert found_in(calqued_date.check, f"1 {month} 2020 года", "ru") == []


FINE = {
    "empty, kk": ("", "kk"),
    "empty, ru": ("", "ru"),
    "the right order, kk": ("2001 жылғы 8 мамырда заң қабылданды.", "kk"),
    "the right order, ru": ("8 мая 2001 года принят закон.", "ru"),
    "a day without a year, kk": ("8 мамырда жиналыс өтті.", "kk"),
    "a day without a year, ru": ("Собрание прошло 8 мая.", "ru"),
    "a month and a year, ru": ("В мае 2001 года", "ru"),
    "people on a day, kk": ("15 наурызда 2000 адам жиналды.", "kk"),
    "a sum on a day, kk": ("15 наурызда 2000 ₸ төледі.", "kk"),
    "the year stands before the day, kk": ("2026 жылғы 15 наурыз, 2027 жылғы 1 сәуір — 2028 жылға дейін.", "kk"),
    "an apposition, ru": ("В конце 2015 года, 31 декабря, закон утратил силу.", "ru"),
    "since a year, ru": ("С 2001 года 8 мая отмечают день закона.", "ru"),
    "a range of years, ru": ("2001 года. 8 мая прошло собрание.", "ru"),
    "cauldrons, kk": ("5 қазан ет асылды, 2000 адам келді.", "kk"),
    "another word that begins so, ru": ("2001 года 8 мартовских дней", "ru"),
    "the form of the other language is right there, kk": ("8 мая 2001 года", "kk"),
    "the form of the other language is right there, ru": ("2001 жылғы 8 мамыр", "ru"),
    "a Latin look-alike in the month, kk": ("8 мaмыр 2001 жылы", "kk"),  # `mixed-script-word` tells it
    "a third language": ("8 May 2001 year", "en"),
}


@pytest.mark.parametrize(("text", "language"), FINE.values(), ids=FINE)
def test_what_is_no_calque_is_not_reported(text: str, language: str) -> None:
    assert found_in(calqued_date.check, text, language) == []
