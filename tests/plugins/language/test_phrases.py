"""Phrases found in whatever case they stand."""

import pytest

from plugins.language.phrases import phrases

KK = {
    "cooperative": ["тұтыну кооперативі"],
    "rate": ["жылдық тиімді сыйақы мөлшерлемесі", "ЖТСМ"],
    "charter": ["жарғы"],
}
RU = {"cooperative": ["потребительский кооператив"], "rate": ["годовая эффективная ставка", "ГЭСВ"], "part": ["ставка"]}

CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "kk, case endings": ("kk", "Тұтыну кооперативтерінің жарғысында.", [("Тұтыну кооперативтерінің", "cooperative"), ("жарғысында", "charter")]),
    "kk, abbreviation first and last": ("kk", "ЖТСМ деген не? Ол — ЖТСМ", [("ЖТСМ", "rate"), ("ЖТСМ", "rate")]),
    "kk, a word between": ("kk", "тұтыну бірлескен кооперативі", []),
    "ru, case endings": ("ru", "о потребительских кооперативах", [("потребительских кооперативах", "cooperative")]),
    "ru, the longest phrase wins": ("ru", "годовой эффективной ставки и ставки", [("годовой эффективной ставки", "rate"), ("ставки", "part")]),
    "ru, over a line": ("ru", "потребительский\nкооператив", [("потребительский\nкооператив", "cooperative")]),
    "ru, over the end of a sentence": ("ru", "потребительский. Кооператив", []),
    "ё and a soft hyphen": ("ru", "годовая эффективная ставка", [("годовая эффективная ставка", "rate")]),
    "nothing": ("ru", "", []),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_a_phrase_is_found_with_its_place(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = phrases(language, KK if language == "kk" else RU).found_in(text)
    assert [(text[one.start : one.end], one.name) for one in found] == expected
