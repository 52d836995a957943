"""The facts of a video file: it is decoded once from beginning to end, and the result kept by the hash of the file.

PyAV is imported where a file is opened: most builds open none, and the libraries behind it take long to load.
"""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.cache.memo import code_version, kept_or_made, key_of
from plugins.cache.store import Records
from plugins.diagnostics import Phrase

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

MOST_PIXELS = 4096 * 2304
LONGEST_SECONDS = 2 * 60 * 60
MOST_FRAMES = LONGEST_SECONDS * 60
MOST_STREAMS = 16
"""A phone writes picture, sound and some tracks of its sensors."""
_VIDEO_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"
_SOUND_FORMATS = f"{_VIDEO_FORMATS},mp3,wav,flac,ogg"
"""Formats that are read, and no others: some are lists of files, which would be followed to the network and on this machine."""


class UndecodableVideoError(Exception):
    """The file is no usable video; `found` says why, such as `video-damaged` of the catalogs."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = Phrase(found)


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """Length, codecs, and size in pixels as it is shown: a video of a phone is turned upright."""

    seconds: float
    width: int
    height: int
    turned: int
    """Degrees by which the frames are turned before they are shown: 0, 90, 180 or 270."""
    video_codec: str
    pixel_format: str
    audio_codec: str
    """Empty for a silent video."""
    digest: str
    """Hash of the file."""


def probe(path: Path, cache: Path) -> VideoFacts:
    """Return the facts of a video. Raises UndecodableVideoError."""
    return _kept_facts(path, cache, "video-facts", _decoded)


def glance(path: Path, cache: Path) -> VideoFacts:
    """Return the facts that the header of a video of our own states; nothing is decoded."""
    return _kept_facts(path, cache, "video-headers", _read_header)


def _kept_facts(path: Path, cache: Path, kind: str, read: Callable[[Path, str], VideoFacts]) -> VideoFacts:
    digest = hash_of(path)
    key = key_of(code_version("video/probe.py", libraries=("av",)), digest)
    (facts,) = kept_or_made(
        Records(cache, kind), {path: key}, lambda _: [read(path, digest)], asdict,
        lambda data: _checked(VideoFacts(**data), digest),
    ).values()  # fmt: skip
    return facts


def _read_header(path: Path, digest: str) -> VideoFacts:
    with open_video(path) as video:
        stream = video_of(video)
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
        context = stream.codec_context
        audio = video.streams.audio[0].codec_context.name if video.streams.audio else ""
        facts = (context.name, context.pix_fmt or "", audio, digest)
        return VideoFacts(round(seconds, 3), context.width, context.height, 0, *facts)


def open_video(path: Path) -> "InputContainer":
    """Return a video opened for reading, in a format cameras write. Raises av.FFmpegError."""
    return _opened(path, _VIDEO_FORMATS)


def open_sound(path: Path) -> "InputContainer":
    """Return a sound file opened for reading, in a format editors save. Raises av.FFmpegError."""
    return _opened(path, _SOUND_FORMATS)


def has_sound(path: Path) -> bool:
    """Return whether the file is a sound that decodes from beginning to end."""
    import av  # noqa: PLC0415

    try:
        with open_sound(path) as sound:
            return bool(sound.streams.audio) and sum(frame.samples for frame in sound.decode(audio=0)) > 0
    except (av.FFmpegError, ValueError, IndexError, MemoryError):
        return False


def video_of(video: "InputContainer") -> "VideoStream":
    """Return the stream that is played; a cover, which many programs store as a stream too, is none.

    Raises IndexError where there is no such stream.
    """
    from av.stream import Disposition  # noqa: PLC0415

    played = [stream for stream in video.streams.video if Disposition.attached_pic not in stream.disposition]
    return played[0]


def sound_of(video: "InputContainer") -> "AudioStream | None":
    """Return the sound that is played, or None."""
    return next(iter(video.streams.audio), None)


def _opened(path: Path, formats: str) -> "InputContainer":
    import av  # noqa: PLC0415

    return av.open(str(path), options={"protocol_whitelist": "file", "format_whitelist": formats})


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, which may be large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(facts: VideoFacts, digest: str) -> VideoFacts:
    if facts.digest != digest or facts.seconds <= 0:
        raise ValueError(digest)
    return facts


def _decoded(path: Path, digest: str) -> VideoFacts:
    import av  # noqa: PLC0415

    try:
        with open_video(path) as video:
            return _facts(video, digest)
    except (av.FFmpegError, ValueError, IndexError, MemoryError) as error:
        raise UndecodableVideoError("video-damaged") from error


def _facts(video: "InputContainer", digest: str) -> VideoFacts:
    import av  # noqa: PLC0415

    if len(video.streams) > MOST_STREAMS:
        raise UndecodableVideoError("video-too-many-tracks")
    stream = video_of(video)
    context = stream.codec_context
    if context.width * context.height <= 0:
        raise UndecodableVideoError("video-damaged")
    if context.width * context.height > MOST_PIXELS:
        raise UndecodableVideoError("video-too-large")
    context.thread_type = "AUTO"
    end, turned, frames = 0.0, 0, 0
    for frame in video.decode([stream, *video.streams.audio[:1]]):
        if not isinstance(frame, av.VideoFrame):
            continue  # a damaged sound raises an error
        frames += 1
        if frame.width * frame.height > MOST_PIXELS:
            raise UndecodableVideoError("video-too-large")
        turned = -frame.rotation % 360
        if turned % 90:
            raise UndecodableVideoError("video-turned")
        end = max(end, (frame.time or 0.0) + float((stream.average_rate and 1 / stream.average_rate) or 0))
        if end > LONGEST_SECONDS or frames > MOST_FRAMES:
            raise UndecodableVideoError("video-too-long")
    if frames < 2 or end <= 0 or (stream.frames and frames < stream.frames * 0.98):
        raise UndecodableVideoError("video-damaged")
    width, height = (context.height, context.width) if turned in (90, 270) else (context.width, context.height)
    audio = video.streams.audio[0].codec_context.name if video.streams.audio else ""
    return VideoFacts(
        round(end, 3), width, height, turned, context.name, context.pix_fmt or "", audio, digest
    )  # fmt: skip
