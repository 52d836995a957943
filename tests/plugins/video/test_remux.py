"""What is served of a film is its picture and its sound: whatever a camera or a person put beside them is gone."""

import re
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import pytest

from plugins.video.inspect import inspect_files
from plugins.video.mp4_boxes import has_late_index
from plugins.video.probe import probe
from plugins.video.remux import remux
from plugins.video.renditions import make_renditions
from tests.plugins.media.files import noise
from tests.plugins.video.making import RATE, make_video

SECRET = "Айгүл Серікқызы 850101400015".encode()
CONTAINERS = {"moov", "trak", "mdia", "minf", "dinf", "stbl", "edts"}
SERVED = {
    "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "vmhd", "smhd", "dinf", "dref",
    "stbl", "stsd", "stts", "stss", "stsc", "stsz", "stco", "ctts", "sgpd", "sbgp", "mdat", "udta", "free",
}  # fmt: skip
"""Boxes that say where the frames are (ISO/IEC 14496-12); `udta` and `free` only where they are empty."""


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, name) + content


def tags(content: bytes) -> bytes:
    """Return a list of tags as iTunes writes it."""
    return box(b"meta", bytes(4) + box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9)) + box(b"ilst", content))


NO_TAGS = tags(b"")
"""The empty list of tags that FFmpeg writes."""


