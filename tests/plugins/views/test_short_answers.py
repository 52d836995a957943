"""The short answer is the first paragraph, whole and with its links."""

import pytest
from markupsafe import Markup

from plugins.views.short_answers import short_answer

CASES = {
    "one paragraph": ("<p>Жоқ.</p>", "<p>Жоқ.</p>"),
    "the first of two": ("<p>Нет.</p>\n<p>Потому что банк.</p>", "<p>Нет.</p>"),
    "over two lines": ("\n<p>Нет,\nне заём.</p>\n<ul><li>пай</li></ul>", "<p>Нет,\nне заём.</p>"),
    "with a link": ('<p>Да: <a href="/ru/faq/">здесь</a>.</p><p>Ещё.</p>', '<p>Да: <a href="/ru/faq/">здесь</a>.</p>'),
    "a list stands first": ("<ul><li>пай</li></ul><p>Ещё.</p>", "<ul><li>пай</li></ul><p>Ещё.</p>"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("body", "short"), CASES.values(), ids=CASES)
def test_the_first_paragraph_is_the_short_answer(body: str, short: str) -> None:
    found = short_answer(Markup(body))
    assert isinstance(found, Markup)
    assert found == short
