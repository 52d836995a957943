"""Figures, dates and sums that stand in one language only."""

from pathlib import Path

import pytest

from plugins.checks.rules import different_numbers
from tests.plugins.checks.captioned import found_in_captions, vtt
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import Reported
from tests.small_site import index_text, write

NB = "\u00a0"

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
    "a date of another month": (
        "2001 жылғы 8 мамыр", "8 июня 2001 года", [("kk", 1, 12, "8.05"), ("ru", 1, 1, "8.06")],
    ),
    "another year": ("2001 жылғы 8 мамыр", "8 мая 2011 года", [("kk", 1, 1, "2001"), ("ru", 1, 7, "2011")]),
    "a decimal that is none": ("7,5 %", "75 %", [("kk", 1, 1, "7.5"), ("ru", 1, 1, "75")]),
    "only one language has figures": ("әғқңөұүһі", "ё 1 и 2", [("ru", 1, 3, "1"), ("ru", 1, 7, "2")]),
    "in a cell": ("| а | 1 |\n|---|---|\n| ә | 2 |", "| а | 1 |\n|---|---|\n| ё | 3 |",
                  [("kk", 3, 7, "2"), ("ru", 3, 7, "3")]),
    "in a heading": ("## 5 қадам", "## 6 шагов", [("kk", 1, 4, "5"), ("ru", 1, 4, "6")]),
    "a word for another figure": ("Үш ай", "4 месяца", [("kk", 1, 1, "Үш"), ("ru", 1, 1, "4")]),
    "words on both sides": ("Жүз отбасы", "Тысяча семей", [("kk", 1, 1, "Жүз"), ("ru", 1, 1, "Тысяча")]),
    "a part of the whole": ("Мүшелердің жартысы", "Треть членов", [("kk", 1, 12, "жартысы"), ("ru", 1, 1, "Треть")]),
    "in an adjective": ("Үш бөлмелі", "Двухкомнатная", [("kk", 1, 1, "Үш"), ("ru", 1, 1, "Двухкомнатная")]),
    "another magnitude": ("25 млн", "2 500 000", [("kk", 1, 1, "25 млн"), ("ru", 1, 1, "2500000")]),
    "what stands elsewhere does not excuse it": (
        "Үш ай.\n\nТөрт күн.", "Четыре месяца.\n\nЧетыре дня, а не три.",
        [("kk", 1, 1, "Үш"), ("ru", 1, 1, "Четыре")],
    ),
    "another quarter": (
        "Бірінші тоқсан", "Второй квартал", [("kk", 1, 1, "Бірінші"), ("ru", 1, 1, "Второй")],
    ),
    "another quarter, which stands elsewhere": (
        "2-тоқсан.\n\nСөз.", "Третий квартал.\n\nЕщё 2.", [("kk", 1, 1, "2"), ("ru", 1, 1, "Третий")],
    ),
    "another century": ("XX ғасыр", "XIX век", [("kk", 1, 1, "XX"), ("ru", 1, 1, "XIX")]),
    "how often": ("2 рет", "Трижды", [("kk", 1, 1, "2"), ("ru", 1, 1, "Трижды")]),
    "another share": ("2/3 бөлігі", "половина", [("kk", 1, 1, "2/3"), ("ru", 1, 1, "половина")]),
    "half a year is no three months": ("жарты жыл", "три месяца", [("kk", 1, 1, "жарты"), ("ru", 1, 1, "три")]),
    "three for one, and three elsewhere": (
        "Үш мүше келді.\n\nҮш ай.", "Пришёл один член.\n\nТри месяца.", [("kk", 1, 1, "Үш")],
    ),
    "one for two, and two elsewhere": (
        "Бір отбасы тұр.\n\nЕкі үй.", "Стоят две семьи.\n\nДва дома.", [("ru", 1, 7, "две")],
    ),
    "beside words of the other language, two elsewhere": (
        "Сөз сөз.\n\nЕкі ай.\n\nЕкі үй, үш көрші.", "Слово [«сөз»]{lang=kk}.\n\nТри месяца.\n\nДва дома, три соседа.",
        [("kk", 3, 1, "Екі"), ("ru", 3, 1, "Три")],
    ),
    "twofold for threefold, and two elsewhere": (
        "Екі есе өсті.\n\nЕкі үй.", "Вырос втрое.\n\nДва дома.", [("kk", 1, 1, "Екі")],
    ),
    "another ordinal": ("Екінші жиналыс", "Третье собрание", [("kk", 1, 1, "Екінші"), ("ru", 1, 1, "Третье")]),
    "another weekday": ("Сенбіде, таңда", "Утром в воскресенье", [("kk", 1, 1, "Сенбіде"), ("ru", 1, 9, "воскресенье")]),
    "another month": ("Шілденің басында", "В начале июня", [("kk", 1, 1, "Шілденің"), ("ru", 1, 10, "июня")]),
    "another day in words": (
        "он бесінші мамырда", "16 мая",
        [("kk", 1, 1, "он бесінші"), ("ru", 1, 1, "16"), ("ru", 1, 1, "16.05")],
    ),
    "a Latin letter for a digit": ("Құны 10", "Цена 1O", [("kk", 1, 6, "10"), ("ru", 1, 6, "1")]),
}  # fmt: skip


