"""The cache: a second build encodes nothing, a damaged entry is made anew, nothing of another picture is taken."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.media import PictureUse, inspect_media, read_media
from tests.plugins.media.files import photo, svg

USES = [PictureUse(f"{name}.jpg", frozenset({"portrait"})) for name in "abc"]


Made = tuple[dict[str, list[bytes]], list[str]]


@pytest.fixture(scope="module")
def made_first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    """A folder whose pictures were made once, and what came of it."""
    folder = tmp_path_factory.mktemp("pictures")
    for number, use in enumerate(USES):
        (folder / use.path).write_bytes(photo(320 + number, 400))
    return folder, made(folder)


@pytest.fixture
def root(made_first: tuple[Path, Made], tmp_path: Path) -> Path:
    """A copy of the folder, with what was kept of the first making."""
    return shutil.copytree(made_first[0], tmp_path / "pictures")


@pytest.fixture
def first(made_first: tuple[Path, Made]) -> dict[str, list[bytes]]:
    """The pictures as they were made at first."""
    return made_first[1][0]


def made(root: Path) -> Made:
    """Return the bytes of every picture, and what was told of the work."""
    reported: list[str] = []
    report = lambda _, **values: reported.append("{number} of {whole}".format(**values))  # noqa: E731
    media, problems = read_media(root, USES, root / "cache", report)
    assert problems == []
    return {path: [image.source.read_bytes() for image in file.images] for path, file in media.items()}, reported


def entries(root: Path) -> dict[Path, tuple[int, bytes]]:
    files = (path for path in (root / "cache/pictures").rglob("*") if path.is_file())
    return {path: (path.stat().st_ino, path.read_bytes()) for path in files}


def test_a_check_looks_at_new_pictures_and_makes_none(root: Path) -> None:
    shutil.rmtree(root / "cache")
    for _ in range(2):
        assert inspect_media(root, USES, root / "cache") == []
    assert entries(root) == {}
    (root / USES[0].path).write_bytes((root / USES[0].path).read_bytes()[:300])
    assert [problem.path for problem in inspect_media(root, USES, root / "cache")] == [USES[0].path]


def test_a_second_build_makes_nothing(root: Path, made_first: tuple[Path, Made]) -> None:
    first, reported = made_first[1]
    before = entries(root)
    assert reported == ["3 of 3"]
    assert made(root) == (first, [])
    assert entries(root) == before


def test_a_changed_picture_is_made_anew_and_the_others_are_not(root: Path, first: dict[str, list[bytes]]) -> None:
    before = entries(root)
    (root / "b.jpg").write_bytes(photo(500, 400))
    second, _ = made(root)
    assert {name for name in first if first[name] != second[name]} == {"b.jpg"}
    assert before.items() <= entries(root).items()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flipped(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def swapped(path: Path) -> None:
    shutil.copy(
        next(other for other in sorted(path.parent.parent.rglob("*")) if other.is_file() and other != path), path
    )


DAMAGE = {"cut": cut, "with a flipped bit": flipped, "emptied": emptied, "gone": Path.unlink, "another's": swapped}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_made_anew(root: Path, first: dict[str, list[bytes]], damage: Callable[[Path], None]) -> None:
    damaged = sorted((root / "cache/pictures").rglob("*/*"))[0]
    whole = damaged.read_bytes()
    damage(damaged)
    assert made(root)[0] == first
    assert damaged.read_bytes() == whole


def test_a_picture_needed_elsewhere_is_made_in_other_widths(root: Path) -> None:
    (root / "a.jpg").write_bytes(photo(700, 500))
    small, _ = read_media(root, [PictureUse("a.jpg", frozenset({"portrait"}))], root / "cache")
    both, _ = read_media(
        root,
        [PictureUse("a.jpg", frozenset({"portrait"})), PictureUse("a.jpg", frozenset({"prose"}))],
        root / "cache",
    )
    assert [image.width for image in small["a.jpg"].avif] == [200, 232, 328, 464]
    assert [image.width for image in both["a.jpg"].avif] == [200, 232, 288, 328, 336, 464, 475, 672, 700]


def test_a_cache_that_cannot_be_read_stops_nothing(root: Path, first: dict[str, list[bytes]]) -> None:
    for path in (root / "cache/pictures").rglob("*"):
        if path.is_file():
            path.write_text("бұл индекс емес")
    assert made(root)[0] == first


def test_a_cache_that_cannot_be_written_is_no_damaged_picture(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg('viewBox="0 0 9 9"', '<path d="M0 0h9v9z"/>'))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/pictures").write_bytes(b"no folder")
    with pytest.raises(OSError):
        read_media(tmp_path, [PictureUse("a.svg", frozenset({"prose"}))], tmp_path / "cache")
