"""Terms of the glossary, linked at their first use on a page."""

import pytest

from plugins.model.glossary import Glossary
from plugins.views.terms import all_terms, term_linker

GLOSSARY = Glossary.model_validate(
    {
        "charter": {"term": {"kk": "жарғы", "ru": "устав"}, "meaning": {"kk": "Басты құжат.", "ru": "Главный документ."}},
        "rate": {
            "term": {"kk": "тиімді мөлшерлеме", "ru": "эффективная ставка"},
            "forms": {"kk": ["ЖТСМ"], "ru": ["ГЭСВ"]},
            "meaning": {"kk": "Қарыз бағасы.", "ru": "Цена займа."},
        },
        **{
            f"word-{number}": {"term": {"kk": f"{letter}{letter}{letter}", "ru": f"{letter}{letter}{letter}"},
                               "meaning": {"kk": "Ә", "ru": "Ё"}}
            for number, letter in enumerate("бвгдж")
        },
    }
).root  # fmt: skip
URL = "/ru/faq/a/"
LINKED: dict[str, tuple[str, str]] = {
    "first use only": (
        "<p>Устав. В уставе.</p>",
        '<p><a class="term" href="/ru/faq/a/#term-charter">Устав</a>. В уставе.</p>',
    ),
    "not in a heading": ("<h2>Устав</h2><p>нет</p>", "<h2>Устав</h2><p>нет</p>"),
    "not in a link": ('<p><a href="/x/">об уставе</a></p>', '<p><a href="/x/">об уставе</a></p>'),
    "after a heading and a link": (
        '<h2 id="a">Устав</h2><p><a href="/x/">устав</a> и ГЭСВ</p>',
        '<h2 id="a">Устав</h2><p><a href="/x/">устав</a> и <a class="term" href="/ru/faq/a/#term-rate">ГЭСВ</a></p>',
    ),
    "not in an attribute": ('<img alt="устав" src="a.png">', '<img alt="устав" src="a.png">'),
    "in the last word": ("<li>по уставу</li>", '<li>по <a class="term" href="/ru/faq/a/#term-charter">уставу</a></li>'),
    "no term": ("<p>Ничего.</p>", "<p>Ничего.</p>"),
    "no text": ("", ""),
}


@pytest.mark.parametrize(("html", "expected"), LINKED.values(), ids=LINKED)
def test_the_first_use_of_a_term_is_linked(html: str, expected: str) -> None:
    assert term_linker(GLOSSARY, "ru").linked(html, URL)[0] == expected


def test_the_meanings_of_a_page_stand_in_the_order_of_their_use() -> None:
    _, terms = term_linker(GLOSSARY, "ru").linked("<p>ГЭСВ, устав, ГЭСВ</p>", URL)
    assert [(term.anchor, term.title) for term in terms] == [
        ("term-rate", "эффективная ставка (ГЭСВ)"), ("term-charter", "устав"),
    ]  # fmt: skip


def test_a_page_explains_three_terms_at_most() -> None:
    html, terms = term_linker(GLOSSARY, "kk").linked("<p>ббб ввв ггг ддд жжж жарғы ЖТСМ</p>", "/kk/")
    assert len(terms) == html.count('class="term"') == 3


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    assert [term.title for term in all_terms(GLOSSARY, "kk")] == [
        "ббб", "ввв", "ггг", "ддд", "жарғы", "жжж", "тиімді мөлшерлеме (ЖТСМ)",
    ]  # fmt: skip
