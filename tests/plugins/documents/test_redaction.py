"""Real readings of two photographed papers of the synthetic set: what is hidden, written, reported and refused."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from bench.papers_set import Planted, draw_layout, draw_paper, photographed
from plugins.cache.store import content_digest
from plugins.diagnostics.progress import no_progress
from plugins.documents.checking import check_papers
from plugins.documents.hiding import boxes_of, hidden
from plugins.documents.inspection import inspect_paper, left_over
from plugins.documents.reading import Reader, Turn, turn_upright
from plugins.documents.records import read_records
from plugins.documents.redaction import RedactionError, redact, write_paper
from plugins.documents.words import Box
from plugins.model.papers import PaperKind, PersonalData
from tests.plugins.media.files import exif, saved, scene

PAPERS = {"kk, a table": ("receipt-kk", 7, "flat"), "ru, on its side": ("sale-ru", 8, "on its side")}
"""Whole pages, each read ten times: some 35 seconds of a core. `bench/papers.py` reads 48 of them."""


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Tesseract; `make test` installs what it needs."""
    return Reader()


def place_of(item: Planted, size: tuple[int, int], turn: Turn) -> "np.ndarray":
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(item.corners, fill=255)
    return np.asarray(turn.of(mask, 0, Image.Resampling.NEAREST)) > 0


@pytest.mark.long
@pytest.mark.parametrize(("form", "seed", "condition"), PAPERS.values(), ids=PAPERS)
def test_what_is_planted_on_a_paper_is_hidden(reader: Reader, form: str, seed: int, condition: str) -> None:
    photo = photographed(draw_paper(form, seed), condition, seed)
    turn = turn_upright(photo.image, reader)
    assert turn.quarters == (1 if condition == "on its side" else 0)
    image = turn.of(photo.image, (128, 128, 128), Image.Resampling.BICUBIC)
    boxes = boxes_of(inspect_paper(image, reader).findings, image.size)
    covered = np.asarray(hidden(Image.new("L", image.size, 255), boxes).convert("L")) < 128
    places = [(item.text, place_of(item, photo.image.size, turn)) for item in photo.planted]
    missed = [text for text, place in places if place.any() and covered[place].mean() < 0.9]
    assert missed == []
    assert covered.mean() < 0.5
    assert left_over(hidden(image, boxes), boxes, reader) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", [81002, 82002])
def test_a_sheet_half_in_shade_is_held_upright_and_no_word_is_cut_off(reader: Reader, seed: int) -> None:
    photo = photographed(draw_layout("members-kk", seed), "shaded", seed)
    turn = turn_upright(photo.image, reader)
    assert turn.quarters == 0
    whole = Turn(turn.quarters, turn.degrees)
    size = photo.image.size
    cut = [
        item.text
        for item in photo.planted
        if np.count_nonzero(place_of(item, size, turn)) < np.count_nonzero(place_of(item, size, whole))
    ]
    assert cut == []


