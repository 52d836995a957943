"""The words of the tools: the same keys and placeholders in all three languages, with a note for whoever translates them."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from plugins.words.store import LANGUAGES, words
from tests.small_site import ROOT

FILES = ("choices", "commands", "hints", "rule_pages", "rules")
OF_EDITORS = ("desk",)
"""The desk speaks the two languages of the site."""
FOLDER = ROOT / "plugins/words"
KEY = re.compile(r'^( *)"?([\w.-]+)"?:( |$)')


def texts(data: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a file with its keys."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, str(key)))
    else:
        yield place, data


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_has_the_same_files() -> None:
    for language in LANGUAGES:
        wanted = sorted(FILES if language == "en" else (*FILES, *OF_EDITORS))
        assert sorted(path.stem for path in (FOLDER / language).glob("*")) == wanted


@pytest.mark.parametrize("name", OF_EDITORS)
def test_the_words_of_the_desk_have_the_same_keys_and_placeholders_in_both_languages(name: str) -> None:
    kk, ru = dict(texts(words("kk", name))), dict(texts(words("ru", name)))
    assert list(kk) == list(ru)
    assert [placeholders(str(text)) for text in kk.values()] == [placeholders(str(text)) for text in ru.values()]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_has_the_keys_of_the_english_one_in_its_order(name: str, language: str) -> None:
    assert [place for place, _ in texts(words(language, name))] == [place for place, _ in texts(words("en", name))]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("name", ["commands", "hints", "rules"])
def test_a_text_has_the_placeholders_of_the_english_one(name: str, language: str) -> None:
    english = dict(texts(words("en", name)))
    for place, text in texts(words(language, name)):
        if place[0] == "phrases":
            continue  # are values themselves and never filled
        assert placeholders(text) == placeholders(english[place]), place


def keys_with_notes(path: Path, depth: int) -> Iterator[tuple[str, str]]:
    """Yield every key at most `depth` levels deep with the comment right above it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for above, line in zip(["", *lines], lines, strict=False):
        if (key := KEY.match(line)) and len(key[1]) // 2 < depth:
            yield key[2], above.strip()


NOTED = {"commands": 1, "hints": 2, "rules": 2, "rule_pages": 1}
"""How deep the keys go that a translator needs a note for; the examples of pages have one note at the top."""
SECTIONS = {"phrases", "rules"}


@pytest.mark.parametrize("name", NOTED)
def test_every_key_of_the_english_file_has_a_note_that_explains_its_placeholders(name: str) -> None:
    english = {place[-1]: text for place, text in texts(words("en", name))}
    for key, note in keys_with_notes(FOLDER / "en" / f"{name}.yaml", NOTED[name]):
        if key in SECTIONS and name == "rules":
            continue
        assert note.startswith("# ") and note.endswith("."), key
        if name == "commands":
            assert all(f"{{{placeholder}}}" in note for placeholder in placeholders(english[key])), key


def test_every_rule_has_a_note_with_an_example_of_each_value() -> None:
    notes = dict(keys_with_notes(FOLDER / "en/rules.yaml", 2))
    for rule, message in words("en", "rules")["rules"].items():
        wanted = set().union(*(placeholders(text) for text in message.values()))
        assert all(f"{{{placeholder}}}" in notes[rule] for placeholder in wanted), rule


def test_no_language_has_words_for_translators_but_english() -> None:
    """Notes in one language cannot contradict each other."""
    for language in ("kk", "ru"):
        for name in FILES:
            lines = (FOLDER / language / f"{name}.yaml").read_text(encoding="utf-8").split("\n")
            assert not [line for line in lines if re.match(r"^(?:  )?# ", line)], (language, name)
