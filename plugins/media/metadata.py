"""Detects and strips metadata (EXIF, XMP, comments, trailing bytes) of picture files (pure, on bytes).

A photo from a phone holds where and when it was taken and by which device; it may hold a small copy of the picture
from before it was cropped, a second picture, or a short film behind its end. Nothing of it is decoded here, and the
pixels stay as they are. A drawing holds the remarks of whoever, or of whatever program, drew it. Sources: ISO/IEC 10918-1
(JPEG), PNG third edition, the WebP container specification.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from PIL import ExifTags, Image

from plugins.media.faults import PictureFaultError

_EXIF, _XMP = b"Exif\0\0", (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs", b"hIST",
    b"cICP", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
_WEBP_SHOWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_FLAGS_OF_METADATA = 0x08 | 0x04
_SVG_STARTS = (b"<svg", b"<?xml", b"<!--")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A part of a file that no screen shows: what it is, and where it is."""

    kind: str
    """`place`, `exif`, `xmp`, `comment`, `other` or `behind-the-end`."""
    start: int
    end: int


def hidden_parts(raw: bytes) -> list[Hidden]:
    """Return everything in a JPEG, PNG, WebP or SVG that is neither its picture nor how to show it, in order.

    Of an SVG these are the comments that can be cut out and leave a drawing; `vector.py` refuses all, and more.

    An Exif block that says only how the phone was held is how to show it. Raises PictureFaultError
    (`damaged-picture`) where the file breaks off, and returns nothing for other files.
    """
    try:
        return list(_parts_of(raw))
    except (IndexError, struct.error, expat.ExpatError, LookupError, ValueError) as error:
        raise PictureFaultError("damaged-picture") from error


def cleaned(raw: bytes) -> bytes:
    """Return the file without its hidden parts; the picture stays as it is, and upright. Raises PictureFaultError."""
    parts = hidden_parts(raw)
    if not parts:
        return raw
    kept = _without(raw, parts)
    turned = next((turn for part in parts if (turn := _orientation(_exif_in(raw[part.start : part.end]))) > 1), 1)
    if raw.startswith(b"\xff\xd8"):
        return kept[:2] + _jpeg_segment(only_orientation(turned)) + kept[2:] if turned > 1 else kept
    if raw.startswith(_PNG_SIGNATURE):
        return (
            kept[:33] + _png_chunk(b"eXIf", only_orientation(turned)[len(_EXIF) :]) + kept[33:] if turned > 1 else kept
        )
    return _closed_webp(kept, turned) if raw.startswith(b"RIFF") else kept


def _without(raw: bytes, parts: list[Hidden]) -> bytes:
    bounds = zip([0, *(part.end for part in parts)], [*(part.start for part in parts), None], strict=True)
    return b"".join(raw[end:start] for end, start in bounds)


