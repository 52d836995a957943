"""What is served of a photo, opened again: its dots, and nothing that was beside them."""

from pathlib import Path

import pytest
from PIL import Image

from plugins.media import PictureUse, read_media
from tests.plugins.media.files import exif, photo, profile_of, saved, scene, with_segment

NAME = "Айгүл С. 1985"
PROFILE = profile_of(NAME)
BESIDE = {"icc_profile", "exif", "xmp", "comment", "XML:com.adobe.xmp", "photoshop", "dpi", "jfif_comment"}


def clear(mode: str) -> Image.Image:
    return scene(480, 360).convert(mode)


FILES = {
    "a JPEG": ("a.jpg", photo(480, 360, icc_profile=PROFILE)),
    "a PNG": ("a.png", photo(480, 360, "PNG", icc_profile=PROFILE)),
    "a WebP": ("a.webp", photo(480, 360, "WEBP", icc_profile=PROFILE)),
    "a PNG with transparency": ("a.png", saved(clear("RGBA"), "PNG", icc_profile=PROFILE)),
    "a PNG of few colours": ("a.png", saved(clear("P"), "PNG", icc_profile=PROFILE)),
    "a grey JPEG": ("a.jpg", saved(clear("L"), "JPEG", icc_profile=PROFILE)),
    "a JPEG that was turned": ("a.jpg", photo(360, 480, exif=exif(6), icc_profile=PROFILE)),
    "a JPEG that is wider than any place": ("a.jpg", photo(1400, 300, icc_profile=PROFILE)),
}


@pytest.mark.parametrize(("name", "raw"), FILES.values(), ids=FILES)
def test_a_name_in_the_colour_profile_is_not_served(tmp_path: Path, name: str, raw: bytes) -> None:
    assert Image.open(_written(tmp_path / name, raw)).info["icc_profile"] == PROFILE
    media, problems = read_media(tmp_path, [PictureUse(name, frozenset({"portrait"}))], tmp_path / "cache")
    assert problems == []
    images = media[name].images
    assert len(images) >= 2
    for image in images:
        served = image.source.read_bytes()
        assert not any(NAME.encode(encoding) in served for encoding in ("utf-8", "utf-16-be", "utf-16-le"))
        with Image.open(image.source) as opened:
            opened.load()
            assert BESIDE & set(opened.info) <= {"dpi"}
            assert not opened.getexif()


def test_a_comment_is_refused_and_not_served(tmp_path: Path) -> None:
    _written(tmp_path / "a.jpg", with_segment(FILES["a JPEG"][1], 0xFE, NAME.encode()))
    media, (problem,) = read_media(tmp_path, [PictureUse("a.jpg", frozenset({"portrait"}))], tmp_path / "cache")
    assert (media, problem.rule) == ({}, "picture-metadata")


def _written(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path
