"""Images on Pillow."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from plugins.design.fonts import WEIGHTS, Fonts, read_fonts
from plugins.design.glyphs import Typeface, truetype
from plugins.design.png import FramedPng
from plugins.design.raster import IndexedImage, svg_image
from tests.small_site import ROOT

STATIC = ROOT / "theme/static"


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    return read_fonts(STATIC, tmp_path_factory.mktemp("cache"))


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    image.load()
    return image


def png(image: IndexedImage) -> bytes:
    return FramedPng(image, 0, image.image.height).encode(image)


def test_an_svg_keeps_its_colours_and_what_it_leaves_clear() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="2" height="2" fill="#f00"/></svg>'
    image = svg_image(svg, height=20)
    assert (image.size, image.mode) == ((40, 20), "RGBA")
    assert image.getpixel((5, 10)) == (255, 0, 0, 255)
    assert image.getpixel((35, 10)) == (0, 0, 0, 0)


def test_text_and_shapes_have_their_colours_on_the_ground(fonts: Fonts) -> None:
    image = IndexedImage(200, 60, "#fff")
    image.add_ramp("#14284b")
    image.fill((0, 0, 10, 60), "#14284b")
    image.write("Қ", 60, 50, Typeface(fonts.files[800], 60), "#14284b")
    pixels = opened(png(image)).convert("RGB")
    assert pixels.getpixel((5, 30)) == (20, 40, 75)
    assert pixels.getpixel((190, 5)) == (255, 255, 255)
    written = pixels.crop((55, 0, 130, 60)).getcolors()
    assert written is not None
    assert max(colour[1] for colour in written if colour[1] != (255, 255, 255)) <= (255, 255, 255)
    assert (20, 40, 75) in {colour for _, colour in written}
    assert 5 < len(written) <= 25, "smooth edges"


def test_a_copy_changes_alone(fonts: Fonts) -> None:
    image = IndexedImage(80, 60, "#fff")
    image.add_ramp("#000")
    before = png(image)
    copy = image.copy()
    copy.write("Ә", 5, 50, Typeface(fonts.files[400], 50), "#000")
    assert png(copy) != before
    assert png(image) == before


def test_a_pasted_picture_keeps_the_ground_and_the_colours_before_it() -> None:
    image = IndexedImage(80, 60, "#fff")
    image.add_ramp("#093")
    picture = Image.linear_gradient("L").resize((40, 40)).convert("RGB")
    picture.paste((255, 255, 255), (0, 0, 10, 10))
    image.paste(picture, 20, 10)
    image.fill((0, 0, 10, 10), "#093")
    pixels = opened(png(image)).convert("RGB")
    assert pixels.getpixel((25, 15)) == (255, 255, 255)
    assert pixels.getpixel((5, 5)) == (0, 153, 51)
    red, green, blue = pixels.getpixel((50, 30))  # type: ignore[misc]
    assert red == green == blue
    assert abs(red - 128) < 8


def test_shared_rows_and_changed_ones_make_one_picture(fonts: Fonts) -> None:
    frame = IndexedImage(80, 60, "#fff")
    frame.add_ramp("#093")
    frame.fill((0, 0, 80, 10), "#093")
    frame.fill((40, 50, 80, 60), "#093")
    changed = frame.copy()
    changed.write("Ә", 5, 45, Typeface(fonts.files[400], 30), "#093")
    found = opened(FramedPng(frame, 10, 50).encode(changed))
    assert (found.mode, found.size, found.info) == ("P", (80, 60), {})
    assert found.tobytes() == changed.image.tobytes() != frame.image.tobytes()


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("size", [34, 46, 58, 84])
def test_a_line_of_kept_glyphs_is_the_line_that_freetype_draws(fonts: Fonts, weight: int, size: int) -> None:
    text, font = "Ұйымдастырады AVTo Ғ. №\u00a01, «Ағын» — 5 % ₸ Ј", truetype(fonts.files[weight], size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text, anchor="ls"))
    expected, found = (Image.new("L", (right - left + 20, bottom - top + 20)) for _ in range(2))
    ImageDraw.Draw(expected).text((10 - left, 10 - top), text, fill=255, font=font, anchor="ls")
    line = Typeface(fonts.files[weight], size).line(text)
    found.paste(line.mask, (10 - left + line.left, 10 - top + line.top))
    assert line.advance == font.getlength(text)
    assert ImageChops.difference(found, expected).getbbox() is None


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("letter", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙй№₸")
def test_every_letter_has_a_glyph_of_its_own(fonts: Fonts, weight: int, letter: str) -> None:
    font = truetype(fonts.files[weight], 60)
    assert font.getmask(letter).getbbox() is not None
    assert bytes(font.getmask(letter)) != bytes(font.getmask("\u4e00"))
    assert fonts.width(letter, weight, 60) == pytest.approx(font.getlength(letter), abs=1.5), "the renderer hints"


def test_fonts_are_made_once_and_damaged_ones_again(tmp_path: Path) -> None:
    fonts = read_fonts(STATIC, tmp_path)
    whole = {path: path.read_bytes() for path in fonts.files.values()}
    made = fonts.files[800].stat().st_mtime_ns
    read_fonts(STATIC, tmp_path)
    assert fonts.files[800].stat().st_mtime_ns == made
    fonts.files[400].write_bytes(b"x")
    again = read_fonts(STATIC, tmp_path)
    assert again == fonts
    assert {path: path.read_bytes() for path in again.files.values()} == whole


def test_the_digest_of_a_text_names_its_characters_only(fonts: Fonts) -> None:
    assert fonts.digest_of("аба") == fonts.digest_of("аб")
    assert fonts.digest_of("аб") != fonts.digest_of("ав")