def only_orientation(orientation: int) -> bytes:
    """Return the Exif block that says how the phone was held, and nothing else."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    block: bytes = exif.tobytes()
    return block


_ONLY_ORIENTATION = {only_orientation(orientation)[len(_EXIF) :] for orientation in range(1, 9)}


def _parts_of(raw: bytes) -> Iterator[Hidden]:
    if raw.startswith(b"\xff\xd8"):
        yield from _in_jpeg(raw)
    elif raw.startswith(_PNG_SIGNATURE):
        yield from _in_png(raw)
    elif raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        yield from _in_webp(raw)
    elif raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_SVG_STARTS):
        yield from _in_drawing(raw)


def _in_jpeg(raw: bytes) -> Iterator[Hidden]:
    place = 2
    while True:
        if raw[place] != 0xFF:
            raise IndexError("no marker where one must stand")
        marker = raw[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
        elif marker == 0xD9:
            break
        else:
            end = place + 2 + struct.unpack_from(">H", raw, place + 2)[0]
            if kind := _kind_in_jpeg(marker, raw[place + 4 : end]):
                yield Hidden(kind, place, end)
            place = _end_of_scan(raw, end) if marker == 0xDA else end
    if place + 2 < len(raw):
        yield Hidden("behind-the-end", place + 2, len(raw))


def _end_of_scan(raw: bytes, place: int) -> int:
    """Return where the next marker is: 0xFF and neither a stuffed zero nor a restart."""
    while True:
        place = raw.find(b"\xff", place)
        if place < 0:
            raise IndexError("no end of the picture")
        if raw[place + 1] != 0 and not 0xD0 <= raw[place + 1] <= 0xD7:
            return place
        place += 2


def _kind_in_jpeg(marker: int, content: bytes) -> str:
    if marker == 0xFE:
        return "comment"
    if not 0xE0 <= marker <= 0xEF:
        return ""
    if marker == 0xE1 and content.startswith(_EXIF):
        return _kind_of_exif(content[len(_EXIF) :])
    if marker == 0xE1 and content.startswith(_XMP):
        return "xmp"
    is_shown = (
        (marker == 0xE0 and content.startswith((b"JFIF\0", b"AVI1")))
        or (marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and content.startswith(b"Adobe"))
    )
    has_thumbnail = marker == 0xE0 and len(content) > 14
    return "" if is_shown and not has_thumbnail else "other"


def _in_png(raw: bytes) -> Iterator[Hidden]:
    place = len(_PNG_SIGNATURE)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", raw, place)
        end = place + 12 + length
        if end > len(raw):
            raise IndexError("the file breaks off")
        kinds = {b"tEXt": "comment", b"zTXt": "comment", b"iTXt": "comment", b"tIME": "comment"}
        kind = _kind_of_exif(raw[place + 8 : end - 4]) if name == b"eXIf" else kinds.get(name, "other")
        if name not in _PNG_SHOWN and kind:
            yield Hidden(kind, place, end)
        place = end
    if place < len(raw):
        yield Hidden("behind-the-end", place, len(raw))


def _in_webp(raw: bytes) -> Iterator[Hidden]:
    closing = 8 + struct.unpack_from("<I", raw, 4)[0]
    if closing > len(raw):
        raise IndexError("the file breaks off")
    place = 12
    while place < closing:
        name, length = struct.unpack_from("<4sI", raw, place)
        end = min(place + 8 + length + length % 2, closing)
        kind = {b"EXIF": _kind_of_exif(raw[place + 8 : place + 8 + length].removeprefix(_EXIF)), b"XMP ": "xmp"}.get(
            name, "other"
        )
        if name not in _WEBP_SHOWN and kind:
            yield Hidden(kind, place, end)
        place = end
    if closing < len(raw):
        yield Hidden("behind-the-end", closing, len(raw))


def _in_drawing(raw: bytes) -> list[Hidden]:
    starts: list[int] = []
    parser = expat.ParserCreate()
    parser.CommentHandler = lambda _: starts.append(parser.CurrentByteIndex)
    parser.Parse(raw, True)
    parts = [Hidden("comment", start, raw.index(b"-->", start) + len(b"-->")) for start in starts]
    try:
        expat.ParserCreate().Parse(_without(raw, parts), True)
    except expat.ExpatError:  # `]]<!---->>`: what stood around a comment makes a sign of its own
        return []
    return [] if b"<!DOCTYPE" in raw else parts  # a comment inside an entity stands where the entity is named


def _kind_of_exif(block: bytes) -> str:
    """Return `place` where it says where the picture was taken, nothing where it says only how it was held."""
    if block in _ONLY_ORIENTATION:
        return ""
    return "place" if _tags(block, ExifTags.IFD.GPSInfo) else "exif"


def _exif_in(part: bytes) -> bytes:
    """Return the Exif block inside a segment or a chunk, or nothing."""
    start = min((place for mark in (b"II*\0", b"MM\0*") if (place := part.find(mark, 0, 32)) >= 0), default=-1)
    return part[start:] if start >= 0 else b""


def _orientation(block: bytes) -> int:
    turn = _tags(block).get(ExifTags.Base.Orientation, 1)
    return turn if isinstance(turn, int) and 1 <= turn <= 8 else 1


def _tags(block: bytes, directory: int | None = None) -> Mapping[int, object]:
    """Return the tags of an Exif block, or of a directory inside it; none where it cannot be read."""
    exif = Image.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exif.load(_EXIF + block)
            return dict(exif if directory is None else exif.get_ifd(directory))
    except Exception:  # the block is whatever a stranger wrote, and is taken out all the same
        return {}


def _jpeg_segment(content: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def _png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _closed_webp(kept: bytes, turned: int) -> bytes:
    """Return a WebP whose header has its new length and parts; the Exif block says whether it is turned."""
    body = bytearray(kept[12:])
    if body[:4] == b"VP8X":
        body[8] &= ~_WEBP_FLAGS_OF_METADATA & 0xFF
        if turned > 1:
            block = only_orientation(turned)[len(_EXIF) :]
            body[8] |= 0x08
            body += b"EXIF" + struct.pack("<I", len(block)) + block + b"\0" * (len(block) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + bytes(body)
