"""Renders the whole site into a tree, one language after another: pages, feeds, search, sharing images, media, theme files.

Pelican calls it through its generators; a process that keeps the site in memory may call it by itself.
"""

import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.cache.digest import Digester
from plugins.cache.memo import key_of
from plugins.cache.store import Records
from plugins.checks.built_pages import PageJudge
from plugins.design.assets import inline_svg
from plugins.design.tokens import light_colours
from plugins.diagnostics.timing import timed
from plugins.language.stemming import stemmer
from plugins.media.manifest import MediaImage
from plugins.model.acts import ActStatus
from plugins.model.items import LANGUAGES, Language
from plugins.model.loan_terms import REFERENCE_DAY
from plugins.render.marks import mark
from plugins.render.pages import PageRenderer
from plugins.render.plan import PlannedPage, Rendered
from plugins.render.tree import NewTree
from plugins.search import Entry, cached_weights, entries_of, index_files, search_index
from plugins.site.feeds import FEED_PATH, MOST_ITEMS, news_feed
from plugins.site.kept_plans import KeptPlans, keep_entries, keep_feed
from plugins.site.opengraph.size import HEIGHT, WIDTH
from plugins.site.sitemap import robots, sitemap
from plugins.site.templates import Templates
from plugins.site.web_manifest import MANIFEST_PATH, web_manifest
from plugins.views.alternates import LANGUAGE_NAMES, LOCALES, alternates
from plugins.views.news_lists import NewsList, with_news_lists
from plugins.views.pages import LanguageSite, Page, language_site
from plugins.views.prepared import PreparedSite
from plugins.views.shell import Shell, shell_of
from plugins.views.shortened import is_shown_whole

if TYPE_CHECKING:  # an edit of words plans no page anew
    from plugins.site.metadata import Metadata
    from plugins.views.view import Views

NOT_FOUND = "404.html"
COMPONENT_SHEET = "components/"
"""Path of the page that shows every component; no page of the site, and in none of its lists."""
_NEUTRAL = "mul"
_PREVIEW = (
    "A preview for those who make this site. It is not published: facts still wait to be confirmed, "
    "and nothing on it may be passed on."
)


def render_site(prepared: PreparedSite, theme: Path, cache: Path, site_url: str, tree: NewTree) -> Rendered:
    """Put a whole site into a tree as a run of Pelican does, without Pelican."""
    renderer = SiteRenderer(prepared, theme, cache, Templates(theme, cache), site_url, tree, Digester())
    languages = [renderer.render_language(language) for language in LANGUAGES]
    return sum(languages, Rendered()) + renderer.render_neutral()