def write_both(content: Path, kk: str, ru: str) -> None:
    write_case(content, "kk", kk)
    write_case(content, "ru", ru)


def differs(language: str, line: int, column: int, figure: str) -> Reported:
    other = {"kk": "ru", "ru": "kk"}[language]
    place = (f"testimonials/sample/index.{language}.md", CASE_BODY_LINE - 1 + line, column)
    return (*place, "different-numbers", {"figure": figure, "other": f"index.{other}.md"})


@pytest.mark.parametrize(("kk", "ru", "expected"), CASES.values(), ids=CASES)
def test_a_figure_of_one_language_is_reported_where_it_first_stands(
    content: Path, kk: str, ru: str, expected: list[tuple[str, int, int, str]]
) -> None:
    write_both(content, kk, ru)
    found = sorted(reported_by(different_numbers.check, content), key=str)
    assert found == sorted((differs(*fault) for fault in expected), key=str)


FINE = {
    "a phone of one language, which must go": ("Айгүл: 8 701 234 56 78", "Айгуль: позвоните"),
    "a card, in Russian only": ("Сөз", "карта 4111 1111 1111 1111, ИИН 990101500125"),
    "an address with a flat": ("Сөз", "ул. Абая 15, кв. 40"),
    "another phone in each language": ("8 701 234 56 78", "8 701 234 56 79"),
    "no figures": ("Сөз", "Слово"),
    "the same in another order": ("1, 2 және 3", "3, 1 и 2"),
    "one of them twice": ("5 ай, иә, 5 ай", "5 месяцев"),
    "grouped otherwise": (f"350{NB}000 ₸", "350000 ₸"),
    "another decimal sign": ("7,25 %", "7.25 %"),
    "a date in the order of each language": ("2001 жылғы 8 мамыр", "8 мая 2001 года"),
    "endings": ("5-бап пен 1861-ші жыл", "статья 5 и 1861 год"),
    "other numbers of the list": ("1. Бір\n2. Екі", "1. Один\n1. Два"),
    "a word for a figure": ("3 сағат", "три часа"),
    "a figure for words": ("он бес күн", "15 дней"),
    "a scale": ("25 млн, 1,5 млн", f"25{NB}000{NB}000, полтора миллиона"),
    "parts": ("жартысы, үштен бірі, төрттен үші", "половина, треть, три четверти"),
    "a half in per cent": ("жартысы", "50 %"),
    "one counts nothing": ("бір күні", "однажды"),
    "an ordinal": ("екінші мәселе", "другой вопрос"),
    "two or three": ("екі-үш күн", "несколько дней"),
    "both": ("екеуі де", "оба"),
    "a saying": ("жеті рет өлше", "десять раз отмерь"),
    "half a year in months": ("жарты жыл, алты айда", "полгода, 6 месяцев"),
    "half a year on one side": ("алты ай", "полгода"),
    "a year and a half": ("бір жарым жыл", "18 месяцев"),
    "weeks in days": ("екі апта", "14 дней"),
    "years in months": ("3 жыл", "36 месяцев"),
    "a share in words": ("2/3 бөлігі", "две трети"),
    "twice": ("екі рет", "дважды"),
    "a quarter by a Roman numeral": ("бірінші тоқсан", "I квартал"),
    "a century on one side": ("XX ғасыр", "прошлый век"),
    "a century": ("ХХ ғасыр, жиырма бірінші ғасыр", "двадцатый век, XXI век"),
    "another form of the date": ("05.05.2026", "5 мая 2026 года"),
    "a number in another paragraph": ("Үш ай.\n\nСөз.", "Слово.\n\nТри месяца."),
    "one beside a number of another paragraph": ("Бір мүше, үш ай.\n\nСөз.", "Один член.\n\nТри месяца."),
    "a day in words": ("он бесінші мамырда, жұмада", "15 мая, в пятницу"),
    "a day in words, Russian": ("15 мамырда, шілдеде", "пятнадцатого мая и в июле"),
    "weekdays on one side": ("сенбі мен жексенбіде", "по выходным"),
    "a feast, a kettle, surroundings": (
        "Наурыз мейрамы, қазан ортада, сәуірде, жұмада",
        "Праздник в апреле, среда, в пятницу",
    ),
    "one of several ordinals": ("бірінші, екінші, үшінші", "сначала первый, потом второй"),
    "an ordinal on one side": ("бірінші кезекте", "прежде всего"),
    "a figure within words of the other language": ("«7-20-25» үш жыл", "[«7-20-25»]{lang=kk} три года"),
    "other addresses": ("[а](/news/)", "[а](https://x.kz/2025/)"),
}


