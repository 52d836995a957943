"""Pictures measured, and damaged ones told apart before a browser meets them."""

import time
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from plugins.media import DamagedPictureError, PictureSize, measure
from tests.plugins.media.files import noise, png, svg

GOOD = {
    "SVG": ("a.svg", svg('viewBox="0 0 240 320"'), (240, 320)),
    "SVG with commas": ("a.svg", svg('viewBox="0,0,240,320"'), (240, 320)),
    "SVG with commas and spaces": ("a.svg", svg('viewBox="0, 0, 240, 320"'), (240, 320)),
    "SVG that begins elsewhere": ("a.svg", svg('viewBox="-10 -20 240 320"'), (240, 320)),
    "SVG with fractions": ("a.svg", svg('viewBox="0 0 240.4 319.6"'), (240, 320)),
    "SVG with another width": ("a.svg", svg('width="1" height="1" viewBox="0 0 240 320"'), (240, 320)),
    "SVG with words": ("a.svg", svg('viewBox="0 0 9 9"', "<title>Әғқ ё &amp; ж</title>"), (9, 9)),
    "SVG with a small entity": (
        "a.svg", b'<!DOCTYPE svg [<!ENTITY c "#14284B">]>' + svg('viewBox="0 0 9 9"', '<rect fill="&c;"/>'), (9, 9),
    ),
    "SVG in capitals": ("A.SVG", svg('viewBox="0 0 240 320"'), (240, 320)),
    "PNG": ("a.png", noise(40, 30, "PNG"), (40, 30)),
    "JPEG": ("a.jpg", noise(41, 31, "JPEG"), (41, 31)),
    "JPEG by its long ending": ("a.jpeg", noise(41, 31, "JPEG"), (41, 31)),
    "JPEG in capitals": ("A.JPG", noise(41, 31, "JPEG"), (41, 31)),
    "WebP": ("a.webp", noise(42, 32, "WEBP"), (42, 32)),
    "GIF": ("a.gif", noise(43, 33, "GIF"), (43, 33)),
    "one dot": ("a.png", noise(1, 1, "PNG"), (1, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "size"), GOOD.values(), ids=GOOD)
def test_a_picture_is_measured_in_css_pixels(tmp_path: Path, name: str, raw: bytes, size: tuple[int, int]) -> None:
    (tmp_path / name).write_bytes(raw)
    assert measure(tmp_path / name) == PictureSize(*size)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_as_wide_as_the_browser_shows_it(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg", exif=exif)
    lies_on_its_side = orientation in {5, 6, 7, 8}
    assert measure(tmp_path / "a.jpg") == ((30, 40) if lies_on_its_side else (40, 30))


def entity_bomb() -> bytes:
    entities = '<!ENTITY a0 "қымқырылған">'
    entities += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE svg [{entities}]>".encode() + svg('viewBox="0 0 9 9"', "<text>&a9;</text>")


PNG, JPEG = noise(40, 30, "PNG"), noise(40, 30, "JPEG")
DAMAGED = {
    "empty SVG": ("a.svg", b""),
    "text named SVG": ("a.svg", "Бұл сурет емес.".encode()),
    "PNG named SVG": ("a.svg", PNG),
    "SVG without a viewBox": ("a.svg", svg('width="240" height="320"')),
    "SVG with an empty viewBox": ("a.svg", svg('viewBox=""')),
    "SVG with three numbers": ("a.svg", svg('viewBox="0 0 240"')),
    "SVG with five numbers": ("a.svg", svg('viewBox="0 0 240 320 1"')),
    "SVG with words for numbers": ("a.svg", svg('viewBox="0 0 кең биік"')),
    "SVG with units": ("a.svg", svg('viewBox="0 0 240px 320px"')),
    "SVG of no width": ("a.svg", svg('viewBox="0 0 0 320"')),
    "SVG of less than nothing": ("a.svg", svg('viewBox="0 0 240 -320"')),
    "SVG smaller than a dot": ("a.svg", svg('viewBox="0 0 0.2 0.2"')),
    "SVG of no number": ("a.svg", svg('viewBox="0 0 nan nan"')),
    "SVG without end": ("a.svg", svg('viewBox="0 0 inf inf"')),
    "SVG not closed": ("a.svg", svg('viewBox="0 0 240 320"')[:-3]),
    "SVG with broken XML": ("a.svg", svg('viewBox="0 0 240 320"', "<g></h>")),
    "SVG with an unknown entity": ("a.svg", svg('viewBox="0 0 240 320"', "&nbsp;")),
    "SVG that reads another file": (
        "a.svg", b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + svg('viewBox="0 0 9 9"', "&a;"),
    ),
    "SVG in an unknown encoding": ("a.svg", b'<?xml version="1.0" encoding="qazaq"?>' + svg('viewBox="0 0 9 9"')),
    "SVG in an encoding of many bytes": ("a.svg", b'<?xml version="1.0" encoding="big5"?>' + svg('viewBox="0 0 9 9"')),
    "SVG of entities in entities": ("a.svg", entity_bomb()),
    "empty PNG": ("a.png", b""),
    "text named PNG": ("a.png", "Бұл сурет емес.".encode()),
    "SVG named PNG": ("a.png", svg('viewBox="0 0 240 320"')),
    "PNG without its end": ("a.png", PNG[:-12]),
    "half a PNG": ("a.png", PNG[: len(PNG) // 2]),
    "header of a PNG": ("a.png", PNG[:33]),
    "PNG with a changed byte": ("a.png", PNG[:100] + bytes([PNG[100] ^ 1]) + PNG[101:]),
    "PNG with too few dots": ("a.png", png(100, 100)),
    "PNG that would fill the memory": ("a.png", png(60_000, 60_000)),
    "half a JPEG": ("a.jpg", JPEG[: len(JPEG) // 2]),
    "header of a JPEG": ("a.jpg", JPEG[:200]),
    "half a GIF": ("a.gif", noise(40, 30, "GIF")[:900]),
    "half a WebP": ("a.webp", noise(40, 30, "WEBP")[:500]),
    "TIFF, which browsers do not show": ("a.tif", noise(40, 30, "TIFF")),
    "TIFF named JPEG": ("a.jpg", noise(40, 30, "TIFF")),
    "BMP named PNG": ("a.png", noise(40, 30, "BMP")),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw"), DAMAGED.values(), ids=DAMAGED)
def test_what_no_browser_could_show_is_damaged(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    start = time.perf_counter()
    with pytest.raises(DamagedPictureError, match=name):
        measure(tmp_path / name)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", ["missing.svg", "missing.png"])
def test_a_missing_file_is_damaged(tmp_path: Path, name: str) -> None:
    with pytest.raises(DamagedPictureError, match=name):
        measure(tmp_path / name)
