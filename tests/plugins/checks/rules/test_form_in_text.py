"""Forms and fields in a text: one report a form, however many fields it has."""

from pathlib import Path

import pytest

from plugins.checks.rules import form_in_text
from tests.plugins.checks.html_bodies import FINE, Fault, html_found

# body, line of the body, column and what is found of each fault
CASES: dict[str, tuple[str, list[Fault]]] = {
    "a form of another site, which another rule reports": ('<form action="https://x.kz/">', []),
    "a login": ('Ә\n\n<form method="post">\n<label>а</label>\n\n<input type="password">\n</form> <b>б</b>', [(3, 1, "<form>")]),
    "fields without a form": ('<input name="a"> <select></select>\n<button>а</button>\n\n<textarea>', [(1, 1, "<input>"), (4, 1, "<textarea>")]),
    "two forms": ("<form></form> а <FORM></FORM>", [(1, 1, "<form>"), (1, 17, "<FORM>")]),
    "a form that is not closed": ("<form>\n<input>\n\nӘ", [(1, 1, "<form>")]),
    "a password to be written": ("Ә\n\nКіру үшін құпиясөзді жазыңыз: ____", [(3, 11, "құпиясөзді жазыңыз: ____")]),
    "a login and a password": ("Ә. Логин: admin\nПароль: 123", [(1, 4, "Логин: admin Пароль:")]),
    "labels with lines": ("ФИО: ______ Телефон: ______", [(1, 1, "ФИО: ______ Телефон: ______")]),
    "words about passwords": ("Пароль никому не говорите: его не спрашивают. Логин не нужен.", []),
    "words that only begin so, which another rule reports": ("<formula> <buttons>", []),
    "first, middle and last": (
        "<form></form>\n\nӘ <select></select> ғ\n\n<form></form>", [(1, 1, "<form>"), (3, 3, "<select>"), (5, 1, "<form>")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_form_is_reported_once(content: Path, language: str, body: str, expected: list[Fault]) -> None:
    assert html_found(form_in_text.check, content, language, body) == expected


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_markdown_is_not_reported(content: Path, body: str) -> None:
    assert html_found(form_in_text.check, content, "kk", body) == []
