"""The declaration of a section, which holds everything the pipeline must know of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.model.fields import Facts, Text


@dataclass(frozen=True, slots=True)
class Schema:
    """The shape of an item: its facts, and its words in each language."""

    facts: type[Facts] = Facts
    text: type[Text] = Text
    template: str = "item"
    """Template of the item, in the section's folder of the theme."""
    keyed: Mapping[str, str] = field(default_factory=dict)
    """Field of the facts -> field of the text: both are maps and must have the same keys."""
    described: Mapping[str, str] = field(default_factory=dict)
    """Part of the facts -> field of the text that describes it."""
    keyed_within: Mapping[str, str] = field(default_factory=dict)
    """Field that is a map in both -> what within each of its values must have the same keys too."""


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of `content/`: the shape of its items and their order."""

    folder: str
    schema: Schema
    order: Callable[[Any], Any]
    """Sort key of an item's facts."""
    newest_first: bool = False
    own_schemas: Mapping[str, Schema] = field(default_factory=dict)
    """Items of their own shape, by slug."""
    own_lists: str = ""
    """Pattern of the folders that lists of the section take for themselves; no item may be called so."""
    single_pages: bool = False
    """Its items are directly below the language, and it has no list of its own."""

    def __reduce__(self) -> tuple[Callable[[str], "Section"], tuple[str]]:
        """Return how a kept item finds its section again: by its folder."""
        return _by_folder, (self.folder,)

    def schema_of(self, slug: str) -> Schema:
        """Return the shape of the item `slug`."""
        return self.own_schemas.get(slug, self.schema)

    @property
    def index_path(self) -> str:
        """Address of the list below its language, for example `news/`."""
        return "" if self.single_pages else f"{self.folder}/"

    def item_path(self, slug: str) -> str:
        """Address of an item below its language; the home page's is empty."""
        if self.single_pages:
            return "" if slug == "home" else f"{slug}/"
        return f"{self.folder}/{slug}/"


def _by_folder(folder: str) -> Section:
    from plugins.model.sections import SECTIONS  # noqa: PLC0415 - the list holds this class

    return next(section for section in SECTIONS if section.folder == folder)
