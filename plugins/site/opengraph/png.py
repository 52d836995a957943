"""A PNG of at most 256 colours, put together from bands, of which those that never change are compressed once.

PNG, third edition, 5.3 (chunks), 10.1 (deflate). The bands of one image are one zlib stream: each but the last ends in a full
flush, so that it ends at a whole byte and the next looks back at nothing before it (RFC 1950, 1951).
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ZLIB_HEAD = b"\x78\x01"
_EMPTY_END = b"\x03\x00"
"""A last block of no bytes, which ends the stream."""

_MODULUS = 65521
"""Of Adler-32, RFC 1950, 9."""


class Effort(NamedTuple):
    """How hard zlib tries: level and strategy."""

    level: int
    strategy: int


ONCE = Effort(9, zlib.Z_DEFAULT_STRATEGY)
EACH_TIME = Effort(1, zlib.Z_RLE)
"""Letters are runs of one colour: looking for runs only is three times as fast, and the file no larger."""


@dataclass(frozen=True, slots=True)
class Band:
    """Some rows of an image as a piece of a zlib stream: how many bytes they were, their Adler-32, the deflated bytes."""

    length: int
    checksum: int
    deflated: bytes


def band(rows: Image.Image, effort: Effort) -> Band:
    """Return the rows of an image of palette numbers (mode L). Its first column is the byte that says «no filter»: 0."""
    plain = rows.tobytes()
    deflate = zlib.compressobj(effort.level, zlib.DEFLATED, -zlib.MAX_WBITS, 8, effort.strategy)
    deflated = deflate.compress(plain) + deflate.flush(zlib.Z_FULL_FLUSH)
    return Band(len(plain), zlib.adler32(plain), deflated)


def png(width: int, bands: Sequence[Band], palette: bytes) -> bytes:
    """Return the image of the bands one below the other; a number in them is a place in the palette of three bytes each."""
    height = sum(part.length for part in bands) // (width + 1)
    checksum = 1
    for part in bands:
        checksum = _joined(checksum, part)
    stream = _ZLIB_HEAD + b"".join(part.deflated for part in bands) + _EMPTY_END + struct.pack(">I", checksum)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return (
        _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"PLTE", palette) + _chunk(b"IDAT", stream) + _chunk(b"IEND", b"")
    )


def _joined(checksum: int, part: Band) -> int:
    """Return the Adler-32 of what `checksum` covers and `part` behind it."""
    low, high = checksum & 0xFFFF, checksum >> 16
    part_low, part_high = part.checksum & 0xFFFF, part.checksum >> 16
    whole_low = (low + part_low - 1) % _MODULUS
    whole_high = (high + part_high + part.length * (low - 1)) % _MODULUS
    return whole_high << 16 | whole_low


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
