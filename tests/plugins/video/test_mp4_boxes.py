"""Where the index of a film stands."""

import struct
from pathlib import Path

import pytest

from plugins.video.mp4_boxes import has_late_index, top_level_boxes
from tests.plugins.video.making import make_video


def box(name: bytes, payload: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(payload), name) + payload


def large_box(name: bytes, payload: bytes = b"") -> bytes:
    return struct.pack(">I4sQ", 1, name, 16 + len(payload)) + payload


def endless_box(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I4s", 0, name) + payload


FTYP, MOOV, MDAT = box(b"ftyp", b"isom"), box(b"moov", b"index"), box(b"mdat", b"pictures")

FILES = {
    "index first": (FTYP + MOOV + MDAT, ["ftyp", "moov", "mdat"], False),
    "index last": (FTYP + MDAT + MOOV, ["ftyp", "mdat", "moov"], True),
    "index last, behind a box of 64 bits": (FTYP + large_box(b"mdat", b"xx") + MOOV, ["ftyp", "mdat", "moov"], True),
    "pictures to the end of the file": (FTYP + MOOV + endless_box(b"mdat", b"xx"), ["ftyp", "moov", "mdat"], False),
    "no index at all": (FTYP + MDAT, ["ftyp", "mdat"], False),
    "an empty file": (b"", [], False),
    "cut off inside a head": (FTYP + b"\x00\x00", ["ftyp"], False),
    "a size smaller than its head": (FTYP + struct.pack(">I4s", 3, b"moov"), ["ftyp"], False),
    "a large size that is cut off": (FTYP + struct.pack(">I4s", 1, b"mdat") + b"\x00", ["ftyp"], False),
    "no film": ("Бұл мәтін ғой, фильм емес".encode(), [], False),
}


@pytest.mark.parametrize(("raw", "names", "is_late"), FILES.values(), ids=FILES)
def test_the_outermost_boxes_tell_where_the_index_is(
    tmp_path: Path, raw: bytes, names: list[str], is_late: bool
) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(raw)
    assert top_level_boxes(file) == names
    assert has_late_index(file) is is_late


@pytest.mark.parametrize("fast_start", [True, False])
def test_a_real_video_is_distinguished(tmp_path: Path, fast_start: bool) -> None:
    assert has_late_index(make_video(tmp_path / "film.mp4", fast_start=fast_start)) is not fast_start
