"""The typed content: items, and the whole of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from plugins.diagnostics.places import place_in
from plugins.model.acts import Act
from plugins.model.captions import Captions
from plugins.model.ceilings import Ceilings
from plugins.model.cooperative import Cooperative
from plugins.model.fields import Facts, Storyboard, Text, VideoFile, VideoSource
from plugins.model.glossary import Term
from plugins.model.papers import PaperRecord
from plugins.model.plans import Plan
from plugins.model.sections.section import Section
from plugins.model.synced import Fingerprints
from plugins.model.written_exceptions import WrittenException
from plugins.model.yaml_source import YamlSource

Language = Literal["kk", "ru"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru")

FACTS_FILE = "facts.yaml"


def index_file(language: Language) -> str:
    """Return the name of the file that holds a bundle's words in one language."""
    return f"index.{language}.md"


BUNDLE_FILES = (FACTS_FILE, *map(index_file, LANGUAGES))
"""What every bundle holds; the folder of a section holds the words only."""


RENDERED_RECORD = "drawn.json"
"""Says from what the storyboard videos kept in a bundle were rendered."""


def video_words_file(video: str, language: Language) -> str:
    """Return the name of the file with title and transcript, or scenes, of a video in one language."""
    return f"{video}.{language}.md"


def captions_file(video: str, language: Language) -> str:
    """Return the name of the file with the captions of a recorded video in one language."""
    return f"{video}.{language}.vtt"


def rendered_video_file(video: str, language: Language) -> str:
    """Return the name of the file in which a rendered storyboard is kept in one language."""
    return f"{video}.{language}.mp4"


def video_files(key: str, source: VideoSource) -> frozenset[str]:
    """Return the names of all files a video may add to its bundle, beside those its facts name."""
    names = [video_words_file(key, language) for language in LANGUAGES]
    match source:
        case Storyboard():
            names += [RENDERED_RECORD, *(rendered_video_file(key, language) for language in LANGUAGES)]
        case VideoFile():
            names += [captions_file(key, language) for language in LANGUAGES]
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of one index file, and the line of the file it begins on."""

    path: str
    source: str
    """With the exceptions blanked out: nothing of them is published, and every other character keeps its place."""
    first_line: int
    exceptions: tuple[WrittenException, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file, from 1, of the character at `offset`."""
        return place_in(self.source, offset, self.first_line)


@dataclass(frozen=True, slots=True)
class UnfinishedText:
    """The words of one language of an item that is left out for a fault elsewhere in it."""

    language: Language
    body: Body
    text: Text | None
    """Its front matter, where that can be read."""


@dataclass(frozen=True, slots=True)
class ItemVideo:
    """A video of a bundle with its words. The body is its transcript, or the scenes of its storyboard."""

    id: str
    folder: str
    source: VideoSource
    texts: Mapping[Language, Text]
    bodies: Mapping[Language, Body]
    captions: Mapping[Language, Captions]
    """Empty for a storyboard, whose captions follow from its scenes."""

    @property
    def file(self) -> str | None:
        """Return the path of the recorded file in the project; None for a storyboard."""
        return f"{self.folder}/{self.source.file}" if isinstance(self.source, VideoFile) else None


@dataclass(frozen=True, slots=True)
class Item:
    """One bundle: facts shared by both languages, words in each."""

    section: Section
    slug: str
    folder: str
    """Relative to the project, with forward slashes, as diagnostics show it."""
    facts: Facts
    texts: Mapping[Language, Text]
    bodies: Mapping[Language, Body]
    papers: Mapping[str, PaperRecord] = field(default_factory=dict)
    """What is known of the papers shown, by file name."""
    videos: tuple[ItemVideo, ...] = ()

    @property
    def path(self) -> str:
        """The address of the page below its language, for example `news/round-table-2023/`."""
        return self.section.item_path(self.slug)


@dataclass(frozen=True, slots=True)
class Intro:
    """The words above a section's list: an index file of the section's own folder."""

    section: Section
    folder: str
    texts: Mapping[Language, Text]
    bodies: Mapping[Language, Body]

    @property
    def path(self) -> str:
        """The address of the list below its language, for example `news/`."""
        return self.section.index_path


Part = Item | Intro
"""What has words in both languages, in a folder of its own."""

Written = Item | Intro | ItemVideo
"""What has words in both languages."""


@dataclass(frozen=True, slots=True)
class SiteContent:
    """Everything editors wrote, read and typed; items are in their section's order."""

    folder: str
    cooperative: Cooperative
    acts: Mapping[str, Act]
    ceilings: Ceilings
    intros: Mapping[str, Intro]
    items: Mapping[str, tuple[Item, ...]]
    paths: frozenset[str]
    """Every address below a language, such as `/news/`: also of an item that could not be read."""
    in_step: Mapping[str, Fingerprints]
    """What the languages of an item held when they were declared in step, by its folder below `content/`."""
    sources: Mapping[str, YamlSource]
    """Every YAML text read, by its file, so that a later check can say where a value is."""
    glossary: Mapping[str, Term] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    """Addresses of what is written and not shown: a link to them is a link to nothing."""
    drafts: frozenset[str] = frozenset()
    """Addresses of drafts: the menu may name one before it is finished, and need not."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """What is still to be done, by id."""
    unfinished: tuple[UnfinishedText, ...] = ()
    """Words of items that are left out for a fault elsewhere in them: they are still checked in the same run."""

    def all_items(self) -> tuple[Item, ...]:
        """Return every item, section by section."""
        return tuple(item for items in self.items.values() for item in items)

    def all_bodies(self) -> tuple[Body, ...]:
        """Return every Markdown text of the site."""
        return tuple(body for part in self.written() for body in part.bodies.values())

    def parts(self) -> tuple[Part, ...]:
        """Return everything that has a folder of its own."""
        return (*self.intros.values(), *self.all_items())

    def all_videos(self) -> tuple[ItemVideo, ...]:
        """Return every video, item by item."""
        return tuple(video for item in self.all_items() for video in item.videos)

    def written(self) -> tuple[Written, ...]:
        """Return everything that has words in both languages: also the videos of the items."""
        return (*self.parts(), *self.all_videos())
