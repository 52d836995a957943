"""The top-level boxes of an MP4 file, which tell whether a browser finds the index before the frames.

ISO/IEC 14496-12, 4.2: a box begins with its size in 4 bytes and its name in 4. Size 1 means that 8 more bytes hold the size;
0 means that the box extends to the end of the file.
"""

import struct
from pathlib import Path

_INDEX, _PICTURES = "moov", "mdat"


def top_level_boxes(path: Path) -> list[str]:
    """Return the names of the top-level boxes in order, up to the first that is invalid."""
    names: list[str] = []
    length = path.stat().st_size
    with path.open("rb") as file:
        offset = 0
        while offset + 8 <= length:
            file.seek(offset)
            size, name = struct.unpack(">I4s", file.read(8))
            header = 8
            if size == 1:
                raw = file.read(8)
                size, header = (struct.unpack(">Q", raw)[0], 16) if len(raw) == 8 else (0, 16)
            elif size == 0:
                size = length - offset
            if size < header or not name.isascii():
                break
            names.append(name.decode("ascii"))
            offset += size
    return names


def has_late_index(path: Path) -> bool:
    """Return whether the index of an MP4 file follows its frames, so that a browser must load the whole file first."""
    names = top_level_boxes(path)
    return _INDEX in names and _PICTURES in names and names.index(_PICTURES) < names.index(_INDEX)
