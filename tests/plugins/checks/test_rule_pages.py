"""The pages of the rules: complete, with examples in their language, and up to date in the repository."""

import re

import pytest

from plugins.checks.registry import RULES
from plugins.checks.rule_pages import rule_pages
from plugins.diagnostics.catalog import load_catalog
from plugins.language import classify
from plugins.words.store import LANGUAGES
from tests.small_site import ROOT

IDS = [rule.id for rule in RULES]
ABOUT_THE_OTHER_LANGUAGE = {"foreign-block", "foreign-sentence", "captions-in-wrong-language"}
HEADINGS = {
    "kk": ["Не дұрыс емес", "Неліктен", "Қалай түзетуге болады", "Қате", "Дұрыс"],
    "ru": ["Что не так", "Почему", "Как исправить", "Неверно", "Верно"],
    "en": ["What is wrong", "Why", "How to fix it", "Wrong", "Right"],
}
SOURCES = {"kk": "Дереккөз", "ru": "Источник", "en": "Source"}


def test_the_pages_in_the_repository_are_those_of_the_code() -> None:
    """`inv rules` writes them."""
    written = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
               for path in (ROOT / "docs/rules").rglob("*.md")}  # fmt: skip
    assert written == rule_pages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_all_parts_and_sentences_without_holes(language: str) -> None:
    pages = rule_pages()
    for rule in IDS:
        page = pages[f"docs/rules/{language}/{rule}.md"]
        assert page.startswith(f"# {rule}\n\n**")
        headings = re.findall(r"^## (.+)$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)
        assert [heading for heading in headings if heading != SOURCES[language]] == HEADINGS[language], rule
        sentences = re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL)
        assert not re.search(r"…(?!»)|[{}]", sentences), (rule, sentences)
        assert re.search(r"```\n.+\n```.*```\n.+\n```", page, re.DOTALL), rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_gives_every_value_its_message_asks_for_and_no_other(language: str) -> None:
    catalog = load_catalog(language)
    for rule in IDS:
        wanted = catalog.rules[rule].placeholders()
        values = set(catalog.examples[rule].values)
        assert values - {"nearest"} == wanted - {"did_you_mean"}, rule
        assert ("nearest" in values) == ("did_you_mean" in wanted), rule
        assert catalog.examples[rule].wrong != catalog.examples[rule].right, rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_page_by_a_title_of_its_own(language: str) -> None:
    rows = re.findall(
        r"^- \[([\w-]+)\]\(\1\.md\): (.+)$", rule_pages()[f"docs/rules/{language}/README.md"], re.MULTILINE
    )
    assert [rule for rule, _ in rows] == IDS
    titles = [title for _, title in rows]
    assert sorted(titles) == sorted(set(titles))
    assert all(not title.endswith(".") and len(title) <= 70 for title in titles)


def test_a_page_names_its_source_in_every_language_or_in_none() -> None:
    with_source = [
        {rule for rule in IDS if f"\n## {heading}\n" in rule_pages()[f"docs/rules/{language}/{rule}.md"]}
        for language, heading in SOURCES.items()
    ]
    assert with_source[0] == with_source[1] == with_source[2]
    assert len(with_source[0]) >= 15


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_words_and_the_examples_of_a_page_are_in_its_language(language: str) -> None:
    pages, examples = rule_pages(), load_catalog(language).examples
    for rule in IDS:
        page = pages[f"docs/rules/{language}/{rule}.md"]
        words = re.sub(r"```.*?```|`[^`]*`|^#.*$", " ", page, flags=re.DOTALL | re.MULTILINE)
        assert classify(words).language in (language, "neutral"), rule
        # names of keys and files are Latin in both languages, and a list of both languages is neither
        shown = re.sub(r"[A-Za-z]+|\{[^}]*\}", " ", f"{examples[rule].wrong}\n{examples[rule].right}")
        if rule not in ABOUT_THE_OTHER_LANGUAGE:
            assert classify(shown).language in (language, "neutral"), (rule, shown)
