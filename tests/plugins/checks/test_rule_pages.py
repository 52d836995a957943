"""The pages of the rules: written from the rules, complete, and up to date in the repository."""

import re

import pytest

from plugins.checks.registry import RULES as ALL_RULES
from plugins.checks.rule import PartRule, PassageRule, SiteRule
from plugins.checks.rule_pages import rule_pages
from plugins.diagnostics.catalog import load_catalog
from plugins.language import classify
from plugins.words.store import LANGUAGES, words
from tests.small_site import ROOT

RULES = sorted(load_catalog("en").rules)


def test_the_pages_in_the_repository_are_those_of_the_code() -> None:
    """`inv rules` writes them."""
    written = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
               for path in (ROOT / "docs/rules").rglob("*.md")}  # fmt: skip
    assert written == rule_pages()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_page_without_gaps(rule: str, language: str) -> None:
    page = rule_pages()[f"docs/rules/{language}/{rule}.md"]
    assert page.startswith(f"# {rule}\n")
    assert page.count("\n## ") >= 3
    assert not re.search(r"\{\w+\}(?<!\{#members\})", page.replace("{lang=…}", ""))


CHECKED = [rule.id for rule in ALL_RULES if isinstance(rule, (PassageRule, PartRule, SiteRule))]


@pytest.mark.parametrize("rule", CHECKED)
def test_every_rule_with_a_function_shows_a_bad_and_a_good_line(rule: str) -> None:
    page = rule_pages()[f"docs/rules/kk/{rule}.md"]
    assert "## Қате" in page and "## Дұрыс" in page


def test_every_index_leads_to_every_page() -> None:
    for language in LANGUAGES:
        links = re.findall(r"\]\(([\w-]+)\.md\)", rule_pages()[f"docs/rules/{language}/README.md"])
        assert sorted(links) == RULES


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_names_its_source_in_its_own_language_where_the_english_one_does(language: str) -> None:
    pages = rule_pages()
    heading = {"kk": "Дереккөз", "ru": "Источник"}[language]
    with_source = {rule for rule in RULES if "\n## Source\n" in pages[f"docs/rules/en/{rule}.md"]}
    assert len(with_source) >= 10
    assert {rule for rule in RULES if f"\n## {heading}\n" in pages[f"docs/rules/{language}/{rule}.md"]} == with_source


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_words_of_a_page_are_in_its_language(language: str) -> None:
    for rule in RULES:
        page = rule_pages()[f"docs/rules/{language}/{rule}.md"]
        words = re.sub(r"```.*?```|`[^`]*`|^#.*$", " ", page, flags=re.DOTALL | re.MULTILINE)
        assert classify(words).language in (language, "neutral"), rule


def test_what_a_page_shows_belongs_to_a_rule() -> None:
    for language in LANGUAGES:
        shown = words(language, "rule_pages")["pages"]
        assert set(shown) <= set(RULES)
        assert {key for page in shown.values() for key in page} <= {"bad", "good", "source"}
