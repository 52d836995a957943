"""Words broken into lines."""

import pytest

from plugins.video.storyboard.wrapping import wrap

CASES = {
    "fits": ("бір екі", 20, ("бір екі",)),
    "balanced, not filled": ("ааа бббб ввв гггг", 14, ("ааа бббб", "ввв гггг")),
    "one long word": ("тұтынушыларымыздың", 5, ("тұтынушыларымыздың",)),
    "a dash stays with the word before": ("бір мүше — бір дауыс", 11, ("бір мүше —", "бір дауыс")),
    "a short word stays with the word after": ("вклад в банке там", 9, ("вклад", "в банке", "там")),
    "three lines": ("ааа ббб ввв", 3, ("ааа", "ббб", "ввв")),
}


@pytest.mark.parametrize(("text", "most", "expected"), CASES.values(), ids=CASES)
def test_lines_are_few_and_even(text: str, most: float, expected: tuple[str, ...]) -> None:
    assert wrap(text, most, len) == expected


def test_no_word_is_lost_and_no_line_is_too_wide() -> None:
    text = "Мүшелердің пайлық жарнасы ортақ қорға жиналады, ал ол ақша мүшелерге керек нәрсеге жұмсалады"
    for most in range(16, 100):
        lines = wrap(text, most, len)
        assert " ".join(lines) == text
        assert max(map(len, lines)) <= most
