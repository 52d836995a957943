"""A film in the sizes a page offers, with its poster: made once, kept by the hash of film and recipe.

An entry is a folder with a record of the hash of every file in it; one that does not match its record is made anew.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import PIL

from plugins.video.atoms import has_late_index
from plugins.video.encoding import encode
from plugins.video.plan import Wanted, plan, worth_offering
from plugins.video.posters import write_poster
from plugins.video.probing import FilmFacts, hash_of

_RECIPE = f"4 av {av.__version__} pillow {PIL.__version__}"
_RECORD = "record.json"
_CODEC_NAMES = {"h264": "H.264", "av1": "AV1"}
_WEB_ENDINGS = (".mp4", ".m4v")


@dataclass(frozen=True, slots=True)
class Version:
    """One size of a film in one codec, `h264` or `av1`."""

    file: Path
    digest: str
    width: int
    height: int
    size_in_bytes: int
    codec: str = "h264"


@dataclass(frozen=True, slots=True)
class DerivedFilm:
    """What a page offers of a film, in the order a browser is to try it: the smallest first, H.264 last."""

    versions: tuple[Version, ...]
    poster: Path
    poster_digest: str
    seconds: float


def derive(
    film: Path, facts: FilmFacts, poster_at: float, cache: Path, report: Callable[[str, float], None]
) -> DerivedFilm:
    """Return the film in its sizes. `report` is told which size is being made, and how far it is (0 to 1)."""
    is_web_file = film.suffix.lower() in _WEB_ENDINGS and not has_late_index(film)
    wanted = plan(facts, film.stat().st_size, is_web_file=is_web_file)
    recipe = f"{_RECIPE} {facts.digest} {poster_at:.3f} {wanted}"
    entry = cache / "films" / "derived" / hashlib.sha256(recipe.encode()).hexdigest()[:32]
    kept = _kept(entry)
    if kept is None:
        _make(film, facts, wanted, poster_at, entry, report)
        kept = _kept(entry)
        assert kept is not None
    versions = tuple(
        Version(film, facts.digest, size.width, size.height, film.stat().st_size)
        if size.as_it_is
        else Version(
            entry / _name(size),
            kept[_name(size)],
            size.width,
            size.height,
            (entry / _name(size)).stat().st_size,
            size.codec,
        )
        for size in wanted
    )
    offered = worth_offering(tuple(version.size_in_bytes for version in versions))
    kept_versions = tuple(version for version, is_worth in zip(versions, offered, strict=True) if is_worth)
    return DerivedFilm(kept_versions, entry / "poster.webp", kept["poster.webp"], facts.seconds)


def _make(
    film: Path,
    facts: FilmFacts,
    wanted: tuple[Wanted, ...],
    poster_at: float,
    entry: Path,
    report: Callable[[str, float], None],
) -> None:
    partial = entry.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    for size in wanted:
        if not size.as_it_is:
            label = f"{film.name} {size.height}p {_CODEC_NAMES[size.codec]}"
            encode(film, facts, size, partial / _name(size), lambda part, label=label: report(label, part))  # type: ignore[misc]
    write_poster(film, min(poster_at, facts.seconds * 0.9), facts.turned, partial / "poster.webp")
    hashes = {path.name: hash_of(path) for path in sorted(partial.iterdir())}
    (partial / _RECORD).write_text(json.dumps(hashes), encoding="utf-8")
    shutil.rmtree(entry, ignore_errors=True)
    partial.replace(entry)


def _kept(entry: Path) -> dict[str, str] | None:
    """Return the hashes of an entry's files, or None where one is missing or is not what it was."""
    try:
        hashes: dict[str, str] = json.loads((entry / _RECORD).read_text(encoding="utf-8"))
        return hashes if all(hash_of(entry / name) == digest for name, digest in hashes.items()) else None
    except (OSError, ValueError, AttributeError):
        return None


def _name(size: Wanted) -> str:
    return f"{size.short_side}.{size.codec}.mp4"
