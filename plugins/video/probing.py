"""What a film file holds: decoded once from beginning to end, the answer kept by the hash of the file."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import av
from av.container import InputContainer

MOST_PIXELS = 4096 * 2304
LONGEST_SECONDS = 2 * 60 * 60
_OF_FILMS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"
_OF_SOUND = f"{_OF_FILMS},mp3,wav,flac,ogg"
"""Forms that are read, and no others: some are lists of files, and would be followed to the network and over this machine."""
_RECIPE = f"2 av {av.__version__}"


class UndecodableFilmError(Exception):
    """No film can be made of the file: it is damaged, holds no pictures, or is larger than any screen."""


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """Length, and size as it is shown: a telephone's film is turned upright."""

    seconds: float
    width: int
    height: int
    turned: int
    """Degrees by which the pictures are turned before they are shown: 0, 90, 180 or 270."""
    video_codec: str
    pixel_format: str
    audio_codec: str
    """Empty for a silent film."""
    digest: str
    """Hash of the file."""


def probe(path: Path, cache: Path) -> FilmFacts:
    """Return what the film holds. Raises UndecodableFilmError; a damaged entry of the cache is made anew."""
    digest = hash_of(path)
    entry = cache / "films" / "probes" / f"{hashlib.sha256(f'{_RECIPE} {digest}'.encode()).hexdigest()}.json"
    kept = _kept(entry, digest)
    if kept is None:
        kept = _decoded(path, digest)
        entry.parent.mkdir(parents=True, exist_ok=True)
        partial = entry.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(kept)), encoding="utf-8")
        partial.replace(entry)
    return kept


def glance(path: Path) -> FilmFacts:
    """Return what the head of a film says that this program made itself and knows by its hash; nothing is decoded."""
    with open_film(path) as film:
        stream = film.streams.video[0]
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
        context = stream.codec_context
        audio = film.streams.audio[0].codec_context.name if film.streams.audio else ""
        facts = (context.name, context.pix_fmt or "", audio, hash_of(path))
        return FilmFacts(round(seconds, 3), context.width, context.height, 0, *facts)


def open_film(path: Path) -> InputContainer:
    """Return a film opened for reading, if it is of a kind a camera writes. Raises av.FFmpegError."""
    return _opened(path, _OF_FILMS)


def open_sound(path: Path) -> InputContainer:
    """Return a sound opened for reading, if it is of a kind an editor saves. Raises av.FFmpegError."""
    return _opened(path, _OF_SOUND)


def has_sound(path: Path) -> bool:
    """Return whether the file is a sound that can be decoded from its beginning to its end."""
    try:
        with open_sound(path) as sound:
            return bool(sound.streams.audio) and sum(frame.samples for frame in sound.decode(audio=0)) > 0
    except (av.FFmpegError, ValueError, IndexError, MemoryError):
        return False


def _opened(path: Path, formats: str) -> InputContainer:
    return av.open(str(path), options={"protocol_whitelist": "file", "format_whitelist": formats})


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, which may be large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _kept(entry: Path, digest: str) -> FilmFacts | None:
    try:
        facts = FilmFacts(**json.loads(entry.read_text(encoding="utf-8")))
        return facts if facts.digest == digest and facts.seconds > 0 else None
    except (OSError, ValueError, TypeError):
        return None


def _decoded(path: Path, digest: str) -> FilmFacts:
    try:
        with open_film(path) as film:
            return _facts(film, digest)
    except (av.FFmpegError, ValueError, IndexError, MemoryError) as error:
        raise UndecodableFilmError(path.name) from error


def _facts(film: InputContainer, digest: str) -> FilmFacts:
    if not film.streams.video:
        raise UndecodableFilmError("no pictures")
    stream = film.streams.video[0]
    context = stream.codec_context
    if not 0 < context.width * context.height <= MOST_PIXELS:
        raise UndecodableFilmError("too large")
    context.thread_type = "AUTO"
    end, turned, frames = 0.0, 0, 0
    for frame in film.decode([stream, *film.streams.audio[:1]]):
        if not isinstance(frame, av.VideoFrame):
            continue  # a damaged sound raises an error
        frames += 1
        if frame.width * frame.height > MOST_PIXELS:
            raise UndecodableFilmError("too large")
        turned = -frame.rotation % 360
        end = max(end, (frame.time or 0.0) + float((stream.average_rate and 1 / stream.average_rate) or 0))
        if end > LONGEST_SECONDS:
            raise UndecodableFilmError("too long")
    if frames < 2 or end <= 0 or (stream.frames and frames < stream.frames * 0.98):
        raise UndecodableFilmError("cut off")
    width, height = (context.height, context.width) if turned in (90, 270) else (context.width, context.height)
    audio = film.streams.audio[0].codec_context.name if film.streams.audio else ""
    return FilmFacts(
        round(end, 3), width, height, turned, context.name, context.pix_fmt or "", audio, digest
    )  # fmt: skip
