"""The films of the site made ready for their pages: drawn and encoded where that is not done yet, then published."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial as partial_of
from pathlib import Path
from threading import Lock

from plugins.cache.workers import usable_cores
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import Report
from plugins.model import read_content
from plugins.model.captions import Cue, write_captions
from plugins.model.items import LANGUAGES, ItemFilm, Language
from plugins.video import DerivedFilm, derive, glance
from plugins.video.encoding import with_index_first
from plugins.video.inspect import DrawnFilm, FilmKey, ReadFilms, read_films
from plugins.video.storyboard.kept import drawn_film, keep, kept_film
from plugins.video.storyboard.timing import captions_of, chapters_of

_POSTER_PART = 0.1
"""Part of a film after which its poster is taken; the very beginning is often dark."""
_LATEST_POSTER = 5.0
_TYPES = {"h264": "video/mp4", "av1": 'video/mp4; codecs="av01.0.04M.08"'}
"""AV1 of the main profile, level 3.0, eight bits. The sound, where there is some, is AAC, which whoever plays MP4 plays."""
_MENDED_HERE = {"no-fast-start", "stale-film"}
"""Rules whose problems `keep_films` mends itself."""
_STEP = 10
"""Per cent after which progress is told anew."""


@dataclass(frozen=True, slots=True)
class FilmVersion:
    """One size of a film in one codec, and where it is published."""

    url: str
    width: int
    height: int
    size_in_bytes: int
    type: str
    """As browsers name it, codecs too: one that cannot play it takes the next."""


@dataclass(frozen=True, slots=True)
class MadeFilm:
    """A film as a page of one language shows it."""

    versions: tuple[FilmVersion, ...]
    """In the order a browser is to try them: the smallest first, H.264 last."""
    poster_url: str
    seconds: float
    captions_url: str
    chapters: tuple[Cue, ...]
    chapters_url: str
    """Empty for a film without chapters."""
    is_silent: bool
    scenes: tuple[tuple[float, tuple[str, ...], str], ...]
    """Of a drawn film: second, texts, and what the picture shows; the transcript of another is its body."""


@dataclass(frozen=True, slots=True)
class MadeFilms:
    """All films, and what is to be published for them: files by address, and texts by address."""

    films: Mapping[FilmKey, MadeFilm] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def keep_films(content_folder: Path, theme: Path, cache: Path, report: Report) -> list[str]:
    """Draw what changed and keep it in its bundle, and put late indexes first; return the paths that were written.

    Raises ContentError where a storyboard or a film cannot be used at all.
    """
    root = content_folder.parent
    content, problems = read_content(content_folder)
    if content is None or problems:
        raise ContentError(problems)
    read, problems = read_films(content, root, theme, cache)
    mendable = [problem for problem in problems if problem.rule == "no-fast-start"]
    if faults := [problem for problem in problems if problem.rule not in _MENDED_HERE]:
        raise ContentError(faults)
    written: list[str] = []
    for problem in mendable:
        file = root / problem.path
        partial = file.with_suffix(".partial")
        with_index_first(file, partial)
        partial.replace(file)
        written.append(problem.path)
    progress = _Progress(report)
    stale = [(key, film) for key, film in read.drawn.items() if not kept_film(root / key[0], film.name, film.drawing)]

    def draw(entry: tuple[FilmKey, DrawnFilm]) -> Path:
        (folder, _, _), film = entry
        assert read.style is not None
        label = f"{folder.rpartition('/')[2]}/{film.name}"
        tell = partial_of(progress.tell, label)
        return drawn_film(root / folder, film.name, film.drawing, read.style, cache, tell)

    with ThreadPoolExecutor(usable_cores()) as pool:
        drawn = list(pool.map(draw, stale))
    for ((folder, _, _), film), file in zip(stale, drawn, strict=True):
        keep(root / folder, film.name, film.drawing, file)
        written.append(f"{folder}/{film.name}")
    return written


def make_films(read: ReadFilms, root: Path, cache: Path, report: Report) -> MadeFilms:
    """Return every film in the sizes of its pages, on all cores; what is not kept is drawn and encoded now."""
    jobs = list(_jobs(read, root))
    progress = _Progress(report)
    with ThreadPoolExecutor(usable_cores()) as pool:  # the encoders work outside Python's lock
        done = list(pool.map(lambda job: job.run(read, cache, progress), jobs))
    files: dict[str, Path] = {}
    texts: dict[str, str] = {}
    films: dict[FilmKey, MadeFilm] = {}
    for job, derived in zip(jobs, done, strict=True):
        for language in job.languages:
            key = (job.film.folder, job.film.id, language)
            films[key] = _published(job, language, read, derived, files, texts)
    return MadeFilms(films, files, texts)


@dataclass(frozen=True, slots=True)
class _Job:
    """A film to be made: for one language where it is drawn, else for both."""

    film: ItemFilm
    languages: tuple[Language, ...]
    bundle: Path

    def run(self, read: ReadFilms, cache: Path, progress: "_Progress") -> DerivedFilm:
        folder, film = self.film.folder, self.film
        if film.film.file:
            facts = read.filmed[f"{folder}/{film.film.file}"]
            poster_at = min(facts.seconds * _POSTER_PART, _LATEST_POSTER)
            return derive(self.bundle / film.film.file, facts, poster_at, cache, progress.tell)
        drawn = read.drawn[folder, film.id, self.languages[0]]
        assert read.style is not None
        label = f"{self.bundle.name}/{drawn.name}"
        file = drawn_film(
            self.bundle, drawn.name, drawn.drawing, read.style, cache, lambda part: progress.tell(label, part)
        )
        poster_at = drawn.storyboard.scenes[0].seconds - 0.5
        return derive(file, glance(file), poster_at, cache, progress.tell)


def _jobs(read: ReadFilms, root: Path) -> Iterator[_Job]:
    for film in read.films:
        if film.film.file:
            yield _Job(film, LANGUAGES, root / film.folder)
        else:
            for language in LANGUAGES:
                yield _Job(film, (language,), root / film.folder)


class _Progress:
    """Tells of each film every ten per cent."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told: dict[str, int] = {}
        self._lock = Lock()

    def tell(self, label: str, part: float) -> None:
        """Tell that `part` of a film, from 0 to 1, is done."""
        step = int(part * 100) // _STEP * _STEP
        with self._lock:
            if step > self._told.get(label, -1):
                self._told[label] = step
                self._report("say_film", film=label, percent=str(step))


