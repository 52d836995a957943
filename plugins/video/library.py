"""Prepares the videos of a site for its pages: renders and encodes those not in the cache, then publishes them."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.cache.store import content_digest
from plugins.cache.workers import usable_cores
from plugins.diagnostics.progress import Report
from plugins.model.captions import Cue, write_captions
from plugins.model.items import Language
from plugins.video.captions import TranscriptScene, captions_file_of, chapters_of, transcript_of
from plugins.video.probe import glance
from plugins.video.progress import Progress
from plugins.video.renditions import Renditions, make_renditions
from plugins.video.source import InspectedVideos, RecordedVideo, StoryboardVideo, VideoKey
from plugins.video.storyboard.style import Style

_POSTER_PART = 0.1
"""Part of a recorded video after which its poster is taken; the very beginning is often dark."""
_LATEST_POSTER = 5.0
_BEFORE_SCENE_ENDS = 0.5
"""Seconds before the end of a storyboard's first scene at which its poster is taken: all of it is there by then."""
_TYPES = {"h264": "video/mp4", "av1": 'video/mp4; codecs="av01.0.04M.08"'}
"""AV1 of the main profile, level 3.0, eight bits. The sound, if any, is AAC, which every player of MP4 plays."""


@dataclass(frozen=True, slots=True)
class PublishedRendition:
    """One size of a video in one codec, and where it is published."""

    url: str
    width: int
    height: int
    size_in_bytes: int
    type: str
    """MIME type with codecs; a browser that cannot play it takes the next."""


@dataclass(frozen=True, slots=True)
class PublishedVideo:
    """A video as a page of one language shows it."""

    versions: tuple[PublishedRendition, ...]
    """In the order a browser is to try them: the smallest first, H.264 last."""
    poster_url: str
    seconds: float
    captions_url: str
    chapters: tuple[Cue, ...]
    chapters_url: str
    """Empty for a video without chapters."""
    is_silent: bool
    scenes: tuple[TranscriptScene, ...]
    """Empty for a recorded video, whose transcript is its body."""


@dataclass(frozen=True, slots=True)
class VideoLibrary:
    """All videos, and what is published for them: files by address, and texts by address."""

    videos: Mapping[VideoKey, PublishedVideo] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def make_videos(inspected: InspectedVideos, cache: Path, report: Report) -> VideoLibrary:
    """Return every video in the sizes of its pages; what is not kept is rendered and encoded now, on all cores."""
    progress = Progress(report)
    with ThreadPoolExecutor(usable_cores()) as pool:  # the encoders work outside Python's lock
        made = pool.map(lambda source: _renditions(source, inspected.style, cache, progress), inspected.sources)
        renditions = list(made)
    files: dict[str, Path] = {}
    texts: dict[str, str] = {}
    videos: dict[VideoKey, PublishedVideo] = {}
    for source, found in zip(inspected.sources, renditions, strict=True):
        for language in source.languages:
            key = (source.video.folder, source.video.id, language)
            videos[key] = _published(source, language, found, files, texts)
    return VideoLibrary(videos, files, texts)


def _renditions(
    source: RecordedVideo | StoryboardVideo, style: Style | None, cache: Path, progress: Progress
) -> Renditions:
    match source:
        case RecordedVideo(file=file, facts=facts):
            poster_at = min(facts.seconds * _POSTER_PART, _LATEST_POSTER)
            return make_renditions(file, file.name, facts, poster_at, cache, progress.report)
        case StoryboardVideo(bundle=bundle, file_name=name, composition=composition, label=label):
            from plugins.video.storyboard.rendered import rendered_video  # noqa: PLC0415 - a site may have no storyboard

            assert style is not None
            file = rendered_video(bundle, name, composition, style, cache, partial(progress.report, label))
            poster_at = source.scenes.scenes[0].seconds - _BEFORE_SCENE_ENDS
            return make_renditions(file, name, glance(file, cache), poster_at, cache, progress.report)


def _published(
    source: RecordedVideo | StoryboardVideo,
    language: Language,
    renditions: Renditions,
    files: dict[str, Path],
    texts: dict[str, str],
) -> PublishedVideo:
    """Return a video with its addresses; the files and texts that belong there join `files` and `texts`."""
    stem = f"/media/{source.video.folder.partition('/')[2]}/{source.video.id}"
    picture_stem = stem if isinstance(source, RecordedVideo) else f"{stem}.{language}"
    versions: list[PublishedRendition] = []
    for rendition in renditions.renditions:
        url = f"{picture_stem}-{rendition.height}.{rendition.digest[:8]}.mp4"
        files[url] = rendition.file
        kind = _TYPES[rendition.codec]
        versions.append(PublishedRendition(url, rendition.width, rendition.height, rendition.size_in_bytes, kind))
    poster = f"{picture_stem}.{renditions.poster_digest[:8]}.webp"
    files[poster] = renditions.poster

    def text(kind: str, words: str) -> str:
        url = f"{stem}.{language}.{kind}.{content_digest(words.encode())[:8]}.vtt"
        texts[url] = words
        return url

    chapters = chapters_of(source)
    return PublishedVideo(
        tuple(versions),
        poster,
        renditions.seconds,
        text("captions", captions_file_of(source, language)),
        chapters,
        text("chapters", write_captions(chapters)) if chapters else "",
        source.is_silent,
        transcript_of(source),
    )
