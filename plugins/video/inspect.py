"""Inspects the videos of the content for every check. Nothing is rendered or encoded here: `library.py` does that, for a build."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.diagnostics import Problem
from plugins.markdown import Document
from plugins.model.fields import Sound, Storyboard, VideoFile
from plugins.model.items import LANGUAGES, ItemVideo, Language, SiteContent, rendered_video_file
from plugins.video.mp4_boxes import has_late_index
from plugins.video.probe import UndecodableVideoError, VideoFacts, has_sound, probe
from plugins.video.source import InspectedVideos, RecordedVideo, StoryboardVideo
from plugins.video.storyboard.composition import UnusablePictureError, compose, read_picture
from plugins.video.storyboard.parse import read_storyboard
from plugins.video.storyboard.rendered import kept_video
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.style import Style, read_style

MOST_MEGABYTES = 60
"""Of a recorded video: the repository keeps every version for ever."""
MEGABYTE = 1_000_000


def inspect_videos(
    content: SiteContent, documents: Mapping[str, Document], root: Path, theme: Path, cache: Path
) -> tuple[InspectedVideos, list[Problem]]:
    """Return the videos that can be shown, and a problem for each that cannot be shown as it is.

    `documents` holds the document of each storyboard by its Markdown.
    """
    videos = content.all_videos()
    recorded = [video.file for video in videos if video.file is not None]
    facts, problems = inspect_files(root, [path for path in recorded if (root / path).is_file()], cache)
    has_storyboards = any(isinstance(video.source, Storyboard) for video in videos)
    style = read_style(theme, cache) if has_storyboards else None
    reader = _StoryboardReader(content, documents, root, style, problems)
    sources: list[RecordedVideo | StoryboardVideo] = []
    for video in videos:
        match video.source:
            case VideoFile():
                if (path := video.file) in facts:
                    sources.append(RecordedVideo(video, root / path, facts[path]))
            case Storyboard(sound=sound):
                sources += reader.read(video, sound)
    return InspectedVideos(tuple(sources), style), problems


def inspect_files(root: Path, paths: Iterable[str], cache: Path) -> tuple[dict[str, VideoFacts], list[Problem]]:
    """Return the facts of each video file of `paths` (relative to `root`), and a problem for each that is refused."""
    found: dict[str, VideoFacts] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        name, file = PurePosixPath(path).name, root / path
        megabytes = file.stat().st_size / MEGABYTE
        if megabytes > MOST_MEGABYTES:
            values = {"file": name, "megabytes": f"{megabytes:.0f}", "most": str(MOST_MEGABYTES)}
            problems.append(Problem(path, 1, 1, "video-too-heavy", values))
            continue
        try:
            found[path] = probe(file, cache)
        except UndecodableVideoError as error:
            problems.append(Problem(path, 1, 1, "undecodable-video", {"file": name, "found": error.found}))
            continue
        if has_late_index(file):
            problems.append(Problem(path, 1, 1, "no-fast-start", {"file": name}))
    return found, problems


@dataclass(frozen=True, slots=True)
class _StoryboardReader:
    content: SiteContent
    documents: Mapping[str, Document]
    root: Path
    style: Style | None
    problems: list[Problem]

    def read(self, video: ItemVideo, sound: Sound | None) -> Iterator[StoryboardVideo]:
        """Yield the storyboard of each language that can be rendered; what is wrong joins `problems`."""
        for language in LANGUAGES:
            if found := self._read(video, language, getattr(sound, language) if sound else None):
                yield found

    def _read(self, video: ItemVideo, language: Language, sound: str | None) -> StoryboardVideo | None:
        assert self.style is not None
        body, bundle = video.bodies[language], self.root / video.folder
        item = next(item for item in self.content.all_items() if item.folder == video.folder)
        name = getattr(self.content.cooperative.name, language)
        scenes, problems = read_storyboard(body, self.documents[body.source], language, name, item.facts.charted)
        self.problems.extend(problems)
        if scenes is None:
            return None
        pictures, damaged = self._pictures(scenes, video.folder)
        self.problems.extend(damaged)
        if sound is not None and not (bundle / sound).is_file():
            return None
        if sound is not None and not has_sound(bundle / sound):
            self.problems.append(Problem(f"{video.folder}/{sound}", 1, 1, "undecodable-sound", {"file": sound}))
            return None
        composition = compose(scenes, pictures, bundle / sound if sound else None, self.style)
        file_name = rendered_video_file(video.id, language)
        if not damaged and kept_video(bundle, file_name, composition) is None:
            values = {"file": file_name}
            self.problems.append(Problem(body.path, 1, 1, "stale-film", values))
        return StoryboardVideo(video, language, bundle, file_name, scenes, composition)

    def _pictures(self, scenes: SceneList, folder: str) -> tuple[dict[str, str], list[Problem]]:
        """Return the pictures of the scenes as SVG by file name, and a problem for each damaged one.

        A file that is missing or outside the bundle is left out: a rule of links reports it.
        """
        assert self.style is not None
        pictures: dict[str, str] = {}
        problems: list[Problem] = []
        for scene in scenes.scenes:
            if scene.picture is None or not _is_of_the_bundle(self.root / folder, scene.picture.file):
                continue
            try:
                pictures[scene.picture.file] = read_picture(self.root / folder / scene.picture.file, self.style)
            except UnusablePictureError as error:
                values = {"file": scene.picture.file, **error.fault.values}
                problems.append(Problem(f"{folder}/{scene.picture.file}", 1, 1, error.fault.rule, values))
        return pictures, problems


def _is_of_the_bundle(bundle: Path, name: str) -> bool:
    """Return whether a name leads to a file below the bundle, and not through a link to somewhere else."""
    try:
        place = (bundle / name).resolve()
        return place.is_file() and place.is_relative_to(bundle.resolve())
    except (OSError, ValueError):
        return False