@dataclass(frozen=True)
class SiteRenderer:
    """Renders a prepared site into a tree."""

    prepared: PreparedSite
    theme: Path
    cache: Path
    templates: Templates
    site_url: str
    tree: NewTree
    digester: Digester
    _shown: dict[Language, tuple[Shell, Sequence[str]]] = field(default_factory=dict, init=False)
    """What the neutral pages and the sitemap show of each language that was rendered: its shell and the paths of its pages."""

    def _site_of(self, language: Language) -> LanguageSite:
        site = with_news_lists(language_site(self.prepared, language, self.cache))
        content = self.prepared.content  # its texts are in the pages now, and their trees take the most room of all
        self.prepared.documents.forget(part.bodies[language].source for part in content.parts())
        return site

    def render_language(self, language: Language) -> Rendered:
        """Put every page, the feed, the search and the sharing images of one language into the tree.

        The pages are let go afterwards: those of two languages take twice the room.
        """
        from plugins.site.metadata import Metadata  # noqa: PLC0415 - see above

        with timed("texts"):
            site = self._site_of(language)
        metadata = Metadata(site, self.prepared, self.site_url, self.theme, self.cache, self.digester)
        with timed("search"):
            search = self._search(site)
        renderer = self.renderer(language, shell_around(site))
        with timed("pages"):
            rendered = renderer.render(self._pages(site, metadata, search))
        with timed("sharing images"):
            metadata.put_images(self.tree)
        self.tree.after[f"shell {language}"] = pickle.dumps(shell_around(site), 5)
        if "news" in site.indexes:
            self.put_feed(site)
        manifest = web_manifest(site, self.prepared.assets, light_colours(self.theme / "static"))
        self.tree.settle(f"{language}/{MANIFEST_PATH}", manifest.encode())
        self._shown[language] = shell_of(site), [page.path for page in site.all_pages()]
        self.digester.forget()
        return rendered

    def render_neutral(self) -> Rendered:
        """Put what exists once into the tree: the choice of language, media, theme files, sitemap."""
        shells = tuple(self._shown[language][0] for language in LANGUAGES)
        words = {language: self.templates.words(language) for language in LANGUAGES}
        not_found = {language: found.gettext("Page not found") for language, found in words.items()}
        preview_words = {language: found.gettext(_PREVIEW) for language, found in words.items()}
        values = {"sites": shells, "alternates": alternates("", self.site_url), "preview_words": preview_words}
        pages = [
            PlannedPage("index.html", "choose-language.html", values),
            PlannedPage(NOT_FOUND, "not-found-neutral.html", values | {"not_found": not_found}),
        ]
        rendered = self.renderer(_NEUTRAL, {}).render(pages)
        with timed("files"):
            self._put_files()
        return rendered

    def _pages(self, site: LanguageSite, metadata: "Metadata", search: str) -> Iterable[PlannedPage]:
        from plugins.views.view import Views  # noqa: PLC0415 - see above

        views = Views(site, self.prepared)
        for page in site.all_pages():
            addresses = {"picture": metadata.address(page), "search-index": search}
            planned = planned_page(page, views, metadata.structured_data(page), self.site_url, addresses)
            yield planned if may_be_replanned(page, site) else replace(planned, view=None)
            for alias in page.facts.aliases:
                moved = {"page": None, "alternates": (), "moved_to": page.url, "moved_title": page.text.title}
                yield PlannedPage(f"{site.language}/{_beside(page.path, alias)}index.html", "moved.html", moved)
        lost = {"page": None, "alternates": ()}
        yield PlannedPage(f"{site.language}/{NOT_FOUND}", "not-found.html", lost)
        if not self.prepared.published:
            styles = tuple(name for name in self.prepared.assets if name.startswith("css/pages/"))
            sheet = views.sheet(COMPONENT_SHEET, styles)
            values = {name: getattr(sheet, name) for name in _names(type(sheet))} | {"alternates": ()}
            yield PlannedPage(f"{site.language}/{COMPONENT_SHEET}index.html", "component-sheet.html", values)

    def renderer(self, language: str, shell: Mapping[str, Any]) -> PageRenderer:
        """Return what renders the pages of a language, or the neutral ones, with what they show around them."""
        assets, cooperative = self.prepared.assets, self.prepared.content.cooperative
        names = cooperative.names_in_both_languages
        shared = {
            "cooperative": cooperative, "published": self.prepared.published,
            "preview": self.prepared.preview, "language_names": LANGUAGE_NAMES,
            "locales": LOCALES, "site_url": self.site_url, "loan_reference_day": REFERENCE_DAY,
            "social_picture": mark("picture"), "social_picture_size": (WIDTH, HEIGHT), "search_index": mark("search-index"),
        }  # fmt: skip
        drawings = [part for name, asset in assets.items() if name.endswith(".svg") for part in (name, asset.content)]
        around = key_of(language, self.prepared.code, self.templates.catalogs.name, *names, "drawings", *drawings)
        return PageRenderer(
            self.templates.engine(language), self.templates.digests, shared | dict(shell), {"inline_svg": partial(inline_svg, assets)}, assets,
            PageJudge(names), self.digester, Records(self.cache, "pages"), self.tree, around, KeptPlans(self.cache).keep,
        )  # fmt: skip

    def _search(self, site: LanguageSite) -> str:
        """Put the index of a language into the tree; return the address of its first file."""
        repealed = repealed_acts(self.prepared)
        pages = site.content_pages()
        key = key_of(self.prepared.code, *sorted(repealed), *map(self.digester.hex, pages))
        known = self.tree.before.get(f"search {site.language}")
        if known and known[0] == key and all(self.tree.has(path, path) for path in known[1]):
            for path in known[1]:
                self.tree.keep(path, path)
            self.tree.after[f"search {site.language}"] = known
            return f"/{known[1][0]}"
        weights = cached_weights(self.digester, self.prepared.code, self.cache)
        entries = entries_of(search_index(pages, stemmer(site.language), repealed, weights), site)
        return self.put_search(site.language, key, entries)

    def put_search(self, language: Language, key: str, entries: Sequence[Entry]) -> str:
        """Put the index of these entries into the tree, noted under `key`; return the address of its first file."""
        files = index_files(entries, language, stemmer(language))
        paths = [file.url.lstrip("/") for file in files]
        for path, file in zip(paths, files, strict=True):
            if not self.tree.keep(path, path):  # named by its content
                self.tree.put(path, path, file.content)
        self.tree.after[f"search {language}"] = (key, paths)
        keep_entries(self.cache, paths[0], entries)
        return files[0].url

    def put_feed(self, site: LanguageSite) -> None:
        """Put the feed of the newest news into the tree; only home page, list and newest items of the site are looked at."""
        path = f"{site.language}/{FEED_PATH}"
        parts = (site.home, site.indexes["news"], *site.items["news"][:MOST_ITEMS])
        key = key_of(self.prepared.code, self.site_url, *map(self.digester.hex, parts))
        if not self.tree.keep(path, key):
            self.tree.put(path, key, news_feed(site, self.site_url).encode())
            keep_feed(self.cache, key, parts)

    def _put_files(self) -> None:
        """Put media, videos, theme files and the sitemap into the tree."""
        tree, prepared = self.tree, self.prepared
        for name, asset in prepared.assets.items():
            if not name.endswith(".css"):  # stylesheets are in the pages
                tree.settle(asset.url.lstrip("/"), asset.content)
        for media in prepared.media.values():
            for image in media.images:
                self._put_image(image, is_drawing=media.is_drawing)
        for url, file in prepared.videos.files.items():  # named by their content
            if not tree.keep(url.lstrip("/"), url):
                tree.put(url.lstrip("/"), url, file.read_bytes())
        for url, text in prepared.videos.texts.items():
            tree.settle(url.lstrip("/"), text.encode())
        tree.settle("sitemap.xml", sitemap(self._shown["kk"][1], self.site_url).encode())
        tree.settle("robots.txt", robots(self.site_url, published=prepared.published and not prepared.preview).encode())

    def _put_image(self, image: MediaImage, *, is_drawing: bool) -> None:
        path = image.url.lstrip("/")
        if is_drawing:
            self.tree.settle(path, image.source.read_bytes())
        elif not self.tree.keep(path, image.source.name):  # the hash of its content
            self.tree.link(path, image.source.name, image.source)


