"""What stands beside a picture is found, and taken out without touching a dot."""

import io

import pytest
from PIL import Image, ImageChops, ImageOps

from plugins.media.faults import PictureFaultError
from plugins.media.metadata import cleaned, hidden_parts
from tests.plugins.media.files import chunk, exif, photo, svg, wide_gamut, with_chunk, with_segment

JPEG, PNG, WEBP = (photo(160, 120, form) for form in ("JPEG", "PNG", "WEBP"))
XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"

HIDING = {
    "JPEG: place": (photo(160, 120, exif=exif(camera=True, place=True)), ["place"]),
    "JPEG: camera": (photo(160, 120, exif=exif(camera=True)), ["exif"]),
    "JPEG: small copy": (photo(160, 120, exif=exif(6, thumbnail=True)), ["exif"]),
    "JPEG: XMP": (with_segment(JPEG, 0xE1, XMP), ["xmp"]),
    "JPEG: a comment": (photo(160, 120, comment="ЖСН 990101500125"), ["comment"]),
    "JPEG: notes of a picture agency": (with_segment(JPEG, 0xED, b"Photoshop 3.0\0..."), ["other"]),
    "JPEG: a second picture": (with_segment(JPEG, 0xE2, b"MPF\0II*\0"), ["other"]),
    "JPEG: a film behind its end": (JPEG + b"\0\0\0\x18ftypmp42", ["behind-the-end"]),
    "JPEG: broken Exif": (with_segment(JPEG, 0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"), ["exif"]),
    "JPEG: everything, in order": (
        with_segment(with_segment(photo(160, 120, comment="x"), 0xE1, XMP), 0xE1, exif(camera=True)) + b"x",
        ["exif", "xmp", "comment", "behind-the-end"],
    ),
    "JPEG, progressive: behind its end": (photo(160, 120, progressive=True) + b"x", ["behind-the-end"]),
    "PNG: place": (photo(160, 120, "PNG", exif=exif(place=True)), ["place"]),
    "PNG: words": (with_chunk(PNG, b"tEXt", b"Author\0Aigul"), ["comment"]),
    "PNG: words of all languages": (with_chunk(PNG, b"iTXt", b"Author\0\0\0\0\0x"), ["comment"]),
    "PNG: time": (with_chunk(PNG, b"tIME", b"\x07\xea\x0b\x16\0\0\0"), ["comment"]),
    "PNG: a part of some program": (with_chunk(PNG, b"prVt", b"x"), ["other"]),
    "PNG: behind its end": (PNG + chunk(b"tEXt", b"a\0b"), ["behind-the-end"]),
    "WebP: place": (photo(160, 120, "WEBP", exif=exif(place=True)), ["place"]),
    "WebP: XMP": (photo(160, 120, "WEBP", xmp=b"<x:xmpmeta/>"), ["xmp"]),
    "WebP: Exif and XMP": (photo(160, 120, "WEBP", exif=exif(camera=True), xmp=b"<x/>"), ["exif", "xmp"]),
    "WebP: behind its end": (WEBP + b"more", ["behind-the-end"]),
}  # fmt: skip
DRAWING = svg('viewBox="0 0 9 9"', "<style>g{}<!-- Айгүл --></style><g/><!-- 2026 -->")


@pytest.mark.parametrize(("raw", "kinds"), HIDING.values(), ids=HIDING)
def test_what_no_screen_shows_is_found(raw: bytes, kinds: list[str]) -> None:
    assert [part.kind for part in hidden_parts(raw)] == kinds


@pytest.mark.parametrize("raw", [raw for raw, _ in HIDING.values()], ids=list(HIDING))
def test_a_cleaned_picture_hides_nothing_and_has_the_same_dots(raw: bytes) -> None:
    clean = cleaned(raw)
    assert hidden_parts(clean) == []
    assert len(clean) < len(raw)
    before, after = (Image.open(io.BytesIO(each)).convert("RGB") for each in (raw, clean))
    assert ImageChops.difference(before, after).getbbox() is None


def test_the_remarks_of_a_drawing_are_found_and_taken_out() -> None:
    raw = b'<?xml version="1.0"?><!-- made by a program -->' + DRAWING
    assert [part.kind for part in hidden_parts(raw)] == ["comment"] * 3
    assert cleaned(raw) == b'<?xml version="1.0"?>' + svg('viewBox="0 0 9 9"', "<style>g{}</style><g/>")


PLAIN = {
    "a drawing whose remark stands in an entity": b'<!DOCTYPE svg [<!ENTITY c "<!-- a -->">]>'
    + svg('viewBox="0 0 9 9"', "&c;<rect/>"),
    "a drawing that would break without its remark": svg('viewBox="0 0 9 9"', "<text>a]]<!---->></text>"),
    "JPEG": JPEG,
    "PNG": PNG,
    "WebP": WEBP,
    "progressive JPEG": photo(160, 120, progressive=True),
    "JPEG with a profile": photo(160, 120, icc_profile=wide_gamut()),
    "PNG with a profile": photo(160, 120, "PNG", icc_profile=wide_gamut()),
    "WebP with a profile": photo(160, 120, "WEBP", icc_profile=wide_gamut()),
    "JPEG that says only how it was held": photo(160, 120, exif=exif(6)),
    "PNG that says only how it was held": photo(160, 120, "PNG", exif=exif(6)),
    "a drawing": svg('viewBox="0 0 9 9"', "<style>g{content:'<![CDATA[<!-- a -->]]>'}</style>"),
}


@pytest.mark.parametrize("raw", PLAIN.values(), ids=PLAIN)
def test_a_plain_picture_stays_as_it_is(raw: bytes) -> None:
    assert hidden_parts(raw) == []
    assert cleaned(raw) == raw


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_cleaned_picture_is_held_as_before(form: str, orientation: int) -> None:
    raw = photo(160, 120, form, exif=exif(orientation, camera=True, place=True))
    clean = cleaned(raw)
    before, after = (ImageOps.exif_transpose(Image.open(io.BytesIO(each))).convert("RGB") for each in (raw, clean))
    assert before.size == after.size
    assert ImageChops.difference(before, after).getbbox() is None
    assert hidden_parts(clean) == []


BROKEN = {
    "half a JPEG": JPEG[: len(JPEG) // 2],
    "a JPEG without its end": JPEG[:-2],
    "a JPEG that stops in a head": JPEG[:30],
    "a JPEG without a marker": JPEG[:2] + b"x" + JPEG[2:],
    "half a PNG": PNG[: len(PNG) // 2],
    "a PNG without its end": PNG[:-12],
    "a PNG whose part is longer than the file": PNG[:33] + b"\x7f\xff\xff\xfftEXt",
    "half a WebP": WEBP[: len(WEBP) // 2],
    "the head of a WebP": WEBP[:12],
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_file_that_breaks_off_is_damaged(raw: bytes) -> None:
    with pytest.raises(PictureFaultError) as reported:
        hidden_parts(raw)
    assert reported.value.rule == "damaged-picture"
