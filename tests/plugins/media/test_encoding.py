"""What is served: the widths that were decided, the colours as they were, nothing beside the dots, always the same bytes."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from plugins.media import MediaFile, PictureUse, read_media
from plugins.media.encoding import encode, mean_colour
from plugins.media.opening import inspect, pixels
from tests.plugins.media.files import exif, photo, saved, scene

PATH = "content/news/a/photo.jpg"
PROSE, PORTRAIT = frozenset({"prose"}), frozenset({"portrait"})


def made(root: Path, raw: bytes, path: str = PATH, slots: frozenset[str] = PORTRAIT) -> MediaFile:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(raw)
    media, problems = read_media(root, [PictureUse(path, slots)], root / "cache")
    assert problems == []
    return media[path]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the dots, 0 to 255."""
    parts = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(parts) / len(parts)


def test_every_width_is_made_as_avif_and_every_second_one_for_older_browsers(tmp_path: Path) -> None:
    media = made(tmp_path, photo(1400, 1050), slots=PROSE)
    assert [image.width for image in media.avif] == [288, 336, 475, 672, 950, 1344]
    assert [image.width for image in media.fallback] == [336, 672, 1344]
    assert media.size == (1400, 1050)
    for image in (*media.avif, *media.fallback):
        with Image.open(image.source) as opened:
            assert opened.width == image.width
            assert abs(opened.height - image.width * 0.75) <= 0.5
            assert difference(opened, scene(1400, 1050).resize(opened.size)) < 3


def test_what_is_served_holds_nothing_but_dots(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = made(tmp_path / "1", photo(500, 700, exif=exif(6), icc_profile=profile))
    png = made(tmp_path / "2", photo(700, 500, "PNG", icc_profile=profile, exif=exif(3)), "content/news/a/p.png")
    served = [image for media in (jpeg, png) for image in (*media.avif, *media.fallback)]
    assert len(served) == 12
    for image in served:
        raw = image.source.read_bytes()
        assert not any(mark in raw for mark in (b"Exif", b"ICC", b"iCCP", b"prof", b"xmp", b"XMP", b"tEXt", b"http"))
        with Image.open(io.BytesIO(raw)) as opened:
            assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive",
                                        "progression"}  # fmt: skip


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    image = scene(1400, 1050)
    turns = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
             5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
             8: Image.Transpose.ROTATE_270}  # fmt: skip
    held = image.transpose(turns[orientation]) if orientation in turns else image
    raw = saved(held, "JPEG", quality=95, exif=exif(orientation))
    assert inspect("a.jpg", raw) == (1400, 1050)
    assert difference(pixels("a.jpg", raw, 1400), image) < 1


COLOURS = {
    "grey": (scene(700, 500).convert("L"), "RGB"),
    "grey with transparency": (scene(700, 500).convert("LA"), "RGBA"),
    "a palette": (scene(700, 500).convert("P"), "RGB"),
    "black and white": (scene(700, 500).convert("1"), "RGB"),
    "transparency": (scene(700, 500).convert("RGBA"), "RGBA"),
}


@pytest.mark.parametrize(("image", "mode"), COLOURS.values(), ids=COLOURS)
def test_every_kind_of_colours_becomes_those_of_a_screen(image: Image.Image, mode: str) -> None:
    opened = pixels("a.png", saved(image, "PNG"), 672)
    assert opened.mode == mode
    assert difference(opened, image) < 1


def test_the_colours_of_a_profile_are_turned_to_those_of_every_screen(tmp_path: Path) -> None:
    """The profile here is made by littleCMS: linear light, in which the same numbers look much brighter."""
    linear = tmp_path / "linear.icc"
    linear.write_bytes(linear_profile())
    raw = photo(700, 500, "PNG", icc_profile=linear.read_bytes())
    assert ImageStat.Stat(pixels("a.png", raw, 672)).mean[0] > ImageStat.Stat(scene(700, 500)).mean[0] + 20


def test_a_palette_with_one_clear_colour_stays_clear() -> None:
    image = Image.new("P", (700, 500), 1)
    image.putpalette([0, 0, 0, 200, 30, 30])
    opened = pixels("a.png", saved(image, "PNG", transparency=1), 672)
    assert opened.mode == "RGBA"
    assert opened.getpixel((5, 5))[3] == 0


FALLBACKS = {
    "a photo is a JPEG": (photo(700, 500), "a.jpg", {"jpeg"}),
    "a photo saved as PNG is a JPEG": (photo(700, 500, "PNG"), "a.png", {"jpeg"}),
    "a drawing is a PNG": (saved(Image.new("RGB", (700, 500), "#0b5cc4"), "PNG"), "a.png", {"png"}),
    "transparency is a PNG": (saved(scene(700, 500).convert("RGBA"), "PNG"), "a.png", {"png"}),
}


@pytest.mark.parametrize(("raw", "name", "forms"), FALLBACKS.values(), ids=FALLBACKS)
def test_the_form_for_every_browser_fits_the_picture(tmp_path: Path, raw: bytes, name: str, forms: set[str]) -> None:
    media = made(tmp_path, raw, f"content/news/a/{name}")
    assert {image.url.rpartition(".")[2] for image in media.fallback} == forms


def test_avif_that_saves_nothing_is_left_out() -> None:
    plain = Image.new("RGB", (64, 64), "#0b5cc4")
    assert {file.form for file in encode(plain, [64], is_drawn=True)} == {"png"}
    assert {file.form for file in encode(scene(700, 500), [672], is_drawn=False)} == {"avif", "jpeg"}


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    raw = photo(1400, 1050)
    one, other = made(tmp_path / "one", raw), made(tmp_path / "other", raw)
    assert [image.url for image in one.images] == [image.url for image in other.images]


def test_the_colour_that_stands_in_is_the_mean_one() -> None:
    half = Image.new("RGB", (10, 10), "#ff0000")
    half.paste((0, 0, 255), (0, 0, 5, 10))
    assert mean_colour(half) == "#707"


def linear_profile() -> bytes:
    """Return a profile with the colours of sRGB and a straight curve, built by hand (ICC.1:2010, matrix profile)."""
    import struct  # noqa: PLC0415

    def fixed(*numbers: float) -> bytes:
        return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)

    tags = {
        b"desc": b"desc\0\0\0\0\0\0\0\7linear\0" + b"\0" * 79,
        b"cprt": b"text\0\0\0\0-\0",
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1.0, 0.8249),
        b"rXYZ": b"XYZ \0\0\0\0" + fixed(0.4361, 0.2225, 0.0139),
        b"gXYZ": b"XYZ \0\0\0\0" + fixed(0.3851, 0.7169, 0.0971),
        b"bXYZ": b"XYZ \0\0\0\0" + fixed(0.1431, 0.0606, 0.7141),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), b"curv\x00\x00\x00\x00\x00\x00\x00\x00"),
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        padded = content + b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", start + len(body), len(content))
        body += padded
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
