"""Pictures named by their content, and published once."""

import hashlib
import re
from pathlib import Path

import pytest

from plugins.diagnostics import Problem
from plugins.media import MediaFile, MediaImage, PictureSize, PictureUse
from plugins.media import read_media as read_uses
from plugins.media.plain_drawing import plain_drawing
from tests.plugins.media.files import photo, svg

PORTRAIT = svg('viewBox="0 0 240 320"')
PATH = "content/honor-board/aigul/portrait.svg"


def read_media(root: Path, paths: list[str]) -> tuple[dict[str, MediaFile], list[Problem]]:
    return read_uses(root, [PictureUse(path, frozenset({"portrait"})) for path in paths], root / "cache")


def write(root: Path, path: str, raw: bytes) -> str:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(raw)
    return path


def url_of(root: Path, path: str) -> str:
    manifest, problems = read_media(root, [path])
    assert problems == []
    return manifest[path].url


def test_a_picture_has_an_address_with_its_bundle_its_name_and_its_hash(tmp_path: Path) -> None:
    write(tmp_path, PATH, PORTRAIT)
    digest = hashlib.sha256(plain_drawing(PORTRAIT)).hexdigest()
    manifest, problems = read_media(tmp_path, [PATH])
    kept = manifest[PATH].fallback[0].source
    file = MediaImage(f"/media/honor-board/aigul/portrait.{digest[:8]}.svg", 240, kept)
    assert kept.read_bytes() == plain_drawing(PORTRAIT)
    assert manifest == {PATH: MediaFile(PictureSize(240, 320), (file,))}
    assert problems == []


PATHS = {
    "of a section": ("content/news/photo.svg", r"/media/news/photo\.[0-9a-f]{8}\.svg"),
    "with an ending in capitals": ("content/news/a/PHOTO.SVG", r"/media/news/a/PHOTO\.[0-9a-f]{8}\.svg"),
    "with points in its name": ("content/news/a/b.c.svg", r"/media/news/a/b\.c\.[0-9a-f]{8}\.svg"),
    "with a Kazakh name": ("content/news/a/үй.svg", r"/media/news/a/үй\.[0-9a-f]{8}\.svg"),
}


@pytest.mark.parametrize(("path", "expected"), PATHS.values(), ids=PATHS)
def test_the_name_keeps_what_the_editor_chose(tmp_path: Path, path: str, expected: str) -> None:
    assert re.fullmatch(expected, url_of(tmp_path, write(tmp_path, path, PORTRAIT)))


def test_equal_content_has_an_equal_address_and_changed_content_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert url_of(one, write(one, PATH, PORTRAIT)) == url_of(two, write(two, PATH, PORTRAIT))
    first = url_of(one, PATH)
    assert url_of(one, write(one, PATH, PORTRAIT.replace(b"320", b"300"))) != first
    assert url_of(one, write(one, PATH, PORTRAIT)) == first


def test_a_picture_used_twice_stands_in_the_manifest_once_and_all_in_order(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"content/news/{name}", PORTRAIT) for name in ("c/a.svg", "a/b.svg", "b/c.svg")]
    manifest, _ = read_media(tmp_path, [*paths, *paths])
    assert list(manifest) == ["content/news/a/b.svg", "content/news/b/c.svg", "content/news/c/a.svg"]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "middle", "last"])
def test_a_damaged_picture_is_reported_and_the_others_are_read(tmp_path: Path, place: int) -> None:
    names = ["a.svg", "b.svg", "c.svg"]
    paths = [write(tmp_path, f"content/news/x/{name}", PORTRAIT) for name in names]
    write(tmp_path, paths[place], b"damaged")
    manifest, (problem,) = read_media(tmp_path, paths)
    assert (problem.path, problem.line, problem.column, problem.rule) == (paths[place], 1, 1, "damaged-picture")
    assert problem.values == {"file": names[place]}
    assert set(manifest) == set(paths) - {paths[place]}


def test_every_damaged_picture_is_reported(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"content/news/x/{name}", b"") for name in ("b.png", "a.svg")]
    manifest, problems = read_media(tmp_path, paths)
    assert manifest == {}
    assert [problem.path for problem in problems] == ["content/news/x/a.svg", "content/news/x/b.png"]


def test_no_pictures_are_no_manifest(tmp_path: Path) -> None:
    assert read_media(tmp_path, []) == ({}, [])


def test_a_photo_has_an_address_for_each_of_its_files(tmp_path: Path) -> None:
    path = write(tmp_path, "content/news/a/photo.JPG", photo(300, 400))
    urls = [image.url for image in read_media(tmp_path, [path])[0][path].images]
    names = [re.sub(r"[0-9a-f]{8}", "#", url) for url in urls]
    assert names == [
        "/media/news/a/photo-200.#.jpeg", "/media/news/a/photo-300.#.jpeg", "/media/news/a/photo-200.#.avif",
        "/media/news/a/photo-232.#.avif", "/media/news/a/photo-300.#.avif",
    ]  # fmt: skip
    assert len(set(urls)) == 5
