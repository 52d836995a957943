"""Words that stand for a term although the glossary names another."""

from pathlib import Path

import pytest

from plugins.checks.rules import term_against_glossary
from tests.plugins.checks.checked import reported_by, write_case
from tests.plugins.model.edits import replaced, written

CASE = "testimonials/sample"
GLOSSARY = """\
consumer-cooperative:
  term: {kk: тұтыну кооперативі, ru: потребительский кооператив}
  meaning: {kk: Адамдар бірлестігі., ru: Объединение людей.}
  instead_of:
    kk: [тұтынушы кооперативі]
    ru: [кооператив потребителей]
"""
BAD = {
    "kk, first": ("kk", "Тұтынушы кооперативіне кірдік. Содан соң.", "Тұтынушы кооперативіне"),
    "kk, middle": ("kk", "Біз бұл тұтынушы кооперативінің мүшесіміз.", "тұтынушы кооперативінің"),
    "kk, last, in a list": ("kk", "- бір\n- ол тұтынушы кооперативі", "тұтынушы кооперативі"),
    "ru, in a heading": ("ru", "## О кооперативе потребителей", "кооперативе потребителей"),
    "ru, last": ("ru", "Мы вступили в кооператив потребителей", "кооператив потребителей"),
}
GOOD = {
    "kk, the term itself": ("kk", "Тұтыну кооперативіне кірдік."),
    "kk, the words apart": ("kk", "Тұтынушы мен кооператив."),
    "kk, quoted": ("kk", "Ескі мәтінде «тұтынушы кооперативі» деп жазылған."),
    "ru, quoted": ("ru", "В старой бумаге стоит «кооператив потребителей»."),
    "ru, the term itself": ("ru", "Потребительские кооперативы."),
}


@pytest.fixture
def with_glossary(content: Path) -> Path:
    written("glossary.yaml", GLOSSARY)(content)
    return content


@pytest.mark.parametrize(("language", "body", "found"), BAD.values(), ids=BAD)
def test_another_word_for_a_term_is_reported(with_glossary: Path, language: str, body: str, found: str) -> None:
    write_case(with_glossary, language, body)
    term = {"kk": "тұтыну кооперативі", "ru": "потребительский кооператив"}[language]
    ((file, _, _, rule, values),) = reported_by(term_against_glossary.check, with_glossary)
    assert (file, rule) == (f"{CASE}/index.{language}.md", "term-against-glossary")
    assert (values["found"], values["term"]) == (found, term)


FORMS = {
    "as the glossary writes it": ("тұтынушы кооперативі", "тұтыну кооперативі"),
    "with a capital": ("Тұтынушы кооперативі", "Тұтыну кооперативі"),
    "with an ending": ("тұтынушы кооперативінің", "тұтыну кооперативінің"),
    "with a capital and an ending": ("Тұтынушы кооперативіне", "Тұтыну кооперативіне"),
    "another last word": ("кооперативтің тұтынушысы", ""),
}


@pytest.mark.parametrize(("found", "better"), FORMS.values(), ids=FORMS)
def test_the_term_is_given_in_its_form_where_that_is_certain(found: str, better: str) -> None:
    assert term_against_glossary.in_form_of(found, "тұтыну кооперативі", ["тұтынушы кооперативі"]) == better


@pytest.mark.parametrize(("language", "body"), GOOD.values(), ids=GOOD)
def test_the_term_and_what_is_quoted_are_let_through(with_glossary: Path, language: str, body: str) -> None:
    write_case(with_glossary, language, body)
    assert reported_by(term_against_glossary.check, with_glossary) == []


def test_front_matter_is_looked_at_too(with_glossary: Path) -> None:
    replaced(f"{CASE}/index.ru.md", "О странице.", "О кооперативе потребителей.")(with_glossary)
    assert [reported[:3] for reported in reported_by(term_against_glossary.check, with_glossary)] == [
        (f"{CASE}/index.ru.md", 3, 12)
    ]


def test_without_a_glossary_nothing_is_reported(content: Path) -> None:
    write_case(content, "kk", "Тұтынушы кооперативі")
    assert reported_by(term_against_glossary.check, content) == []