def boxes(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every box of an MP4 with its content: a reader of the test's own, which trusts nothing that wrote the file."""
    place = 0
    while place < len(raw):
        size, name = struct.unpack_from(">I4s", raw, place)
        assert 8 <= size <= len(raw) - place, f"bytes that are no box at {place}"
        content = raw[place + 8 : place + size]
        yield name.decode("ascii"), content
        if name.decode("ascii") in CONTAINERS:
            yield from boxes(content)
        place += size


def with_tags(path: Path, tags: dict[str, str]) -> Path:
    """Write a film as `make_video` does, with sound, chapters, a cover as a stream and tags of the file and its streams."""
    plain = make_video(path.with_name(f"plain-{path.name}"), sound=True)
    options = {"movflags": "+faststart+use_metadata_tags"}
    with av.open(str(plain)) as film, av.open(str(path), "w", format="mp4", options=options) as output:
        output.metadata.update(tags)
        output.set_chapters(
            [{"id": 1, "start": 0, "end": RATE, "time_base": Fraction(1, RATE), "metadata": {"title": SECRET.decode()}}]
        )
        copies = {stream.index: output.add_stream_from_template(stream) for stream in film.streams}
        for copy in copies.values():
            copy.metadata["handler_name"] = SECRET.decode()
            copy.metadata["language"] = "kaz"
        for packet in film.demux():
            if packet.dts is not None:
                packet.stream = copies[packet.stream.index]
                output.mux(packet)
    plain.unlink()
    return path


def with_boxes_in_the_index(raw: bytes, added: bytes) -> bytes:
    """Return a film whose `moov`, which stands first, ends with `added`; the places of the frames (stco) move with it."""
    start = raw.index(b"moov") - 4
    size = struct.unpack_from(">I", raw, start)[0]
    index = bytearray(struct.pack(">I", size + len(added)) + raw[start + 4 : start + size])
    for found in re.finditer(b"stco", bytes(index)):
        (count,) = struct.unpack_from(">I", index, found.end() + 4)
        for place in range(found.end() + 8, found.end() + 8 + 4 * count, 4):
            struct.pack_into(">I", index, place, struct.unpack_from(">I", index, place)[0] + len(added))
    return raw[:start] + bytes(index) + added + raw[start + size :]


def with_text_in_the_frames(raw: bytes) -> bytes:
    """Return a film whose encoder's note (SEI, user data) says something else."""
    start = raw.index(b"x264 - core")
    assert len(SECRET) < 60
    return raw[:start] + SECRET + raw[start + len(SECRET) :]


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
PLACE = box(b"\xa9xyz", struct.pack(">HH", len(SECRET), 0x15C7) + SECRET)
COVER = tags(box(b"covr", box(b"data", struct.pack(">II", 13, 0) + noise(40, 30, "JPEG") + SECRET)))
TAGS = dict.fromkeys(
    ("title", "comment", "artist", "author", "com.apple.quicktime.location.ISO6709"), SECRET.decode()
) | {"creation_time": "2026-11-22T10:00:00Z"}


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a film that every browser plays."""
    return make_video(tmp_path_factory.mktemp("film") / "film.mp4", sound=True).read_bytes()


def served(path: Path) -> bytes:
    """Return what the site serves of a film that every browser plays."""
    cache = path.parent / "cache"
    made = make_renditions(path, path.name, probe(path, cache), 0.5, cache, lambda *_: None)
    assert made.renditions[-1].codec == "h264"
    return made.renditions[-1].file.read_bytes()


def assert_says_nothing(raw: bytes) -> None:
    assert SECRET not in raw
    assert not re.search(rb"xmpmeta|Exif|JFIF|x264 - core|Lavf", raw)
    for name, content in boxes(raw):
        assert name in SERVED
        if name == "free":
            assert content == b""
        if name == "udta":
            assert content == NO_TAGS
        if name in {"mvhd", "tkhd", "mdhd"}:
            assert content[:1] == b"\0"
            assert content[4:12] == bytes(8), "the time it was made and changed"
        if name == "hdlr":
            assert content[24:] in {b"VideoHandler\0", b"SoundHandler\0"}


PLANTED = {
    "a place": lambda raw: with_boxes_in_the_index(raw, box(b"udta", PLACE)),
    "a cover": lambda raw: with_boxes_in_the_index(raw, box(b"udta", COVER)),
    "XMP in the index": lambda raw: with_boxes_in_the_index(raw, box(b"udta", box(b"XMP_", XMP))),
    "XMP beside it": lambda raw: raw + box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + XMP),
    "a free box": lambda raw: raw + box(b"free", SECRET),
    "a box of no name that is known": lambda raw: raw + box(b"zzzz", SECRET),
    "bytes behind the end": lambda raw: raw + box(b"skip", b"") + SECRET,
    "text in the frames": with_text_in_the_frames,
}


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED)
def test_nothing_planted_beside_the_picture_is_served(tmp_path: Path, film: bytes, plant: object) -> None:
    assert callable(plant)
    planted = tmp_path / "planted.mp4"
    planted.write_bytes(plant(film))
    assert SECRET in planted.read_bytes()
    assert_says_nothing(served(planted))


def test_tags_names_chapters_and_times_are_not_served(tmp_path: Path) -> None:
    path = with_tags(tmp_path / "film.mp4", TAGS)
    assert path.read_bytes().count(SECRET) >= 5
    assert not has_late_index(path)
    raw = served(path)
    assert_says_nothing(raw)
    (tmp_path / "served.mp4").write_bytes(raw)
    with av.open(str(tmp_path / "served.mp4")) as made, av.open(str(path)) as given:
        assert [stream.type for stream in made.streams] == ["video", "audio"]
        assert made.chapters() == []
        for kind in ("video", "audio"):
            shown, sent = (
                [bytes(f.to_ndarray()) for f in c.decode(**{kind: 0})] for c in (made, given) if not c.seek(0)
            )
            assert shown == sent


def test_the_same_film_gives_the_same_bytes(tmp_path: Path, film: bytes) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.mp4").write_bytes(film)
        remux(tmp_path / f"{name}.mp4", tmp_path / f"{name}.out")
    assert (tmp_path / "a.out").read_bytes() == (tmp_path / "b.out").read_bytes()


def turned(raw: bytes, degrees_matrix: tuple[int, ...]) -> bytes:
    """Return a film whose picture is turned by the matrix of its track (tkhd)."""
    start = raw.index(b"tkhd") + 4 + 40
    return raw[:start] + struct.pack(">9i", *degrees_matrix) + raw[start + 36 :]


COS, SIN = round(0.7986 * 65536), round(0.6018 * 65536)
BY_37 = (COS, SIN, 0, -SIN, COS, 0, 0, 0, 1 << 30)
BY_90 = (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)


def test_a_film_turned_by_an_odd_angle_is_reported_and_one_turned_by_90_is_shown(tmp_path: Path, film: bytes) -> None:
    (tmp_path / "odd.mp4").write_bytes(turned(film, BY_37))
    (tmp_path / "upright.mp4").write_bytes(turned(film, BY_90))
    found, problems = inspect_files(tmp_path, ["odd.mp4", "upright.mp4"], tmp_path / "cache")
    assert [(p.rule, p.path, p.values["found"]) for p in problems] == [("undecodable-video", "odd.mp4", "video-turned")]
    assert (found["upright.mp4"].width, found["upright.mp4"].height) == (180, 320)
    assert_says_nothing_beside_the_encoder(served(tmp_path / "upright.mp4"))


def assert_says_nothing_beside_the_encoder(raw: bytes) -> None:
    assert SECRET not in raw
    assert {name for name, _ in boxes(raw)} <= SERVED


def test_a_film_of_many_tracks_is_reported(tmp_path: Path) -> None:
    plain = make_video(tmp_path / "plain.mp4", 0.5)
    with av.open(str(plain)) as film, av.open(str(tmp_path / "many.mp4"), "w") as output:
        copies = [output.add_stream_from_template(film.streams.video[0]) for _ in range(17)]
        for packet in [p for p in film.demux(video=0) if p.dts is not None]:
            for copy in copies:
                packet.stream = copy
                output.mux(packet)
    found, (problem,) = inspect_files(tmp_path, ["many.mp4"], tmp_path / "cache")
    assert (found, problem.rule, problem.values["found"]) == ({}, "undecodable-video", "video-too-many-tracks")


def test_a_film_longer_than_two_hours_is_reported(tmp_path: Path) -> None:
    plain = make_video(tmp_path / "plain.mp4", 0.5)
    with av.open(str(plain)) as film, av.open(str(tmp_path / "long.mp4"), "w") as output:
        copy = output.add_stream_from_template(film.streams.video[0])
        for number, packet in enumerate(p for p in film.demux(video=0) if p.dts is not None):
            assert packet.time_base
            packet.dts = packet.pts = round(number * 3600 / packet.time_base)
            packet.stream = copy
            output.mux(packet)
    found, (problem,) = inspect_files(tmp_path, ["long.mp4"], tmp_path / "cache")
    assert (found, problem.rule, problem.values["found"]) == ({}, "undecodable-video", "video-too-long")
