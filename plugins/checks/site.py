"""The input of a rule: the whole content with the document of each text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from plugins.diagnostics import Problem
from plugins.markdown import Document
from plugins.model.fields import Text
from plugins.model.items import BUNDLE_FILES, LANGUAGES, Body, Intro, Item, Language, Part, SiteContent, UnfinishedText
from plugins.model.sections import SECTIONS


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """The Markdown of one file: its nodes, and where they are in the file."""

    path: str
    first_line: int
    """Line of the file on which the Markdown begins."""
    document: Document

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file, from 1, of the character at `offset` of the Markdown."""
        line, column = self.document.place(offset)
        return self.first_line + line - 1, column

    def problem(self, rule: str, offset: int, **values: str) -> Problem:
        """Return a problem at the character at `offset` of the Markdown."""
        return Problem(self.path, *self.place(offset), rule, values)


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """The content, the document of each body by its Markdown, the folder of the project, the day."""

    content: SiteContent
    documents: Mapping[str, Document]
    root: Path
    today: date
    """The day the check is made on; no rule asks the clock."""
    published: bool = False
    """Whether samples and unconfirmed facts have been left out."""
    video_seconds: Mapping[str, float] = field(default_factory=dict)
    """Length of every video an editor gave, by path; one that cannot be read is not in it."""

    def markdown(self, body: Body) -> MarkdownText:
        """Return the Markdown of a body."""
        return MarkdownText(body.path, body.first_line, self.documents[body.source])

    def all_markdown(self) -> Iterator[MarkdownText]:
        """Yield the Markdown of every body."""
        return map(self.markdown, self.content.all_bodies())

    def pairs(self) -> Iterator[Mapping[Language, Body]]:
        """Yield both bodies of every item, intro and video; nothing of one that can be read in one language only."""
        for part in self.content.written():
            if len(part.bodies) == len(LANGUAGES):
                yield part.bodies

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Yield every front matter with the path of its file."""
        for part in self.content.written():
            for language, text in part.texts.items():
                yield part.bodies[language].path, text

    def only(self, part: Part | None) -> "CheckedSite":
        """Return a site that holds nothing but `part`; without one, nothing but the YAML files that exist once."""
        whole = self.content
        intros = {part.section.folder: part} if isinstance(part, Intro) else {}
        items = dict.fromkeys(whole.items, ()) | ({part.section.folder: (part,)} if isinstance(part, Item) else {})
        files = [f"{part.folder}/{name}" for name in BUNDLE_FILES] if part else _at_the_top(whole)
        if isinstance(part, Item):
            files += [body.path for video in part.videos for body in video.bodies.values()]
        sources = {path: whole.sources[path] for path in files if path in whole.sources}
        return replace(self, content=replace(whole, intros=intros, items=items, sources=sources, unfinished=()))

    def of_unfinished(self) -> Iterator["CheckedSite"]:
        """Yield for each item whose other files cannot be read a site that holds nothing but its words.

        They are held as those above a list, which have no facts.
        """
        by_name: dict[str, list[UnfinishedText]] = {}
        for words in self.content.unfinished:
            by_name.setdefault(words.body.path.removesuffix(f".{words.language}.md"), []).append(words)
        none = dict.fromkeys(self.content.items, ())
        for name, found in by_name.items():
            section = next(section for section in SECTIONS if section.folder == name.split("/")[1])
            texts = {words.language: words.text for words in found if words.text}
            part = Intro(section, name.rpartition("/")[0], texts, {words.language: words.body for words in found})
            paths = (words.body.path for words in found)
            sources = {path: self.content.sources[path] for path in paths if path in self.content.sources}
            narrow = replace(self.content, intros={name: part}, items=none, sources=sources, unfinished=())
            yield replace(self, content=narrow)


def _at_the_top(content: SiteContent) -> list[str]:
    """Return the YAML files that exist once, beside the sections."""
    return [path for path in content.sources if path.rpartition("/")[0] == content.folder]