@pytest.mark.parametrize(("kk", "ru"), FINE.values(), ids=FINE)
def test_the_same_figures_are_not_reported(content: Path, kk: str, ru: str) -> None:
    write_both(content, kk, ru)
    assert reported_by(different_numbers.check, content) == []


def test_front_matter_is_compared_value_by_value(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Үш бап", "Мұнда 5 хабар.", body="Сөз."))
    write(content / "news/index.ru.md", index_text("Четыре статьи", "Здесь пять новостей.", body="Слово."))
    found = reported_by(different_numbers.check, content)
    assert [(path, line, values["figure"]) for path, line, _, _, values in found] == [
        ("news/index.kk.md", 2, "Үш"), ("news/index.ru.md", 2, "Четыре")
    ]  # fmt: skip


def test_words_of_both_languages_in_facts_are_compared(content: Path) -> None:
    facts = content / "testimonials/sample/facts.yaml"
    write(
        facts,
        facts.read_text(encoding="utf-8")
        + "sources:\n  - {title: {kk: 2021 ж. есеп, ru: Отчёт за 2022 г.}, checked: 2026-01-01, checked_in: copy}\n",
    )
    found = reported_by(different_numbers.check, content)
    assert [(values["figure"], values["other"]) for *_, values in found] == [("2021", "ru:"), ("2022", "kk:")]


def test_captions_are_compared_as_wholes(content: Path) -> None:
    kk = vtt(("00:01.000 --> 00:03.000", "Үш ай күттік."), ("00:03.000 --> 00:05.000", "7 мүше\nқол қойды."))
    ru = vtt(("00:01.000 --> 00:05.000", "Ждали 3 месяца.\nПодписали 8 членов."))
    assert found_in_captions(different_numbers.check, content, kk, ru) == [
        ("news/meeting/talk.kk.vtt", 7, 1, "different-numbers", {"figure": "7", "other": "talk.ru.vtt"}),
        ("news/meeting/talk.ru.vtt", 5, 11, "different-numbers", {"figure": "8", "other": "talk.kk.vtt"}),
    ]


def test_words_above_a_list_are_compared(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body="Мұнда 5 хабар."))
    assert reported_by(different_numbers.check, content) == [
        ("news/index.kk.md", 5, 7, "different-numbers", {"figure": "5", "other": "index.ru.md"})
    ]
