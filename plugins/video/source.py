"""Where a video comes from: a file an editor recorded, or a storyboard that is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.model.captions import Cue
from plugins.model.items import LANGUAGES, ItemVideo, Language
from plugins.video.probe import VideoFacts
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.timing import captions_of, chapters_of

if TYPE_CHECKING:  # most texts have no storyboard
    from plugins.video.storyboard.composition import Composition
    from plugins.video.storyboard.style import Style

VideoKey = tuple[str, str, Language]
"""Folder of the bundle, id of the video, language."""

Report = Callable[[str, float], None]
"""Called with the label of what is being made, and the part that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class RecordedVideo:
    """A video file that serves both languages."""

    video: ItemVideo
    file: Path
    facts: VideoFacts

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages whose pages show this file."""
        return LANGUAGES

    @property
    def is_silent(self) -> bool:
        """Return whether the file has no sound."""
        return not self.facts.audio_codec


@dataclass(frozen=True, slots=True)
class StoryboardVideo:
    """The storyboard of one language, composed and ready to be rendered."""

    video: ItemVideo
    language: Language
    bundle: Path
    file_name: str
    """Of the rendered video in the bundle."""
    scenes: SceneList
    composition: "Composition"

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the one language it is in."""
        return (self.language,)

    @property
    def is_silent(self) -> bool:
        """Return whether the editor gave no sound."""
        return self.composition.sound is None

    @property
    def label(self) -> str:
        """Return how an editor finds the video: folder and file."""
        return f"{self.bundle.name}/{self.file_name}"

    @property
    def captions(self) -> tuple[Cue, ...]:
        """Return the captions that follow from the scenes."""
        return captions_of(self.scenes)

    @property
    def chapters(self) -> tuple[Cue, ...]:
        """Return one chapter a scene."""
        return chapters_of(self.scenes)


@dataclass(frozen=True, slots=True)
class InspectedVideos:
    """The sources of all videos of the content that can be shown."""

    sources: tuple[RecordedVideo | StoryboardVideo, ...] = ()
    style: "Style | None" = None
    """For rendering; None where the content has no storyboard."""

    @property
    def storyboards(self) -> tuple[StoryboardVideo, ...]:
        """Return the storyboards, each language for itself."""
        return tuple(source for source in self.sources if isinstance(source, StoryboardVideo))

    @property
    def seconds(self) -> Mapping[str, float]:
        """Return the length of every recorded video by its path in the project."""
        recorded = (source for source in self.sources if isinstance(source, RecordedVideo))
        return {source.video.file: source.facts.seconds for source in recorded if source.video.file}