@pytest.fixture(scope="session")
def small_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo with an IIN and a date, which reads in a second; its file tells where it was taken."""
    image = photographed(draw_paper("receipt-ru", 9), "flat", 9).image.crop((100, 200, 1700, 900))
    path = tmp_path_factory.mktemp("photos") / "IMG_1.jpg"
    path.write_bytes(saved(image, "JPEG", quality=90, exif=exif(place=True)))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    bundle = tmp_path / "content/testimonials/a"
    bundle.mkdir(parents=True)
    (bundle / "facts.yaml").write_text("")
    return tmp_path


def test_a_paper_is_written_with_its_record_and_told_when_it_changes(
    reader: Reader, small_paper: Path, project: Path
) -> None:
    into = project / "content/testimonials/a/paper.jpg"
    shown: list[int] = []
    more = Box(3, 3, 40, 40)

    def confirm(image: Image.Image, boxes: list[Box]) -> list[Box]:
        shown.append(len(boxes))
        assert more in boxes
        return boxes

    done = redact(small_paper, into, PaperKind.RECEIPT, project, more=[more], confirm=confirm, reader=reader)
    write_paper(done, project)
    assert sorted(path.name for path in project.rglob("*.*")) == ["facts.yaml", "paper.jpg", "papers.yaml"]
    assert done.is_legible
    raw, (record,) = into.read_bytes(), read_records(into.parent, project).values()
    assert shown[0] >= 5
    assert done.left == ()
    assert b"Exif" not in raw
    assert record.paper is PaperKind.RECEIPT
    assert record.sha256 == content_digest(raw) == record.verdict.sha256
    assert record.verdict.found == ()
    assert len(record.boxes) >= 5

    def reported(again: bool = False) -> list[tuple[str, str]]:
        problems = check_papers(project / "content", project / "cache", lambda: reader, again=again, report=no_progress)
        return [(problem.rule, problem.values["found"]) for problem in problems]

    assert reported() == []
    with Image.open(small_paper) as original:
        into.write_bytes(saved(original.convert("RGB"), "JPEG", quality=90))
    rules = reported()
    assert ("unredacted-document", "paper-changed") in rules
    assert ("personal-data-in-picture", "iin") in rules
    assert PersonalData.IIN in read_records(into.parent, project)["paper.jpg"].verdict.found


def test_data_on_a_picture_of_which_nobody_thought_is_told(reader: Reader, small_paper: Path, project: Path) -> None:
    bundle = project / "content/testimonials/a"
    with Image.open(small_paper) as original:
        (bundle / "family.jpg").write_bytes(saved(original.convert("RGB"), "JPEG", quality=90))
    read: list[str] = []

    def reported() -> set[str]:
        problems = check_papers(
            project / "content", project / "cache", lambda: reader, again=False,
            report=lambda _, **values: read.append(values["file"]),
        )  # fmt: skip
        return {f"{problem.path} {problem.values['found']}" for problem in problems}

    first = reported()
    assert "content/testimonials/a/family.jpg iin" in first
    assert reported() == first
    assert read == ["content/testimonials/a/family.jpg"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(project: Path) -> None:
    bundle = project / "content/testimonials/a"
    (bundle / "torn.jpg").write_bytes(saved(scene(600, 400), "JPEG")[:900])
    (bundle / "words.png").write_bytes(b"no picture")
    other = project / "content/testimonials/b"
    other.mkdir()
    (other / "papers.yaml").write_text("paper.jpg: [1\n")
    (other / "paper.jpg").write_bytes(saved(scene(600, 400), "JPEG"))
    problems = check_papers(
        project / "content", project / "cache", lambda: None, again=False, report=no_progress  # type: ignore[arg-type,return-value]
    )  # fmt: skip
    reported = [(problem.path.removeprefix("content/testimonials/"), problem.rule) for problem in problems]
    assert reported[:2] == [("a/torn.jpg", "damaged-picture"), ("a/words.png", "damaged-picture")]
    assert {path for path, _ in reported[2:]} == {"b/papers.yaml"}


def refuse(*_: object) -> None:
    return None


REFUSED = {
    "the original lies in the repository": ("content/testimonials/a/IMG_1.jpg", "content/testimonials/a/paper.jpg", "inside the repository"),
    "the picture would lie outside the content": (None, "paper.jpg", "no place for a paper"),
    "the picture would be a PNG": (None, "content/testimonials/a/paper.png", "no place for a paper"),
    "there is no such item": (None, "content/testimonials/b/paper.jpg", "no item"),
}  # fmt: skip


@pytest.mark.parametrize(("photo", "into", "why"), REFUSED.values(), ids=REFUSED)
def test_nothing_is_written_where(project: Path, small_paper: Path, photo: str | None, into: str, why: str) -> None:
    source = small_paper
    if photo:
        source = project / photo
        source.write_bytes(small_paper.read_bytes())
    before = sorted(project.rglob("*"))
    with pytest.raises(RedactionError, match=why):
        redact(source, project / into, PaperKind.OTHER, project, more=[], confirm=refuse, reader=None)  # type: ignore[arg-type]
    assert sorted(project.rglob("*")) == before


def test_an_editor_who_gives_up_writes_nothing(reader: Reader, tmp_path: Path, project: Path) -> None:
    photo = tmp_path.parent / f"{tmp_path.name}-photo.jpg"
    photo.write_bytes(saved(scene(600, 400), "JPEG"))
    into = project / "content/testimonials/a/paper.jpg"
    with pytest.raises(RedactionError, match="cancelled"):
        redact(photo, into, PaperKind.OTHER, project, more=[], confirm=refuse, reader=reader)
    assert not into.exists()


SCREENS = {"light": False, "dark": True}


@pytest.mark.parametrize("dark", SCREENS.values(), ids=SCREENS)
def test_a_screen_of_a_bank_is_read_by_day_and_by_night(reader: Reader, dark: bool) -> None:
    paper = draw_layout("transfer-ru", 31, dark=dark)
    image = paper.image.crop((0, 500, 1080, 1750))
    boxes = boxes_of(inspect_paper(image, reader).findings, image.size)
    missed = []
    for item in paper.planted:
        (left, top), _, (right, bottom), _ = item.corners
        place = Box(round(left), round(top) - 500, round(right - left), round(bottom - top))
        if place.y >= 0 and place.bottom < 1250 and sum(box.covers(place) for box in boxes) < 0.9:
            missed.append(item.text)
    assert missed == []


def test_what_is_too_blurred_is_told_and_not_passed(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory, project: Path
) -> None:
    photo = tmp_path_factory.mktemp("blurred") / "blurred.jpg"
    page = draw_paper("receipt-ru", 9).image.crop((60, 150, 1180, 700)).filter(ImageFilter.GaussianBlur(5))
    photo.write_bytes(saved(page, "JPEG", quality=80))
    into, said = project / "content/testimonials/a/paper.jpg", []
    done = redact(
        photo, into, PaperKind.RECEIPT, project, more=[], confirm=lambda _, boxes: boxes, reader=reader,
        is_seen=False, report=lambda key, **_: said.append(key),
    )  # fmt: skip
    assert not done.is_legible
    write_paper(done, project)
    assert "say_hard_to_read" in said
    assert PersonalData.UNREAD in read_records(into.parent, project)["paper.jpg"].verdict.found
