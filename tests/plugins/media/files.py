"""Pictures as bytes, good ones and damaged ones."""

import io
import random
import struct
import zlib

from PIL import Image


def noise(width: int, height: int, form: str) -> bytes:
    """Return a picture of random dots, so that its bytes cannot be left out unnoticed."""
    dots = random.Random(1).randbytes(width * height * 3)
    file = io.BytesIO()
    Image.frombytes("RGB", (width, height), dots).save(file, form)
    return file.getvalue()


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, with a few dots only."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 99)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def svg(attributes: str, inside: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
