"""Nobody has declared that both languages of a page say the same."""

from pathlib import Path

import pytest

from plugins.checks.rules import undeclared_translation
from tests.plugins.checks.checked import reported_by_comparing
from tests.plugins.checks.declared import ITEMS, add_sentence, behind, declare
from tests.small_site import write


def remove_declaration(content: Path, item: str) -> None:
    lines = (content / "in-step.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    left = [line for line in lines if not line.startswith(f"{item}: ")]
    assert len(left) == len(lines) - 1
    write(content / "in-step.yaml", "".join(left))


@pytest.mark.parametrize("item", ITEMS)
def test_a_page_without_a_declaration_is_reported_once(content: Path, item: str) -> None:
    remove_declaration(content, item)
    assert reported_by_comparing(undeclared_translation.check, content) == [
        behind(item, "kk", "undeclared-translation")
    ]
    declare(content, item)
    assert reported_by_comparing(undeclared_translation.check, content) == []


def test_a_change_after_a_declaration_is_left_to_another_rule(content: Path) -> None:
    add_sentence(content, "news/meeting", "kk")
    assert reported_by_comparing(undeclared_translation.check, content) == []
