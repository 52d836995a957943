"""Which bytes of a file a browser asks for: a film is played while it loads, and can be sought in (pure).

RFC 9110, 14: one range is answered with 206 and `Content-Range`, one beyond the end with 416. Several ranges at once,
another unit, or a range that is written wrongly are no ground for a refusal: the whole file is the answer.
"""

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


class UnsatisfiableRangeError(Exception):
    """The range begins behind the end of the file."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The first and the last byte, both from 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Return the number of bytes."""
        return self.last - self.first + 1


def wanted_range(header: str | None, size: int) -> ByteRange | None:
    """Return the range of the header `Range` in a file of `size` bytes; None where the whole file is to be sent.

    Raises UnsatisfiableRangeError.
    """
    match = _RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if not first:  # the last so many bytes
        length = min(int(last), size)
        if length == 0:
            raise UnsatisfiableRangeError
        return ByteRange(size - length, size - 1)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise UnsatisfiableRangeError
    return ByteRange(int(first), min(int(last), size - 1) if last else size - 1)
