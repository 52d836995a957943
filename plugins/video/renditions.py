"""The renditions of a video and its poster: made once, kept by the hash of the video and of the code that makes them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Blobs, Records
from plugins.video.mp4_boxes import has_late_index
from plugins.video.plan import RenditionPlan, plan, worth_offering
from plugins.video.probe import VideoFacts

_CODE = ("video/encode.py", "video/poster.py", "video/remux.py")
_CODEC_NAMES = {"h264": "H.264", "av1": "AV1"}
_WEB_ENDINGS = (".mp4", ".m4v")
_LATEST_POSTER_PART = 0.9
"""Of the video, after which no poster is taken."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a video in one codec, `h264` or `av1`."""

    file: Path
    digest: str
    width: int
    height: int
    size_in_bytes: int
    codec: str = "h264"


@dataclass(frozen=True, slots=True)
class Renditions:
    """What a page offers of a video, in the order a browser is to try it: the smallest first, H.264 last."""

    renditions: tuple[Rendition, ...]
    poster: Path
    poster_digest: str
    seconds: float


def make_renditions(
    video: Path, name: str, facts: VideoFacts, poster_at: float, cache: Path, report: Callable[[str, float], None]
) -> Renditions:
    """Return a video in its sizes, with the frame at `poster_at` seconds as its poster.

    `report` is called with the size of `name` being made, and the part that is done, from 0 to 1.
    """
    is_web_file = Path(name).suffix.lower() in _WEB_ENDINGS and not has_late_index(video)
    plans = plan(facts, video.stat().st_size, is_web_file=is_web_file)
    files = Blobs(cache / "videos")
    records = Records(cache, "videos")
    code = code_version(*_CODE, libraries=("av", "pillow"))
    key = key_of(code, facts.digest, f"{poster_at:.3f}", repr(plans))
    digests = _kept(records.get(key), files, len(plans) + 1)
    if digests is None:
        digests = _make(video, name, facts, plans, poster_at, files, report)
        records.put(key, json.dumps(digests).encode())
    made = tuple(
        Rendition(files.path(digest), digest, size.width, size.height, files.path(digest).stat().st_size, size.codec)
        for size, digest in zip(plans, digests[1:], strict=True)
    )
    offered = worth_offering(tuple(rendition.size_in_bytes for rendition in made))
    worthwhile = tuple(rendition for rendition, is_worth in zip(made, offered, strict=True) if is_worth)
    return Renditions(worthwhile, files.path(digests[0]), digests[0], facts.seconds)


def _make(
    video: Path,
    name: str,
    facts: VideoFacts,
    plans: tuple[RenditionPlan, ...],
    poster_at: float,
    files: Blobs,
    report: Callable[[str, float], None],
) -> list[str]:
    """Return the digests of the poster and of each rendition."""
    from plugins.video.encode import encode  # noqa: PLC0415 - PyAV is slow to load, and mostly all is kept
    from plugins.video.poster import write_poster  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        scratch = Path(folder) / "made"
        write_poster(video, min(poster_at, facts.seconds * _LATEST_POSTER_PART), facts.turned, scratch)
        digests = [files.put(scratch.read_bytes())]
        for size in plans:
            if not (size.as_it_is and _is_remuxed(video, scratch)):
                label = f"{name} {size.height}p {_CODEC_NAMES[size.codec]}"
                encode(video, facts, size, scratch, lambda part, label=label: report(label, part))  # type: ignore[misc]
            digests.append(files.put(scratch.read_bytes()))
    return digests


def _is_remuxed(video: Path, target: Path) -> bool:
    """Return whether the streams could be copied; those of some programs step back in time, which MP4 does not allow."""
    import av  # noqa: PLC0415

    from plugins.video.remux import remux  # noqa: PLC0415

    try:
        remux(video, target)
    except (av.FFmpegError, ValueError):
        return False
    return True


def _kept(record: bytes | None, files: Blobs, count: int) -> list[str] | None:
    """Return the digests of a record, or None where one of its files is missing or differs."""
    try:
        digests = json.loads(record or b"")
        whole = len(digests) == count and all(files.is_whole(digest) for digest in digests)
    except (ValueError, TypeError):
        return None
    return digests if whole else None
