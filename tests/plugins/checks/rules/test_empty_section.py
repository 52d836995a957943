"""Sections without an item: each list is reported, the others are not."""

import shutil
from pathlib import Path

import pytest

from plugins.checks.rules import empty_section
from tests.plugins.checks.checked import reported_by_comparing
from tests.small_site import FACTS

SECTIONS = sorted({name.split("/")[0] for name in FACTS} - {"pages", "laws"})  # an act leads to a page of the laws


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_list_is_reported_in_both_languages(content: Path, section: str) -> None:
    for bundle in (content / section).iterdir():
        if bundle.is_dir():
            shutil.rmtree(bundle)
    assert [row[:4] for row in reported_by_comparing(empty_section.check, content)] == [
        (f"{section}/index.{language}.md", 2, 8, "empty-section") for language in ("kk", "ru")
    ]


def test_a_site_with_an_item_in_each_section_has_none(content: Path) -> None:
    assert reported_by_comparing(empty_section.check, content) == []
