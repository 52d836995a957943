"""The outermost parts of an MP4 file: whether a browser finds the index before the pictures.

ISO/IEC 14496-12, 4.2: a box is its size in 4 bytes, its name in 4, where the size is 1 the true size in 8 more; 0 means
to the end of the file.
"""

import struct
from pathlib import Path

_INDEX, _PICTURES = "moov", "mdat"


def top_level_boxes(path: Path) -> list[str]:
    """Return the names of the outermost boxes in order; what is no box ends the list."""
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
    """Return whether the index of an MP4 file stands behind its pictures, so that it must be loaded whole first."""
    names = top_level_boxes(path)
    return _INDEX in names and _PICTURES in names and names.index(_PICTURES) < names.index(_INDEX)
