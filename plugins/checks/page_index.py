"""The outline of each page: its address, title, anchors and links, for rules that compare pages.

Rules that compare pages look at outlines only. An outline is small and is kept from check to check, so that after one edit
no other file has to be read again.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from plugins.checks.site import CheckedSite
from plugins.model.fields import PageReference, Text
from plugins.model.items import FACTS_FILE, LANGUAGES, Body, Item, Language, Part, SiteContent
from plugins.model.references import values_in
from plugins.model.sync_translations import fingerprint_of


@dataclass(frozen=True, slots=True)
class OutgoingLink:
    """An address as the editor wrote it, and its place."""

    target: str
    file: str
    """Of the page's words, or of the words of a video on it."""
    line: int
    column: int
    is_button: bool = False
    """Whether it is a button or a tile of the front matter, which is not shown where its page is not."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One page in one language."""

    language: str
    path: str
    """Address without the language: `/news/meeting/`."""
    file: str
    title: str
    title_line: int
    title_column: int
    anchors: frozenset[str]
    links: tuple[OutgoingLink, ...]
    """Links to pages; pictures are no links."""
    words: str
    """Fingerprint of all its words."""

    @property
    def item(self) -> str:
        """Folder of the item below `content/`, such as `news/meeting`."""
        return self.file.split("/", 1)[1].rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole site, for rules that compare pages.

    Of `content` only what exists once is complete: the cooperative, the acts, the paths; items that did not change since
    the last check are not read again.
    """

    content: SiteContent
    outlines: tuple[Outline, ...]
    today: date

    @property
    def paths(self) -> Set[str]:
        """Every address below a language."""
        return self.content.paths


def outlines_of(site: CheckedSite) -> Iterator[Outline]:
    """Yield the outline of every page of `site`, in both languages."""
    for part in site.content.parts():
        for language in part.bodies:
            yield _outline(site, part, language, part.path)


def outlines_of_unfinished(site: CheckedSite) -> Iterator[Outline]:
    """Yield the outlines of the item of which `site` holds the words only; none where a front matter cannot be read."""
    for part in site.content.intros.values():
        section, slug = (
            part.section,
            part.folder.removeprefix(f"{site.content.folder}/{part.section.folder}").strip("/"),
        )
        for language in part.bodies if len(part.texts) == len(LANGUAGES) else ():
            yield _outline(site, part, language, section.item_path(slug) if slug else section.index_path)


def _outline(site: CheckedSite, part: Part, language: Language, path: str) -> Outline:
    text, body = part.texts[language], part.bodies[language]
    source = site.content.sources[body.path]
    line, column = source.place_of_value(("title",))
    videos = [video for video in part.videos if language in video.bodies] if isinstance(part, Item) else []
    written = [(text, body), *((video.texts[language], video.bodies[language]) for video in videos)]
    links = tuple(link for words, below in written for link in _links(site, words, below))
    if language == LANGUAGES[0]:  # facts exist once for both languages
        links += tuple(_next_steps(site, part))
    anchors = frozenset().union(*(site.documents[below.source].ids for _, below in written))
    words = fingerprint_of(body, source)
    return Outline(language, f"/{path}", body.path, text.title, line, column, anchors, links, words)


def _next_steps(site: CheckedSite, part: Part) -> Iterator[OutgoingLink]:
    if isinstance(part, Item) and part.facts.next:
        source = site.content.sources[f"{part.folder}/{FACTS_FILE}"]
        for number, path in enumerate(part.facts.next):
            yield OutgoingLink(path, source.path, *source.place_of_value(("next", number)))


def _links(site: CheckedSite, text: Text, body: Body) -> Iterator[OutgoingLink]:
    """Yield the links of a front matter and of the Markdown below it."""
    source = site.content.sources[body.path]
    for location, value in values_in(text):
        if isinstance(value, PageReference):
            yield OutgoingLink(value.link, body.path, *source.place_of_value((*location, "link")), is_button=True)
    markdown = site.markdown(body)
    for link in markdown.document.links:
        yield OutgoingLink(link.target, body.path, *markdown.place(link.target_span.start))
