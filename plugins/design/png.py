"""Encodes PNG files that share rows; the shared rows are compressed once."""

import struct
import zlib

from plugins.design.raster import IndexedImage

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _INDEXED = 8, 3
"""Bits of a pixel, and the colour type of an image with a palette (PNG, 11.2.2)."""
_RAW, _MEMORY = -15, 9
"""A window of 32 KiB without a header of zlib, and the most memory."""


class FramedPng:
    """Encodes images that are equal but for the rows from `top` to `bottom`. Equal pixels give equal bytes, no metadata.

    The shared rows are compressed well, the others by runs of equal pixels, which is a third of the work on flat colours.
    Each part is a series of whole deflate blocks that refers to no other part, so that the parts can be joined (RFC 1951).
    """

    def __init__(self, frame: IndexedImage, top: int, bottom: int) -> None:
        width, height = frame.image.size
        self._rows, self._width = (top, bottom), width
        self._head = (
            _SIGNATURE
            + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, _BITS, _INDEXED, 0, 0, 0))
            + _chunk(b"PLTE", frame.palette)
        )
        above = self._bytes(frame, 0, top)
        self._below = self._bytes(frame, bottom, height)
        self._checksum_above = zlib.adler32(above)
        packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, _MEMORY)
        self._packed_above = b"\x78\x01" + packer.compress(above) + packer.flush(zlib.Z_FULL_FLUSH)
        packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, _MEMORY)
        self._packed_below = packer.compress(self._below) + packer.flush()

    def encode(self, image: IndexedImage) -> bytes:
        """Return the PNG of an image that has the size, the palette and the shared rows of the frame."""
        changed = self._bytes(image, *self._rows)
        packer = zlib.compressobj(1, zlib.DEFLATED, _RAW, _MEMORY, zlib.Z_RLE)
        packed = packer.compress(changed) + packer.flush(zlib.Z_FULL_FLUSH)
        checksum = zlib.adler32(self._below, zlib.adler32(changed, self._checksum_above))
        pixels = self._packed_above + packed + self._packed_below + checksum.to_bytes(4, "big")
        return self._head + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")

    def _bytes(self, image: IndexedImage, top: int, bottom: int) -> bytes:
        """Return the rows as PNG filters them: each begins with 0, for "no filter"."""
        return image.image.crop((-1, top, self._width, bottom)).tobytes()


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(name)))
