"""A whole passage in the other language is reported where it begins."""

import pytest

from plugins.checks.rules import foreign_block
from tests.plugins.checks.foreign_words import FINE, KK, KK_MORE, RU, RU_MORE, columns_in

CASES: dict[str, tuple[str, str, list[int]]] = {
    "Russian for Kazakh": ("kk", f"{RU} {RU_MORE}", [1]),
    "Kazakh for Russian": ("ru", f"{KK} {KK_MORE}", [1]),
    "after blanks": ("kk", f"   {RU}", [4]),
    "one sentence of three, which another rule reports": ("kk", f"{KK} {RU} {KK_MORE}", []),
    **{name: (language, text, []) for name, (language, text) in FINE.items()},
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_a_passage_in_the_other_language_is_reported(language: str, text: str, expected: list[int]) -> None:
    assert columns_in(foreign_block.check, text, language) == expected
