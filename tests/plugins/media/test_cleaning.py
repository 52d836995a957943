"""Picture files cleaned where they stand."""

from pathlib import Path

from plugins.media.cleaning import clean_pictures
from plugins.media.metadata import hidden_parts
from tests.plugins.media.files import exif, photo, svg


def test_only_pictures_that_hide_something_are_written_anew(tmp_path: Path) -> None:
    files = {
        "a/hiding.JPG": photo(60, 40, exif=exif(place=True), comment="x"),
        "a/plain.jpg": photo(60, 40),
        "b/hiding.png": photo(60, 40, "PNG", exif=exif(camera=True)),
        "b/drawing.svg": svg('viewBox="0 0 9 9"', "<!-- x -->"),
        "b/half.jpg": photo(60, 40, comment="x")[:300],
        "b/index.kk.md": b"Exif",
    }
    for name, raw in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    reported = {path.relative_to(tmp_path).as_posix(): kinds for path, kinds in clean_pictures(tmp_path)}
    assert reported == {"a/hiding.JPG": ("place", "comment"), "b/drawing.svg": ("comment",), "b/hiding.png": ("exif",)}
    now = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert now.keys() == files.keys()
    assert {name for name in files if now[name] != files[name]} == reported.keys()
    assert all(hidden_parts(now[name]) == [] for name in reported)
    assert list(clean_pictures(tmp_path)) == []
