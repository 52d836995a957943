"""One language changed after both were declared in step: the other is reported."""

from pathlib import Path

import pytest

from plugins.checks.rules import stale_translation
from tests.plugins.checks.checked import reported_by_comparing
from tests.plugins.checks.declared import ITEMS, add_sentence, behind, declare
from tests.plugins.model.edits import replaced
from tests.small_site import write

OTHER = {"kk": "ru", "ru": "kk"}


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_language_that_did_not_follow_is_reported(content: Path, item: str, language: str) -> None:
    add_sentence(content, item, language)
    assert reported_by_comparing(stale_translation.check, content) == [
        behind(item, OTHER[language], "stale-translation")
    ]


def test_both_are_reported_where_both_changed(content: Path) -> None:
    for language in ("kk", "ru"):
        add_sentence(content, "news/meeting", language)
    assert reported_by_comparing(stale_translation.check, content) == [
        behind("news/meeting", language, "stale-translation") for language in ("kk", "ru")
    ]


def test_a_word_of_the_front_matter_counts(content: Path) -> None:
    replaced("news/meeting/index.ru.md", "О странице.", "О собрании.")(content)
    assert reported_by_comparing(stale_translation.check, content) == [
        behind("news/meeting", "kk", "stale-translation")
    ]


def test_spaces_quotes_and_dashes_do_not_count(content: Path) -> None:
    file = content / "news/meeting/index.ru.md"
    text = file.read_text(encoding="utf-8").replace("О странице.", "«О  странице» —")
    write(file, text)
    assert reported_by_comparing(stale_translation.check, content) == []


def test_nothing_is_reported_before_a_change_and_after_a_declaration(content: Path) -> None:
    assert reported_by_comparing(stale_translation.check, content) == []
    add_sentence(content, "news/meeting", "kk")
    declare(content, "news/meeting")
    assert reported_by_comparing(stale_translation.check, content) == []


def test_an_item_without_a_declaration_is_left_to_another_rule(content: Path) -> None:
    (content / "in-step.yaml").unlink()
    add_sentence(content, "news/meeting", "kk")
    assert reported_by_comparing(stale_translation.check, content) == []
