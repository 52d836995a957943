"""Files that no page shows."""

from pathlib import Path

import pytest

from plugins.checks.rules import unused_file
from tests.plugins.checks.checked import reported_by, write_case
from tests.plugins.model.edits import Edit, Reported, all_of, removed, replaced, written, written_bytes
from tests.small_site import PICTURE, index_text

CASE = "testimonials/sample"


def picture(file: str) -> Edit:
    return written(file, PICTURE)


def case(language: str, body: str) -> Edit:
    def edit(content: Path) -> None:
        write_case(content, language, body)

    return edit


def unused(file: str, name: str = "") -> Reported:
    return (file, 1, 1, "unused-file", {"file": name or file.rpartition("/")[2]})


CASES: dict[str, tuple[Edit, list[Reported]]] = {
    "one picture": (picture(f"{CASE}/photo2.svg"), [unused(f"{CASE}/photo2.svg")]),
    "first, middle and last": (
        all_of(picture(f"{CASE}/a.svg"), picture(f"{CASE}/index.kz.md"), picture(f"{CASE}/z.svg")),
        [unused(f"{CASE}/a.svg"), unused(f"{CASE}/index.kz.md"), unused(f"{CASE}/z.svg")],
    ),
    "a paper": (written_bytes("faq/how-to-join/шарт.txt", b"%PDF"), [unused("faq/how-to-join/шарт.txt")]),
    "Kazakh letters": (picture(f"{CASE}/әғқңөұүһі.svg"), [unused(f"{CASE}/әғқңөұүһі.svg")]),
    "ё": (picture("laws/repealed/ёлка.svg"), [unused("laws/repealed/ёлка.svg")]),
    "a Latin look-alike of a file that is shown": (
        picture(f"{CASE}/рaper.svg"), [unused(f"{CASE}/рaper.svg")],
    ),
    "capitals of a file that is shown": (picture(f"{CASE}/PAPER.svg"), [unused(f"{CASE}/PAPER.svg")]),
    "an empty file": (written("pages/about/empty.txt", ""), [unused("pages/about/empty.txt")]),
    "a file in a folder of the bundle": (
        picture(f"{CASE}/photos/a.svg"), [unused(f"{CASE}/photos/a.svg", "photos/a.svg")],
    ),
    "a file of another bundle's name": (picture("news/meeting/paper.svg"), [unused("news/meeting/paper.svg")]),
    "a file beside the words above a list": (picture("news/a.svg"), [unused("news/a.svg")]),
    "a file that is only linked": (
        all_of(picture(f"{CASE}/a.svg"), case("kk", "[а](a.svg)")), [unused(f"{CASE}/a.svg")],
    ),
    "a picture that facts name no more": (
        all_of(
            replaced(f"{CASE}/facts.yaml", "pictures:\n  paper: {file: paper.svg}\n", "pictures: {}\n"),
            replaced(f"{CASE}/index.kk.md", "alt:\n  paper: Үлгі құжат\n", "alt: {}\n"),
            replaced(f"{CASE}/index.ru.md", "alt:\n  paper: Образец документа\n", "alt: {}\n"),
        ),
        [unused(f"{CASE}/paper.svg")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_a_file_that_no_page_shows_is_reported(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(unused_file.check, content) == expected


FINE: dict[str, Edit] = {
    "nothing changed": lambda content: None,
    "shown in Kazakh only": all_of(picture(f"{CASE}/a.svg"), case("kk", "![а](a.svg)")),
    "shown in Russian only": all_of(picture(f"{CASE}/a.svg"), case("ru", "![а](a.svg)")),
    "shown in both": all_of(picture(f"{CASE}/әё.svg"), case("kk", "![а](әё.svg)"), case("ru", "![а](әё.svg)")),
    "shown by reference": all_of(picture(f"{CASE}/a.svg"), case("kk", "![а][1]\n\n[1]: a.svg")),
    "shown above a list": all_of(
        picture("news/a.svg"), written("news/index.kk.md", index_text("Ә", "Ғ", body="![а](a.svg)"))
    ),
    "what macOS leaves behind": written("news/meeting/.DS_Store", "x"),
    "what Windows leaves behind": all_of(
        written("news/meeting/Thumbs.db", "x"), written("news/meeting/desktop.ini", "x")
    ),
    "what Word leaves behind": written("news/meeting/~$шарт.docx", "x"),
    "what editors leave behind": all_of(
        written("news/meeting/index.kk.md~", "x"), written("news/meeting/facts.yaml.bak", "x")
    ),
    "files beside the sections": written("notes.txt", "Ескертпе"),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE)
def test_a_file_that_a_page_shows_is_not_reported(content: Path, edit: Edit) -> None:
    edit(content)
    assert reported_by(unused_file.check, content) == []


def test_the_same_file_is_reported_when_its_picture_leaves_the_text(content: Path) -> None:
    all_of(picture(f"{CASE}/a.svg"), case("kk", "![а](a.svg)"))(content)
    assert reported_by(unused_file.check, content) == []
    case("kk", "а")(content)
    assert reported_by(unused_file.check, content) == [unused(f"{CASE}/a.svg")]
    removed(f"{CASE}/a.svg")(content)
    assert reported_by(unused_file.check, content) == []
