"""The catalogs: every rule and every phrase has its words in every language, and none waits for nothing."""

import ast
import re
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from string import Formatter

import pytest

from plugins.diagnostics import Phrase
from plugins.diagnostics.catalog import Catalog, Message, load_catalog
from plugins.model import schema_problems, yaml_diagnosis
from plugins.words.store import LANGUAGES
from tests.small_site import ROOT

CATALOGS = {language: load_catalog(language) for language in LANGUAGES}
ENGLISH = CATALOGS["en"]
REPORTERS = {"Problem", "problem_at_key", "problem_at_value", "_problem", "_report", "_load_texts"}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@cache
def nodes() -> list[ast.Call | ast.Constant]:
    """Return the calls and constants of all code; read by the first test, not by every worker that collects them."""
    return [
        node
        for path in sorted((ROOT / "plugins").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    ]


def constants() -> set[str]:
    """Return every string of the code; a rule or a phrase that is none of them is reported by nobody."""
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def given_to(reporters: set[str]) -> set[str]:
    """Return the ids that the code gives to calls of these names, also as a default deeper inside."""
    calls = [node for node in nodes() if isinstance(node, ast.Call) and name_of(node) in reporters]
    inner = [part for call in calls for arg in call.args for part in ast.walk(arg) if not isinstance(arg, ast.Dict)]
    words = [part.value for part in inner if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return {word for word in words if ID.fullmatch(word)}


def composed_phrases() -> re.Pattern[str]:
    """Return what matches the phrases that the code puts together, such as `Phrase(f"in-{language}")`."""
    calls = [node for node in nodes() if isinstance(node, ast.Call) and name_of(node) == "Phrase"]
    composed = [arg for call in calls for arg in call.args if isinstance(arg, ast.JoinedStr)]
    patterns = [
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z-]+" for part in arg.values)
        for arg in composed
    ]
    return re.compile("|".join(patterns))


@cache
def rules() -> set[str]:
    return {word for word in given_to(REPORTERS) if "-" in word}


@cache
def phrases() -> set[str]:
    tables = (schema_problems._EXPECTED, schema_problems._PATTERNS, yaml_diagnosis._FROM_PARSER)
    return given_to({"Phrase"}) | {str(phrase) for table in tables for phrase in table.values()}


def test_the_rules_and_phrases_of_the_code_are_found() -> None:
    assert {"unknown-key", "missing-translation", "yaml-alias", "broken-link", "duplicate-key"} <= rules()
    assert {"yaml-other", "date", "web-address", "yaml-colon", "identifier", "other"} <= phrases()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_and_phrase_of_the_code_has_words(language: str) -> None:
    assert rules() - CATALOGS[language].rules.keys() == set()
    assert phrases() - CATALOGS[language].phrases.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_and_phrase_with_words_stands_in_the_code(language: str) -> None:
    written, pattern = constants(), composed_phrases()
    assert [rule for rule in CATALOGS[language].rules if rule not in written] == []
    unused = [phrase for phrase in CATALOGS[language].phrases if phrase not in written]
    assert [phrase for phrase in unused if not pattern.fullmatch(phrase)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_has_the_labels_rules_and_phrases_of_the_english_one_in_its_order(language: str) -> None:
    catalog = CATALOGS[language]
    assert catalog.language == language
    assert list(catalog.labels) == list(ENGLISH.labels)
    assert list(catalog.rules) == list(ENGLISH.rules)
    assert list(catalog.phrases) == list(ENGLISH.phrases)


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_says_what_why_and_how_to_mend_with_the_same_values_in_each_language(language: str) -> None:
    for rule, english in ENGLISH.rules.items():
        own = CATALOGS[language].rules[rule]
        assert all(len(text) > 10 for text in astuple(own)), rule
        assert [sorted(set(placeholders(text))) for text in astuple(own)] == [
            sorted(set(placeholders(text))) for text in astuple(english)
        ], rule
        assert own.placeholders() == english.placeholders(), rule


WRONG_VALUES = {
    ("kk", "at-least 1"): "кемінде `1`",
    ("ru", "at-least 1"): "не меньше `1`",
    ("en", "at-most 600"): "at most `600`",
    ("kk", "one-of copy live"): "мына сөздердің бірі: `copy` (сақталған көшірмесі), `live` (беттің өзі)",
    ("ru", "one-of copy live"): "одно из этих слов: `copy` (сохранённая копия), `live` (сама страница)",
    ("en", "one-of law code order"): "one of these words: `law`, `code`, `order`",
}


@pytest.mark.parametrize(("language", "expected"), WRONG_VALUES)
def test_a_limit_and_a_choice_are_described_in_words(language: str, expected: str) -> None:
    values = {"key": "minutes", "found": "0", "expected": Phrase(expected)}
    assert WRONG_VALUES[language, expected] in CATALOGS[language].message("wrong-value", values).what


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_have_the_same_values_in_each_language(language: str) -> None:
    for label, text in CATALOGS[language].labels.items():
        assert placeholders(text) == placeholders(ENGLISH.labels[label])


def every_text(catalog: Catalog) -> Iterator[str]:
    yield from catalog.labels.values()
    yield from catalog.phrases.values()
    for message in catalog.rules.values():
        yield from astuple(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_mixes_latin_and_cyrillic_letters(language: str) -> None:
    words = [word for text in every_text(CATALOGS[language]) for word in re.findall(r"\w+", text)]
    mixed = [word for word in words if re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word)]
    assert len(words) > 500
    assert mixed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shows_words_of_the_code(language: str) -> None:
    for text in every_text(CATALOGS[language]):
        assert not re.search(r"pydantic|[Pp]ython|[Ee]xception|[Tt]raceback|\bNone\b|[Ss]chema", text), text


SMALL = Catalog(
    "en",
    {"did_you_mean": "did you mean `{nearest}`? If not: "},
    {"date": "a day", "at-least": "at least {value}", "one-of": "one of {value}"},
    {"wrong": Message("`{key}` is {found}", "it must be {expected}", "{did_you_mean}delete `{key}`")},
    choices={"copy": "a stored copy", "live": "the page itself"},
)
FILLED = {
    "plain values": (
        {"key": "a", "found": "b", "expected": "c"},
        Message("`a` is b", "it must be c", "delete `a`"),
    ),
    "a phrase": (
        {"key": "a", "found": "b", "expected": Phrase("date")},
        Message("`a` is b", "it must be a day", "delete `a`"),
    ),
    "a phrase with a limit": (
        {"key": "a", "found": "b", "expected": Phrase("at-least 1")},
        Message("`a` is b", "it must be at least `1`", "delete `a`"),
    ),
    "values with their meaning": (
        {"key": "a", "found": "b", "expected": Phrase("one-of copy live")},
        Message("`a` is b", "it must be one of `copy` (a stored copy), `live` (the page itself)", "delete `a`"),
    ),
    "values of which one has no meaning": (
        {"key": "a", "found": "b", "expected": Phrase("one-of copy other")},
        Message("`a` is b", "it must be one of `copy`, `other`", "delete `a`"),
    ),
    "a value that is no phrase though it looks like one": (
        {"key": "a", "found": "b", "expected": "date"},
        Message("`a` is b", "it must be date", "delete `a`"),
    ),
    "a near match": (
        {"key": "a", "found": "b", "expected": "c", "nearest": "aa"},
        Message("`a` is b", "it must be c", "did you mean `aa`? If not: delete `a`"),
    ),
    "no near match": (
        {"key": "a", "found": "b", "expected": "c", "nearest": ""},
        Message("`a` is b", "it must be c", "delete `a`"),
    ),
    "braces in values": (
        {"key": "{key}", "found": "{found!r:>9}", "expected": "}{", "nearest": "{0}"},
        Message("`{key}` is {found!r:>9}", "it must be }{", "did you mean `{0}`? If not: delete `{key}`"),
    ),
    "a value nobody asks for": (
        {"key": "a", "found": "b", "expected": "c", "more": "d"},
        Message("`a` is b", "it must be c", "delete `a`"),
    ),
}


@pytest.mark.parametrize(("values", "expected"), FILLED.values(), ids=FILLED)
def test_a_message_is_filled_with_its_values(values: dict[str, str], expected: Message) -> None:
    assert SMALL.message("wrong", values) == expected


@pytest.mark.parametrize(
    ("rule", "values"),
    [("unknown", {}), ("wrong", {"key": "a", "found": "b"}), ("wrong", {"key": Phrase("a"), "found": "", "expected": ""})],
    ids=["no such rule", "a value is missing", "no such phrase"],
)  # fmt: skip
def test_a_message_without_words_is_an_error(rule: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        SMALL.message(rule, values)


def test_an_unknown_language_has_no_catalog() -> None:
    with pytest.raises(FileNotFoundError):
        load_catalog("de")