def repealed_acts(prepared: PreparedSite) -> set[str]:
    """Return the ids of acts that are no longer in force: their pages rank below others in the search."""
    return {name for name, act in prepared.content.acts.items() if act.status is ActStatus.REPEALED}


def planned_page(page: Page, views: "Views", data: Markup, site_url: str, addresses: Mapping[str, str]) -> PlannedPage:
    """Return a page of the site with all that its template shows; `data` are its structured data."""
    view = views.of(page)
    values = {name: getattr(view, name) for name in _names(type(view))}
    values |= {"alternates": alternates(page.path, site_url), "structured_data": data}
    return PlannedPage(f"{page.language}/{page.path}index.html", _template_of(page), values, addresses, view)


def with_words(planned: PlannedPage, page: Page, search: str) -> PlannedPage:
    """Return the plan of a page whose body is that of `page` now, where `search` is the address of the index."""
    view = planned.view.with_page(page_with_words(planned.view.page, page))
    values = {**planned.values, **{name: getattr(view, name) for name in _names(type(view))}}
    return replace(planned, values=values, addresses={**planned.addresses, "search-index": search}, view=view)


def page_with_words(before: Page, page: Page) -> Page:
    """Return the page `before` with the body of `page`."""
    return replace(before, body=page.body, headings=page.headings, words=page.words, terms=page.terms)


def may_be_replanned(page: Page, site: LanguageSite) -> bool:
    """Return whether an edit of the body of a page changes nothing else than this page, the search and the feed."""
    return not isinstance(page, NewsList) and not page.videos and not is_shown_whole(page, site)


def shell_around(site: LanguageSite) -> dict[str, Any]:
    """Return what the templates of a language get beside the values of a page."""
    return {"site": shell_of(site), "feed_path": FEED_PATH, "manifest_path": MANIFEST_PATH}


def _beside(path: str, alias: str) -> str:
    """Return the path of a page that had another last part."""
    return f"{path.rstrip('/').rpartition('/')[0]}/{alias}/".lstrip("/")


def _template_of(page: Page) -> str:
    folder = "pages" if page.section == "pages" else f"sections/{page.section}"
    return f"{folder}/{page.template}.html"


def _names(view: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(view))
