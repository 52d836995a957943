"""The pages of one language, ready for the templates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from plugins.markdown import Heading
from plugins.media import MediaFile, MediaManifest
from plugins.model.acts import Act, is_old_check
from plugins.model.fields import Change, Facts, LawReference, Role, Text, Words
from plugins.model.items import Body, Item, ItemVideo, Language, Part, SiteContent
from plugins.model.sections import SECTIONS
from plugins.video.library import PublishedVideo
from plugins.views.buttons import leading_somewhere
from plugins.views.prepared import PreparedSite
from plugins.views.prose import Prose, ProseMaker, WrittenText
from plugins.views.terms import PageTerm, all_terms

GLOSSARY_PATH = "glossary/"
SEARCH_PATH = "search/"
"""The page of the search, below its language; it has its place in the header, not in the menu."""
_FOOTER = ("/contacts/", "/suggestions/", "/pyramid-check/", "/easy-read/", "/privacy/", "/accessibility/")


@dataclass(frozen=True, slots=True)
class PageLink:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act as an item names it, with its page, if there is one."""

    act: Act
    articles: tuple[str, ...]
    is_history: bool
    page: str | None
    is_old: bool = False
    """Whether nobody has compared it with the official text for over a year."""


@dataclass(frozen=True, slots=True)
class PageVideo:
    """A video of a page with its words; `transcript` is empty for a storyboard, whose scenes are shown instead."""

    id: str
    language: Language
    text: Text
    transcript: Markup
    made: PublishedVideo


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language. `path` is its address below the language, the same in both."""

    language: Language
    path: str
    section: str
    template: str
    text: Text
    facts: Facts
    body: Markup
    headings: tuple[Heading, ...] = ()
    words: str = ""
    """All words of the body, without markup."""
    laws: tuple[CitedAct, ...] = ()
    pictures: Mapping[str, MediaFile] = field(default_factory=dict)
    """Pictures of the bundle by file name."""
    videos: tuple[PageVideo, ...] = ()
    terms: tuple[PageTerm, ...] = ()
    """Terms explained on the page; on the page of the glossary all of them."""
    next_steps: tuple[PageLink, ...] = ()
    """Pages to read after this one."""
    breadcrumbs: tuple[PageLink, ...] = ()
    previous: PageLink | None = None
    next: PageLink | None = None

    @property
    def url(self) -> str:
        """Address from the root of the site: `/kk/news/round-table-2023/`."""
        return f"/{self.language}/{self.path}"

    @property
    def slug(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def short_title(self) -> str:
        return self.text.short_title or self.text.title

    @property
    def link(self) -> PageLink:
        return PageLink(self.short_title, self.url)


@dataclass(frozen=True, slots=True)
class MenuGroup:
    title: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class LanguageSite:
    """Every page of one language: the lists of the sections, the items below them, and the menu."""

    language: Language
    home: Page
    indexes: Mapping[str, Page]
    items: Mapping[str, tuple[Page, ...]]
    menu: tuple[MenuGroup, ...]
    footer: tuple[PageLink, ...]
    """What a reader looks for at the end of a page."""
    lists: tuple[Page, ...] = ()
    """Further lists of a section, such as the news of one year."""

    @property
    def search(self) -> PageLink | None:
        """The page that searches, where the content has one."""
        return next((page.link for page in self.items["pages"] if page.path == SEARCH_PATH), None)

    @property
    def glossary_url(self) -> str:
        """Address of the page of the glossary; empty where the content has none."""
        return next((page.url for page in self.items["pages"] if page.path == GLOSSARY_PATH), "")

    def content_pages(self) -> tuple[Page, ...]:
        """Return every page that says something of its own: the lists of the sections, then the items."""
        return (*self.indexes.values(), *(page for pages in self.items.values() for page in pages))

    def all_pages(self) -> tuple[Page, ...]:
        """Return every page of the language, further lists too."""
        return (*self.content_pages(), *self.lists)


@dataclass(frozen=True, slots=True)
class UnlinkedPages:
    """The pages of one language, each by itself: they do not know each other yet."""

    language: Language
    indexes: Mapping[str, Page]
    items: Mapping[str, tuple[Page, ...]]
    """In the order of their section."""


def language_site(site: PreparedSite, language: Language, cache: Path | None = None) -> LanguageSite:
    """Return all pages of `language`, linked with each other; their texts are kept below `cache`, if it is given."""
    return linked(site.content, unlinked_pages(site, language, cache))


def unlinked_pages(site: PreparedSite, language: Language, cache: Path | None = None) -> UnlinkedPages:
    """Return every page of `language` by itself."""
    return updated_pages(UnlinkedPages(language, {}, {}), site, site.content.parts(), cache)


def updated_pages(
    before: UnlinkedPages, site: PreparedSite, changed: Sequence[Part], cache: Path | None = None
) -> UnlinkedPages:
    """Return the pages of `site`, where only the parts `changed` differ from the site of `before`."""
    language, pictures = before.language, _by_bundle(site.media)
    maker = ProseMaker(site, language, pictures)
    made = _PageMaker(site, language, pictures, maker, maker.make(list(_texts(changed, language)), cache))
    pages = {page.path: page for page in chain(before.indexes.values(), *before.items.values())}
    pages |= {part.path: made.part(part) for part in changed}
    return UnlinkedPages(
        language,
        {folder: pages[intro.path] for folder, intro in site.content.intros.items()},
        {
            section.folder: tuple(pages[item.path] for item in site.content.items[section.folder])
            for section in SECTIONS
        },
    )


def linked(content: SiteContent, unlinked: UnlinkedPages) -> LanguageSite:
    """Return the pages of a language with what they show of each other, and the menu."""
    language = unlinked.language
    home = next(page for page in unlinked.items["pages"] if page.path == "")
    indexes = {
        folder: replace(page, breadcrumbs=(home.link,), facts=Facts(changed=_latest_change(content.items[folder])))
        for folder, page in unlinked.indexes.items()
    }
    items = {
        folder: _in_a_row(group, home, indexes[folder]) if folder in indexes else _below_home(group, home)
        for folder, group in unlinked.items.items()
    }
    by_path = {f"/{page.path}": page for page in chain(indexes.values(), *unlinked.items.values())}
    items = {folder: tuple(_with_next_steps(page, by_path) for page in group) for folder, group in items.items()}
    menu = tuple(
        MenuGroup(getattr(group.title, language), tuple(by_path[path].link for path in group.paths if path in by_path))
        for group in content.cooperative.menu
    )
    footer = tuple(by_path[path].link for path in _FOOTER if path in by_path)
    return LanguageSite(language, home, indexes, items, tuple(group for group in menu if group.links), footer)


def _latest_change(items: Iterable[Item]) -> tuple[Change, ...]:
    """Return the latest change of a section, with the title of the item it was made to; nothing where no change is known."""
    changes = [
        (max(change.on for change in item.facts.changed), item.path, item) for item in items if item.facts.changed
    ]
    if not changes:
        return ()
    day, _, item = max(changes, key=lambda change: change[:2])
    return (Change(on=day, what=Words(kk=item.texts["kk"].title, ru=item.texts["ru"].title)),)


def _texts(parts: Iterable[Part], language: Language) -> Iterator[WrittenText]:
    """Yield the text of every page; the home page has no room for meanings of terms, and the glossary needs none."""
    for part in parts:
        yield WrittenText(part.bodies[language], "" if part.path == GLOSSARY_PATH else part.path)


def _with_next_steps(page: Page, by_path: Mapping[str, Page]) -> Page:
    steps = tuple(by_path[path].link for path in page.facts.next if path in by_path)
    return replace(page, next_steps=steps) if steps else page


def _in_a_row(group: tuple[Page, ...], home: Page, index: Page) -> tuple[Page, ...]:
    crumbs = (home.link, index.link)
    before: dict[str, PageLink] = {right.path: left.link for left, right in pairwise(group)}
    after: dict[str, PageLink] = {left.path: right.link for left, right in pairwise(group)}
    return tuple(
        replace(page, breadcrumbs=crumbs, previous=before.get(page.path), next=after.get(page.path)) for page in group
    )


def _below_home(group: tuple[Page, ...], home: Page) -> tuple[Page, ...]:
    return tuple(replace(page, breadcrumbs=() if page.path == "" else (home.link,)) for page in group)


def _by_bundle(media: MediaManifest) -> Mapping[str, Mapping[str, MediaFile]]:
    """Return the pictures of every bundle by their path inside it."""
    bundles: dict[str, dict[str, MediaFile]] = defaultdict(dict)
    for path, picture in media.items():
        for folder in PurePosixPath(path).parents:
            bundles[str(folder)][path.removeprefix(f"{folder}/")] = picture
    return bundles


@dataclass(frozen=True, slots=True)
class _PageMaker:
    site: PreparedSite
    language: Language
    pictures: Mapping[str, Mapping[str, MediaFile]]
    """By bundle, then by path inside it."""
    maker: ProseMaker
    prose: Mapping[str, Prose]
    """The text of every page, by its file."""

    def part(self, part: Part) -> Page:
        if isinstance(part, Item):
            return self.item(part)
        return self.page(part.path, part.section.folder, "index", part.texts, part.bodies, Facts())

    def item(self, item: Item) -> Page:
        template = item.section.schema_of(item.slug).template
        page = self.page(item.path, item.section.folder, template, item.texts, item.bodies, item.facts)
        laws = tuple(self.cited_act(reference) for reference in item.facts.laws)
        return replace(page, laws=laws, pictures=self.pictures.get(item.folder, {}), videos=self.videos(item))

    def videos(self, item: Item) -> tuple[PageVideo, ...]:
        return tuple(self.video(video) for video in item.videos)

    def video(self, video: ItemVideo) -> PageVideo:
        made = self.site.videos.videos[video.folder, video.id, self.language]
        document = self.site.documents[video.bodies[self.language].source]
        transcript = Markup() if video.file is None else self.maker.one(document, video.folder)
        return PageVideo(video.id, self.language, video.texts[self.language], transcript, made)

    def page(
        self,
        path: str,
        section: str,
        template: str,
        texts: Mapping[Language, Text],
        bodies: Mapping[Language, Body],
        facts: Facts,
    ) -> Page:
        prose = self.prose[bodies[self.language].path]
        terms = all_terms(self.site.content.glossary, self.language) if path == GLOSSARY_PATH else prose.terms
        text = leading_somewhere(texts[self.language], self.site.content.withheld)
        return Page(
            self.language, path, section, template, text, facts, prose.html, prose.headings, prose.words, terms=terms
        )

    def cited_act(self, reference: LawReference) -> CitedAct:
        act = self.site.content.acts[reference.act]
        path = f"/laws/{act.page}/"
        page = f"/{self.language}{path}" if path in self.site.content.paths else None
        is_old = is_old_check(act, self.site.today)
        return CitedAct(act, reference.articles, reference.role is Role.HISTORY, page, is_old)
