"""Text broken into lines."""

import pytest

from plugins.design.text import break_lines, fit_lines, unbreakable_parts


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Кто решает в кооперативе?", ["Кто", "решает", "в кооперативе?"]),
        ("Кооператив пе, пирамида ма?", ["Кооператив пе,", "пирамида ма?"]),
        ("Прошёл день — итоги", ["Прошёл", "день —", "итоги"]),
        ("Көмек 1 қыркүйек күні", ["Көмек", "1 қыркүйек", "күні"]),
        ("по закону «О кооперативе»", ["по закону", "«О кооперативе»"]),
        ("600\u00a0млрд теңге", ["600\u00a0млрд", "теңге"]),
        ("Жағдай: 2026 жылғы шек", ["Жағдай:", "2026 жылғы", "шек"]),
        ("Может ли он строить?", ["Может ли", "он строить?"]),
        ("Заңдар", ["Заңдар"]),
        ("два  пробела", ["два", "пробела"]),
        ("", []),
    ],
    ids=lambda value: str(value)[:20],
)
def test_words_that_belong_together_stay_on_one_line(title: str, parts: list[str]) -> None:
    assert unbreakable_parts(title) == parts


LIMITED = {
    "one line": ("aaaa bbbb", 9, ("aaaa bbbb",)),
    "two lines": ("aaaa bbbb", 8, ("aaaa", "bbbb")),
    "no short word alone on the last line": ("aaaa bbbb cccc ddd", 14, ("aaaa bbbb", "cccc ddd")),
    "even": ("aaa bbb ccc ddd eee fff", 11, ("aaa bbb ccc", "ddd eee fff")),
    "a phrase ends a line": ("aaaaaa, bbb cccc ddd", 16, ("aaaaaa,", "bbb cccc ddd")),
    "no phrase ends": ("aaaaaa bbb cccc ddd", 16, ("aaaaaa bbb", "cccc ddd")),
    "a word that is too long": ("aaaaaaaaaaaa", 8, None),
    "too many lines": ("aaaa bbbb cccc dddd", 4, None),
    "no words": ("", 8, ()),
}


@pytest.mark.parametrize(("text", "width", "lines"), LIMITED.values(), ids=LIMITED)
def test_lines_are_few_and_even(text: str, width: int, lines: tuple[str, ...] | None) -> None:
    assert fit_lines(text, width, len, most=3) == lines


UNLIMITED = {
    "fits": ("бір екі", 20, ("бір екі",)),
    "balanced, not filled": ("ааа бббб вввв ггггг", 14, ("ааа бббб", "вввв ггггг")),
    "one long word": ("тұтынушыларымыздың", 5, ("тұтынушыларымыздың",)),
    "a long word among others": ("біз тұтынушыларымыздың сөзі", 8, ("біз", "тұтынушыларымыздың", "сөзі")),
    "a dash stays with the word before": ("бір мүше — бір дауыс", 11, ("бір мүше —", "бір дауыс")),
    "a short word stays with the word after": ("вклад в банке там", 9, ("вклад", "в банке", "там")),
    "three lines": ("ааа ббб ввв", 3, ("ааа", "ббб", "ввв")),
}


@pytest.mark.parametrize(("text", "width", "lines"), UNLIMITED.values(), ids=UNLIMITED)
def test_without_a_limit_every_text_gets_its_lines(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert break_lines(text, width, len) == lines


def test_no_word_is_lost_and_no_line_is_too_wide() -> None:
    text = "Мүшелердің пайлық жарнасы ортақ қорға жиналады, ал ол ақша мүшелерге керек нәрсеге жұмсалады"
    for width in range(16, 100):
        lines = break_lines(text, width, len)
        assert " ".join(lines) == text
        assert max(map(len, lines)) <= width
