"""What was left of a form, or was meant to be filled in later; and words that only look so."""

import pytest

from plugins.diagnostics import Phrase
from plugins.model.items import Body
from plugins.model.placeholders import unfilled_in_body, unfilled_in_yaml
from plugins.model.yaml_source import parse

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


# front matter and text, the cures of what is found in both
CURES = {
    "a form, key and text": ("ТОЛТЫРЫҢЫЗ", "ТОЛТЫРЫҢЫЗ: не болды.", ["fill-key", "fill-text"]),
    "a figure taken out": ("Ставка ЗАПОЛНИТЕ %", "С ЗАПОЛНИТЕ по программе.", ["fill-gap", "fill-gap"]),
    "an order in brackets": ("Срок [указать срок]", "[күнін қою]", ["fill-asked", "fill-asked"]),
    "braces of a template": ("{{ аты }} келді", "{{ аты }}", ["fill-asked", "fill-asked"]),
    "a blank": ("Взнос XX тенге", "Мерзімі ___ ай.", ["fill-gap", "fill-gap"]),
    "a form of a day": ("дд.мм.гггг собрание", "Бұл xx.xx.2026 күні", ["fill-day", "fill-day"]),
    "a note": ("TODO: күні", "FIXME", ["fill-note", "fill-note"]),
    "a text of printers": ("Lorem ipsum dolor", "Lorem ipsum", ["fill-sample", "fill-sample"]),
}


@pytest.mark.parametrize(("title", "text", "expected"), CURES.values(), ids=CURES)
def test_the_cure_is_that_of_what_was_left(title: str, text: str, expected: list[str]) -> None:
    source, _ = parse(f"title: '{title}'\n", "a.md")
    assert source is not None
    found = [*unfilled_in_yaml(source), *unfilled_in_body(Body("a.md", text, 1))]
    assert [problem.values["cure"] for problem in found] == expected
    assert all(isinstance(problem.values["cure"], Phrase) for problem in found)


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
