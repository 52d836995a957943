"""Boxes burnt into a picture, and words about boxes."""

import io

import pytest
from PIL import Image

from plugins.documents.findings import Finding
from plugins.documents.hiding import INK, boxes_of, burnt, encoded, hidden
from plugins.documents.words import Box, around
from plugins.model.papers import PersonalData
from tests.plugins.media.files import scene


def test_every_dot_of_a_box_is_of_one_colour_and_every_other_stays() -> None:
    image = scene(300, 200)
    box = Box(50, 60, 70, 30)
    covered = hidden(image, [box])
    assert covered.crop((50, 60, 120, 90)).getcolors() == [(70 * 30, INK)]
    assert covered.getpixel((49, 60)) == image.getpixel((49, 60))
    assert covered.getpixel((120, 90)) == image.getpixel((120, 90))
    assert image.getpixel((60, 70)) != INK


@pytest.mark.parametrize("width", [600, 1800, 3600], ids=["small", "as wide as is shown", "twice as wide"])
def test_what_is_kept_is_a_jpeg_of_dots_with_the_boxes_at_its_scale(width: int) -> None:
    image = Image.new("RGB", (width, width), "white")
    image.info["comment"] = b"secret"
    raw, (box,) = encoded(image, [Box(width // 2, width // 4, width // 4, width // 8)])
    assert b"secret" not in raw
    assert b"Exif" not in raw
    with Image.open(io.BytesIO(raw)) as kept:
        assert kept.format == "JPEG"
        assert kept.width == min(width, 1800)
        assert abs(box.x - kept.width // 2) <= 1
        assert abs(box.width - kept.width // 4) <= 1
        inside = kept.getpixel((box.x + 5, box.y + 5))
        assert max(abs(part - wanted) for part, wanted in zip(inside, INK, strict=True)) < 12
        assert min(kept.getpixel((5, 5))) > 240


def test_what_is_hidden_is_a_little_larger_than_what_was_read_and_lies_in_the_picture() -> None:
    found = [Finding(PersonalData.IIN, Box(0, 10, 200, 20)), Finding(PersonalData.PHONE, Box(900, 900, 50, 20))]
    assert boxes_of(found, (400, 300)) == [Box(0, 5, 205, 30)]


BOXES = {
    "itself": (Box(0, 0, 10, 10), 1.0),
    "a half": (Box(5, 0, 10, 10), 0.5),
    "a quarter": (Box(5, 5, 10, 10), 0.25),
    "beside": (Box(10, 0, 10, 10), 0.0),
    "far away": (Box(50, 50, 10, 10), 0.0),
}


@pytest.mark.parametrize(("other", "part"), BOXES.values(), ids=BOXES)
def test_a_box_knows_which_part_of_another_it_covers(other: Box, part: float) -> None:
    assert Box(0, 0, 10, 10).covers(other) == part


def test_the_smallest_box_around_others() -> None:
    assert around(Box(10, 20, 5, 5), Box(0, 30, 2, 10)) == Box(0, 20, 15, 20)


WHITE = Image.new("RGB", (200, 100), "white")
HIDES = Box(20, 30, 80, 20)


def inked(*dots: tuple[int, int]) -> Image.Image:
    """Return a white picture with one burnt box; the given dots in it are white again."""
    image = hidden(WHITE, [HIDES])
    for dot in dots:
        image.putpixel(dot, (255, 255, 255))
    return image


BURNT = {
    "a burnt box": (inked(), HIDES, [HIDES]),
    "a smaller box within it": (inked(), Box(30, 35, 20, 10), [Box(30, 35, 20, 10)]),
    "nothing burnt": (WHITE, HIDES, []),
    "covered by another colour": (Image.new("RGB", (200, 100), "black"), HIDES, []),
    "the left half only": (inked(), Box(60, 30, 80, 20), []),
    "a white dot at its first place": (inked((22, 32)), HIDES, []),
    "a white dot in its middle": (inked((60, 40)), HIDES, []),
    "a white dot at its last place": (inked((97, 47)), HIDES, []),
    "a box without a width": (inked(), Box(20, 30, 0, 20), []),
}


@pytest.mark.parametrize(("image", "box", "expected"), BURNT.values(), ids=BURNT)
def test_a_box_of_a_record_counts_only_where_every_dot_is_ink(
    image: Image.Image, box: Box, expected: list[Box]
) -> None:
    """A record may claim a box that hides nothing; what lies under it must then be read again."""
    assert burnt(image, [box]) == expected


def test_a_burnt_box_is_still_ink_after_jpeg() -> None:
    raw, boxes = encoded(scene(600, 400), [Box(50, 60, 200, 40)])
    with Image.open(io.BytesIO(raw)) as kept:
        assert burnt(kept, [*boxes, Box(300, 200, 100, 40)]) == boxes
