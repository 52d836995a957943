"""Pictures as bytes: good ones, damaged ones, hostile ones."""

import io
import random
import struct
import zlib
from functools import cache

from PIL import ExifTags, Image, ImageCms, ImageFilter

from plugins.media.metadata import only_orientation


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def noise(width: int, height: int, form: str) -> bytes:
    """Return a picture of random dots, so that its bytes cannot be left out unnoticed."""
    dots = random.Random(1).randbytes(width * height * 3)
    return saved(Image.frombytes("RGB", (width, height), dots), form)


@cache
def scene(width: int, height: int) -> Image.Image:
    """Return soft shapes as a photo has them."""
    small = Image.frombytes("RGB", (16, 12), random.Random(2).randbytes(16 * 12 * 3))
    return small.resize((width, height), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2))


def photo(width: int = 1400, height: int = 1050, form: str = "JPEG", **options: object) -> bytes:
    return saved(scene(width, height), form, **options)


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, with a few dots only."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png_of((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 99)), (b"IEND", b""))


def png_bomb(side: int) -> bytes:
    """Return a PNG of some kilobytes whose dots are all there, all of one colour."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" * (side // 8 + 1)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return png_of((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))


def strip(length: int) -> bytes:
    """Return a whole PNG, one dot wide and so long, in some kilobytes."""
    header = struct.pack(">IIBBBBB", 1, length, 1, 0, 0, 0, 0)
    return png_of((b"IHDR", header), (b"IDAT", zlib.compress(bytes(length * 2), 9)), (b"IEND", b""))


def with_scans(raw: bytes, count: int) -> bytes:
    """Return a progressive JPEG whose last scan stands in it again and again, until it has `count` scans."""
    last = raw.rindex(b"\xff\xda")
    return raw[:-2] + raw[last:-2] * (count - raw.count(b"\xff\xda")) + raw[-2:]


def profile_of(name: str) -> bytes:
    """Return a good colour profile whose description is a name of 13 letters."""
    reported = "sRGB built-in".encode("utf-16-be")
    plain: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert reported in plain
    assert len(name.encode("utf-16-be")) == len(reported)
    return plain.replace(reported, name.encode("utf-16-be"))


def png_of(*parts: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def with_chunk(raw: bytes, kind: bytes, data: bytes) -> bytes:
    """Return a PNG with one chunk more, after its head."""
    return raw[:33] + chunk(kind, data) + raw[33:]


def with_segment(raw: bytes, marker: int, content: bytes) -> bytes:
    """Return a JPEG with one segment more, first of all."""
    return raw[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content + raw[2:]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def svg(attributes: str, inside: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def exif(orientation: int = 1, *, camera: bool = False, place: bool = False, thumbnail: bool = False) -> bytes:
    """Return an Exif block as a telephone writes it."""
    if not (camera or place or thumbnail):
        return only_orientation(orientation)
    block = Image.Exif()
    block[ExifTags.Base.Orientation] = orientation
    if camera:
        block[ExifTags.Base.Make] = "Қазақфон"
        block[ExifTags.Base.DateTime] = "2026:11:22 10:00:00"
    if place:
        block[ExifTags.IFD.GPSInfo] = {1: "N", 2: (50.0, 24.0, 0.0), 3: "E", 4: (80.0, 13.0, 0.0)}
    raw: bytes = block.tobytes()
    return raw + (noise(16, 12, "JPEG") if thumbnail else b"")


def wide_gamut() -> bytes:
    """Return a colour profile as the profile of a telephone's screen would stand in a file."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
