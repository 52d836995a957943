"""Quotation marks, dashes and spaces: what print would set otherwise, and what it would set so."""

import pytest

from plugins.checks.rules import loose_typography
from plugins.diagnostics import Phrase
from tests.plugins.checks.checked import found_in, places_in

NB = "\u00a0"
QUOTES = "«…»"

# text, (line, column, found, better) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "straight quotes": ('Ол "Ауыл" деді', [(1, 4, '"', QUOTES), (1, 9, '"', QUOTES)]),
    "quotes first and last": ('"Ауыл"', [(1, 1, '"', QUOTES), (1, 6, '"', QUOTES)]),
    "English quotes": ("Ол “Ауыл” деді", [(1, 4, "“", QUOTES), (1, 9, "”", QUOTES)]),
    "a hyphen for a dash": ("Бұл - банк", [(1, 4, " - ", " — ")]),
    "two hyphens for dashes": ("ә - ғ - қ", [(1, 2, " - ", " — "), (1, 6, " - ", " — ")]),
    "a hyphen with more spaces": ("Бұл  -  банк", [(1, 5, " - ", " — ")]),
    "a sum with plain spaces": ("350 000 теңге", [(1, 1, "350 000", f"350{NB}000")]),
    "a sum of millions, last": ("барлығы 10 000 000", [(1, 9, "10 000 000", f"10{NB}000{NB}000")]),
    "a sum before its sign": (
        "350 000 ₸", [(1, 1, "350 000", f"350{NB}000"), (1, 8, " ₸", f"{NB}₸")],
    ),
    "a sign close to its number": ("5₸ пен 7%", [(1, 2, "₸", f"{NB}₸"), (1, 9, "%", f"{NB}%")]),
    "a per cent sign after a plain space": ("шамамен 7 %-ы", [(1, 10, " %", f"{NB}%")]),
    "number sign close": ("№197-II заң", [(1, 1, "№", f"№{NB}")]),
    "number sign with a plain space, middle": ("бұл № 5 бап", [(1, 5, "№ ", f"№{NB}")]),
    "number sign before a letter": ("№ә", [(1, 1, "№", f"№{NB}")]),
    "all of them, in the order of the forms": (
        '"а" - 1 000₸ №5',
        [
            (1, 1, '"', QUOTES), (1, 3, '"', QUOTES), (1, 4, " - ", " — "), (1, 7, "1 000", f"1{NB}000"),
            (1, 12, "₸", f"{NB}₸"), (1, 14, "№", f"№{NB}"),
        ],
    ),
    "second and third line": ('ёлка\n"ё"\nә - б', [(2, 1, '"', QUOTES), (2, 3, '"', QUOTES), (3, 2, " - ", " — ")]),
    "between Kazakh letters": ('әғқ"ңөұүһі', [(1, 4, '"', QUOTES)]),
    "Latin look-alikes": ("сор - ѕор", [(1, 4, " - ", " — ")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_loose_sign_is_reported_with_what_print_sets(
    text: str, expected: list[tuple[int, int, str, str]], language: str
) -> None:
    found = found_in(loose_typography.check, text, language)
    assert [(line, column, {"found": v["found"], "better": v["better"]}) for line, column, v in found] == [
        (line, column, {"found": found, "better": better}) for line, column, found, better in expected
    ]


KINDS = {
    '"а': "set-quotes", "а - б": "set-dash", "1 000": "set-thousands", "5%": "set-sign", "№5": "set-number-sign",
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS)
def test_the_message_names_the_characters_since_both_forms_may_look_alike(text: str, kind: str) -> None:
    ((_, _, values),) = found_in(loose_typography.check, text)
    assert values["kind"] == kind and isinstance(values["kind"], Phrase)


FINE = {
    "empty": "",
    "spaces only": "   ",
    "quotes of print": "«Ауыл аманаты»",
    "a dash": "Бұл — банк",
    "a range": "5–7 ай, 2023–2025 жылдар",
    "a hyphen in a word": "IT-маман, 5-бап, елу-алпыс",
    "a hyphen at the beginning": "- бірінші",
    "a hyphen at the end": "соңы -",
    "a hyphen at the ends of lines": "бірі -\nекі\n- үш",
    "a sum of print": f"350{NB}000{NB}₸",
    "a narrow space in a sum": "350\u202f000",
    "a per cent sign of print": f"7{NB}%-ы",
    "a per cent sign alone": "% мен ₸",
    "a number sign of print": f"№{NB}197-II",
    "a number sign alone": "№",
    "a year before a word": "2001 жылғы 8 мамыр",
    "a year before a number of three digits": "2022 410 үй",
    "digits that are no thousands": "5 бап, 12 34, 1 0000",
    "a telephone number": "+7 701 234 56 78",
    "a telephone number with eight": "8 701 234 56 78",
    "an apostrophe": "Қ'ала d'Or",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_print_sets_so_is_not_reported(text: str, language: str) -> None:
    assert found_in(loose_typography.check, text, language) == []


def test_another_language_has_signs_of_its_own() -> None:
    assert len(found_in(loose_typography.check, '"a" - b', "ru")) == 3
    assert found_in(loose_typography.check, '"a" - b', "en") == []


MARKDOWN = {
    "after bold words": ("**Жарғы** - құжат", [(1, 10)]),
    "before bold words": ("Құжат - **жарғы**", [(1, 6)]),
    "after code": ("`код` - сөз", [(1, 6)]),
    "before code": ("Сөз - `код`", [(1, 4)]),
    "after a link": ("[Жарғы](/laws/) - құжат", [(1, 16)]),
    "in a list item": ("- бірі\n- екі - үш", [(2, 6)]),
    "in a cell": ("| а | б - в |\n|---|---|\n| г - д | 5% |", [(1, 8), (3, 4), (3, 12)]),
    "in a heading": ("## А - б {#a-b}", [(1, 5)]),
    "not in code": ('`a - b` және `"`', []),
    "not in an address": ('[а](/faq/ "атауы") https://example.kz/a%20b', []),
    "not in a nested list": ("- а\n    - б\n    - в", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_in_markdown_only_words_are_judged(text: str, expected: list[tuple[int, int]]) -> None:
    assert places_in("loose-typography", text, "kk") == expected
