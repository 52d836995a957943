"""Pictures that are not beside their text."""

from pathlib import Path

import pytest

from plugins.checks.rules import missing_file
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.small_site import PICTURE, index_text, write

# picture, near match
PICTURES = {
    "misspelt": ("papre.svg", "paper.svg"),
    "in capitals": ("Paper.svg", "paper.svg"),
    "with another ending": ("paper.png", "paper.svg"),
    "a Latin look-alike": ("рaper.svg", "paper.svg"),
    "like none": ("үй.jpeg", ""),
    "of another bundle": ("../../honor-board/sample/portrait.svg", ""),
}


@pytest.mark.parametrize(("picture", "near"), PICTURES.values(), ids=PICTURES)
def test_a_missing_picture_is_reported_with_the_file_that_was_meant(content: Path, picture: str, near: str) -> None:
    file = write_case(content, "kk", f"Сурет:\n\n![үй]({picture})\n")
    assert reported_by(missing_file.check, content) == [
        (file, CASE_BODY_LINE + 2, 7, "missing-file", {"file": picture, "nearest": near})
    ]


# body, (line of the body, column) of each fault
PLACES: dict[str, tuple[str, list[tuple[int, int]]]] = {
    "first, middle and last": ("![а](a.svg) ә\n\n- ![б](b.svg) ![в](paper.svg)\n\nә ![г](g.svg)", [(1, 6), (3, 8), (5, 8)]),
    "by reference": ("![а][1]\n\n[1]: a.svg", [(3, 6)]),
    "in a link": ("[![а](a.svg)](/news/)", [(1, 7)]),
    "there": ("![а](paper.svg)", []),
    "a link to no page, which another rule reports": ("[а](/nwes/)", []),
    "of another site, which another rule reports": ("![а](https://x.kz/a.jpg)", []),
    "code": ("`![а](a.svg)`", []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "places"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_missing_picture_is_reported_at_its_name(
    content: Path, language: str, body: str, places: list[tuple[int, int]]
) -> None:
    file = write_case(content, language, body)
    assert [found[:3] for found in reported_by(missing_file.check, content)] == [
        (file, CASE_BODY_LINE - 1 + line, column) for line, column in places
    ]


def test_a_picture_with_a_kazakh_name_is_found(content: Path) -> None:
    write(content / "testimonials/sample/сурет-ұү.svg", PICTURE)
    write_case(content, "kk", "![үй](сурет-ұү.svg)\n")
    assert reported_by(missing_file.check, content) == []


def test_a_picture_above_a_list_is_looked_for_too(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слова.\n\n![б](b.svg)"))
    assert [found[:3] for found in reported_by(missing_file.check, content)] == [("news/index.ru.md", 7, 6)]
