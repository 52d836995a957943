"""Look-alike letters: all found, none wrong."""

import random

import pytest

from plugins.language import is_mixed_script, look_alikes, mend_mixed_script

# the Latin letters are written as escapes, since nobody can see them
HIDDEN = [
    pytest.param("\u0063ауда", "сауда", [(0, "c", "с")], id="first-kk"),
    pytest.param("тi\u0440кеу", "тіркеу", [(1, "i", "і")], id="middle-kk"),
    pytest.param("қал\u0061", "қала", [(3, "a", "а")], id="last-kk"),
    pytest.param("ко\u006fператив", "кооператив", [(2, "o", "о")], id="middle-ru"),
    pytest.param("\u0041дрес", "Адрес", [(0, "A", "А")], id="first-capital"),
    pytest.param("ёлк\u0061", "ёлка", [(3, "a", "а")], id="with-ё"),
    pytest.param("\u0259лем", "әлем", [(0, "\u0259", "ә")], id="schwa"),
    pytest.param("жи\u0068аз", "жиһаз", [(2, "h", "һ")], id="һ"),
    pytest.param("м\u0065н", "мен", [(1, "e", "е")], id="short"),
    pytest.param("\u0430\u0063", "ас", [(1, "c", "с")], id="nothing-but-look-alikes"),
    pytest.param("КО\u004fПЕРАТИВ", "КООПЕРАТИВ", [(2, "O", "О")], id="capitals"),
    pytest.param("кооператив-т\u0069", "кооператив-ті", [(12, "i", "і")], id="after-hyphen"),
    pytest.param("PDFт\u0069", "PDFті", [(4, "i", "і")], id="ending-of-an-abbreviation"),
    pytest.param("Google-д\u0061", "Google-да", [(8, "a", "а")], id="ending-of-a-brand"),
    pytest.param("\u0421OVID-тен", "COVID-тен", [(0, "С", "C")], id="cyrillic-in-latin"),
    pytest.param("W\u043erd", "Word", [(1, "о", "o")], id="cyrillic-in-latin-middle"),
    pytest.param("\u0406T-маман", "IT-маман", [(0, "І", "I")], id="abbreviation"),
    pytest.param("nроцент", "процент", [(0, "n", "п")], id="cursive-first"),
    pytest.param("мектеn", "мектеп", [(5, "n", "п")], id="cursive-last"),
    pytest.param("X\u0425I", "XXI", [(1, "Х", "X")], id="roman-number"),
]

RIGHT = """
IT-маман QR-код KZ-тегі COVID-тен Wi-Fi Wi-Fi-ға USBде SMSті iPhoneды e-mail 3D-модель MP3-файл А4 A4 XXI-ғасыр
кооператив тіркеу жиһаз Ёлка ёлка HTML C++ рН-метр кВт Қазақстан-2050 10x15 x y 🎉 — 2026
"""


@pytest.mark.parametrize(("word", "mended", "letters"), HIDDEN)
def test_a_hidden_letter_is_found_named_and_mended(word: str, mended: str, letters: list[tuple[int, str, str]]) -> None:
    assert is_mixed_script(word)
    assert mend_mixed_script(word) == mended
    assert look_alikes(word) == letters


@pytest.mark.parametrize("word", [*RIGHT.split(), ""])
def test_a_right_word_stays_as_it_is(word: str) -> None:
    assert not is_mixed_script(word)
    assert mend_mixed_script(word) == word
    assert look_alikes(word) == []


def test_mending_is_done_once_and_keeps_the_length() -> None:
    chance = random.Random(1)
    letters = "аеорсхуіқңәкABCEHKMOPTXaceopxyiqzdА-'\u0301\u00ad 1"
    for _ in range(5000):
        word = "".join(chance.choices(letters, k=chance.randint(0, 12)))
        mended = mend_mixed_script(word)
        assert len(mended) == len(word)
        assert mend_mixed_script(mended) == mended
        assert is_mixed_script(word) == (mended != word)


MAJORITY = {
    "three Latin letters of four": ("cоpe", "cope"),
    "one Latin letter of three": ("оoс", "оос"),
    "a У that is seen to be no Y among three Latin letters": ("AKTУ", "АКТУ"),
    "і of the Kazakh keyboard among three Latin letters": ("Іcke", "Іске"),
    "і in an abbreviation": ("ІPO", "IPO"),
    "an abbreviation that is known to be Latin": ("KУC", "KYC"),
    "as many of both": ("cоpе", "соре"),
}


@pytest.mark.parametrize(("word", "mended"), MAJORITY.values(), ids=MAJORITY)
def test_a_word_of_look_alikes_only_takes_the_script_of_the_majority(word: str, mended: str) -> None:
    assert mend_mixed_script(word) == mended
