"""What was left of a form, or was meant to be filled in later; and words that only look so."""

import pytest

from plugins.model.items import Body
from plugins.model.placeholders import unfilled_in_body

# text, (line, column, what is found) of each
CASES = {
    "a question in brackets": ("Жиналыс [күні] өтеді.", [(1, 9, "[күні]")]),
    "an order in brackets, ru": ("Срок [вставить срок] месяцев.", [(1, 6, "[вставить срок]")]),
    "an order in brackets, kk": ("Ә.\n\n[күнін қою]", [(3, 1, "[күнін қою]")]),
    "an order with a must, kk": ("Сома [сомасын жазу керек] теңге", [(1, 6, "[сомасын жазу керек]")]),
    "a blank before a unit": ("Мерзімі ___ ай.", [(1, 9, "___")]),
    "a blank at the beginning": ("__ числа соберёмся.", [(1, 1, "__")]),
    "a blank at the end": ("Взнос составит ___.", [(1, 16, "___")]),
    "letters for a number": ("Құны XXX теңге", [(1, 6, "XXX")]),
    "letters at the end": ("Қатысқан адам саны — XX.", [(1, 22, "XX")]),
    "letters after a colon": ("Байланыс: ХХХ", [(1, 11, "ХХХ")]),
    "small letters for a day": ("Бұл xx.xx.2026 күні", [(1, 5, "xx.xx.")]),
    "a form of a day, ru": ("Собрание дд.мм.гггг", [(1, 10, "дд.мм.гггг")]),
    "a form of a day, kk": ("Жиналыс кк.аа.жжжж", [(1, 9, "кк.аа.жжжж")]),
    "marks of doubt": ("Взнос ??? тенге", [(1, 7, "???")]),
    "a text of printers": ("Lorem ipsum dolor.", [(1, 1, "Lorem ipsum")]),
    "a note to oneself": ("Ә TODO: күні", [(1, 3, "TODO")]),
    "a template's braces": ("{{ атауы }} жиналды", [(1, 1, "{{ атауы }}")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_was_not_filled_in_is_told(text: str, expected: list[tuple[int, int, str]]) -> None:
    found = [(p.line, p.column, p.values["found"]) for p in unfilled_in_body(Body("a.md", text, 1))]
    assert found == expected


FINE = {
    "Roman numerals": "XX ғасыр, XXI век, ХХ съезд, глава XX.",
    "a link that orders": "[вставить срок](/queue/), [жарғыны тексеру](/faq/)",
    "words in brackets": "«Ол [басқарма] айтты», [1], [қараңыз]",
    "a line to sign on": "____________ (қолы), Т.А.Ә.______\n\nМен, ________ (аты-жөні)",
    "bold by low lines": "__сөз__ және _сөз_",
    "a rule between parts": "Ә\n\n___\n\nӘ",
    "surprise": "Не?? Қашан??",
    "a question in a row of words": "Қашан? Кім?",
    "small letters": "хх, xx",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_good_text_is_not_told(text: str) -> None:
    assert list(unfilled_in_body(Body("a.md", text, 1))) == []
