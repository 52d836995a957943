"""Captions, chapters and transcript of a published video."""

from plugins.model.captions import Cue, write_captions
from plugins.model.items import Language
from plugins.video.source import RecordedVideo, StoryboardVideo

TranscriptScene = tuple[float, tuple[str, ...], str]
"""Second at which a scene begins, its texts, and what its picture shows."""


def captions_file_of(source: RecordedVideo | StoryboardVideo, language: Language) -> str:
    """Return the captions of a video in one language as WebVTT: the editor's, or those of the scenes."""
    match source:
        case RecordedVideo(video=video):
            return video.captions[language].source
        case StoryboardVideo():
            return write_captions(source.captions)


def chapters_of(source: RecordedVideo | StoryboardVideo) -> tuple[Cue, ...]:
    """Return the chapters of a video; a recorded one has none."""
    return source.chapters if isinstance(source, StoryboardVideo) else ()


def transcript_of(source: RecordedVideo | StoryboardVideo) -> tuple[TranscriptScene, ...]:
    """Return the scenes of a storyboard as its transcript; that of a recorded video is its body."""
    if isinstance(source, RecordedVideo):
        return ()
    return tuple(
        (start, scene.texts, scene.picture.alt if scene.picture else "")
        for start, scene in zip(source.scenes.starts, source.scenes.scenes, strict=True)
    )
