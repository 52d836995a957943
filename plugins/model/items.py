"""The typed content: items, and the whole of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from plugins.model.acts import Act
from plugins.model.cooperative import Cooperative
from plugins.model.fields import Facts, Text
from plugins.model.sections.section import Section
from plugins.model.yaml_source import YamlSource

Language = Literal["kk", "ru"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru")


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of one index file, as written, and the line of the file it begins on."""

    path: str
    source: str
    first_line: int

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file, from 1, of the character at `offset`."""
        before = self.source[:offset]
        return self.first_line + before.count("\n"), offset - before.rfind("\n")


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

    @property
    def path(self) -> str:
        """The address of the page below its language, for example `news/round-table-2023/`."""
        return self.section.item_path(self.slug)


@dataclass(frozen=True, slots=True)
class Intro:
    """The words above a section's list: an index file of the section's own folder."""

    section: Section
    texts: Mapping[Language, Text]
    bodies: Mapping[Language, Body]


@dataclass(frozen=True, slots=True)
class SiteContent:
    """Everything editors wrote, read and typed; items stand in their section's order."""

    folder: str
    cooperative: Cooperative
    acts: Mapping[str, Act]
    intros: Mapping[str, Intro]
    items: Mapping[str, tuple[Item, ...]]
    paths: frozenset[str]
    """Every address below a language, such as `/news/`: also of an item that could not be read."""
    sources: Mapping[str, YamlSource]
    """Every YAML text read, by its file, so that a later check can say where a value stands."""

    def all_items(self) -> tuple[Item, ...]:
        """Return every item, section by section."""
        return tuple(item for items in self.items.values() for item in items)

    def all_bodies(self) -> tuple[Body, ...]:
        """Return every Markdown text of the site."""
        return tuple(body for part in self.parts() for body in part.bodies.values())

    def parts(self) -> tuple[Intro | Item, ...]:
        """Return everything that has words in both languages."""
        return (*self.intros.values(), *self.all_items())
