"""Numbers of persons in names of folders, files and places of headings; and numbers that are of nobody."""

from pathlib import Path

import pytest

from plugins.checks.rules import personal_data_in_name
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import replaced

CASE = "testimonials/sample"

FILES = {
    "an IIN": ("dogovor-990101500125.jpg", "@iin"),
    "an IIN between low lines": ("paper_990101500125_1.jpg", "@iin"),
    "a telephone": ("8-701-234-56-78.jpg", "@phone"),
    "a telephone with a plus": ("+77012345678.png", "@phone"),
    "an account": ("kz86125kzt5004100100.pdf", "@account"),
    "a card": ("4111111111111111.jpg", "@card"),
}
RIGHT_FILES = [
    "photo-2026-03-05.jpg",
    "IMG_20260305_142210.jpg",
    "photo_2026-03-05_14-22-10.jpg",
    "990101500124.jpg",
    "5-6.jpg",
]


@pytest.mark.parametrize(("name", "kind"), FILES.values(), ids=FILES)
def test_a_number_in_the_name_of_a_file_is_reported_at_the_file(content: Path, name: str, kind: str) -> None:
    (content / CASE / name).write_bytes(b"x")
    values = {"name": name, "kind": kind}
    assert reported_by(personal_data_in_name.check, content) == [
        (f"{CASE}/{name}", 1, 1, "personal-data-in-name", values)
    ]


@pytest.mark.parametrize("name", RIGHT_FILES)
def test_numbers_of_nobody_are_not_reported(content: Path, name: str) -> None:
    (content / CASE / name).write_bytes(b"x")
    assert reported_by(personal_data_in_name.check, content) == []


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_file_that_facts_name_is_reported_there(content: Path, quote: str) -> None:
    replaced(f"{CASE}/facts.yaml", "file: paper.svg", f"file: {quote}iin-990101500125.svg{quote}")(content)
    (content / CASE / "paper.svg").rename(content / CASE / "iin-990101500125.svg")
    (found,) = reported_by(personal_data_in_name.check, content)
    lines = (content / CASE / "facts.yaml").read_text(encoding="utf-8").split("\n")
    assert found[0] == f"{CASE}/facts.yaml"
    assert lines[found[1] - 1][found[2] - 1 :].startswith("iin-990101500125.svg")


def test_the_name_of_the_folder_is_reported_at_its_facts(content: Path) -> None:
    (content / CASE).rename(content / "testimonials/uy-87012345678")
    values = {"name": "uy-87012345678", "kind": "@phone"}
    assert reported_by(personal_data_in_name.check, content) == [
        ("testimonials/uy-87012345678/facts.yaml", 1, 1, "personal-data-in-name", values)
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_place_of_a_heading_is_reported_at_the_heading(content: Path, language: str) -> None:
    body = "Ә.\n\n## А {#article-13}\n\nӘ.\n\n## Б {#tel-87012345678}\n\nӘ.\n"
    file = write_case(content, language, body)
    values = {"name": "#tel-87012345678", "kind": "@phone"}
    assert reported_by(personal_data_in_name.check, content) == [
        (file, CASE_BODY_LINE + 6, 1, "personal-data-in-name", values)
    ]