def _published(
    job: _Job,
    language: Language,
    read: ReadFilms,
    derived: DerivedFilm,
    files: dict[str, Path],
    texts: dict[str, str],
) -> MadeFilm:
    film = job.film
    drawn = read.drawn.get((film.folder, film.id, language))
    stem = f"/media/{film.folder.partition('/')[2]}/{film.id}"
    spoken = f"{stem}.{language}" if drawn else stem
    versions: list[FilmVersion] = []
    for version in derived.versions:
        url = f"{spoken}-{version.height}.{version.digest[:8]}.mp4"
        files[url] = version.file
        kind = _TYPES[version.codec]
        versions.append(FilmVersion(url, version.width, version.height, version.size_in_bytes, kind))
    poster = f"{spoken}.{derived.poster_digest[:8]}.webp"
    files[poster] = derived.poster
    captions = write_captions(captions_of(drawn.storyboard)) if drawn else film.captions[language].source
    chapters = chapters_of(drawn.storyboard) if drawn else ()

    def text(kind: str, words: str) -> str:
        url = f"{stem}.{language}.{kind}.{hashlib.sha256(words.encode()).hexdigest()[:8]}.vtt"
        texts[url] = words
        return url

    scenes = (
        tuple(
            (begins, scene.texts, scene.picture.alt if scene.picture else "")
            for begins, scene in zip(drawn.storyboard.starts, drawn.storyboard.scenes, strict=True)
        )
        if drawn
        else ()
    )
    is_silent = drawn.drawing.sound is None if drawn else not read.filmed[f"{film.folder}/{film.film.file}"].audio_codec
    return MadeFilm(
        tuple(versions),
        poster,
        derived.seconds,
        text("captions", captions),
        chapters,
        text("chapters", write_captions(chapters)) if chapters else "",
        is_silent,
        scenes,
    )


def publish_films(made: MadeFilms, output: Path) -> None:
    """Write every film, poster and caption file to its address below `output`."""
    for url, file in made.files.items():
        target = output / url.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    for url, words in made.texts.items():
        target = output / url.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")
