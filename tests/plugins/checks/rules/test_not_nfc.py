"""Letters in pieces: each is reported at its first piece, and no letter that is whole is reported."""

import unicodedata

import pytest

from plugins.checks.rules import not_nfc
from tests.plugins.checks.checked import found_in

BREVE, DOTS, ACUTE, BELOW = "\u0306", "\u0308", "\u0301", "\u0323"

# text, language, (line, column, the whole letter) of each fault
CASES: dict[str, tuple[str, str, list[tuple[int, int, str]]]] = {
    "й in Russian, last letter": (f"мои{BREVE}", "ru", [(1, 3, "й")]),
    "й in Kazakh, middle": (f"таи{BREVE}га", "kk", [(1, 3, "й")]),
    "ё, first letter": (f"е{DOTS}лка", "ru", [(1, 1, "ё")]),
    "Ё in capitals": (f"Е{DOTS}ЛКА", "ru", [(1, 1, "Ё")]),
    "first, middle and last": (
        f"е{DOTS}ж и е{DOTS}ж и ше{DOTS}", "ru", [(1, 1, "ё"), (1, 7, "ё"), (1, 14, "ё")],
    ),
    "й among Kazakh letters": (f"әғқи{BREVE}ңөұүһі", "kk", [(1, 4, "й")]),
    "second line": (f"бірінші\nекінші\nои{BREVE}", "kk", [(3, 2, "й")]),
    "Latin letter": (f"cafe{ACUTE}", "ru", [(1, 4, "é")]),
    "Latin look-alike in a Cyrillic word": (f"пe{DOTS}с", "ru", [(1, 2, "ë")]),
    "two marks": (f"a{BELOW}{BREVE}", "kk", [(1, 1, "ặ")]),
    "two marks in the wrong order": (f"a{BREVE}{BELOW}", "kk", [(1, 1, "ặ")]),
    "a sign that has another form: Kelvin": ("5 \u212a", "kk", [(1, 3, "K")]),
    "a sign that has another form: ångström": ("\u212b", "ru", [(1, 1, "Å")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), CASES.values(), ids=CASES)
def test_a_letter_in_pieces_is_reported_at_its_first_piece(
    text: str, language: str, expected: list[tuple[int, int, str]]
) -> None:
    assert found_in(not_nfc.check, text, language) == [
        (line, column, {"letter": letter}) for line, column, letter in expected
    ]


FINE = {
    "empty": "",
    "Kazakh letters": "әғқңөұүһі ӘҒҚҢӨҰҮҺІ",
    "Russian letters": "ёйщъ ЁЙЩЪ",
    "Latin look-alikes": "пёc с Latin c",
    "a stress mark, which no letter has": f"за{ACUTE}мок",
    "a mark alone": BREVE,
    "a mark after a space": f"а {BREVE}б",
    "signs of print": "«№ 197-II» — 350\u00a0000\u00a0₸",
    "a picture sign": "👨\u200d👩\u200d👧",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_whole_letter_is_not_reported(text: str, language: str) -> None:
    assert found_in(not_nfc.check, text, language) == []


@pytest.mark.parametrize("letter", "йёЙЁ")
def test_the_same_letter_is_reported_in_pieces_only(letter: str) -> None:
    assert found_in(not_nfc.check, letter) == []
    assert found_in(not_nfc.check, unicodedata.normalize("NFD", letter)) == [(1, 1, {"letter": letter})]
