"""Renders a site again whose pages differ from the last build in the words of some bodies only."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.language.stemming import stemmer
from plugins.model.items import Language
from plugins.render.plan import PlannedPage, Rendered
from plugins.render.tree import TreeRecord
from plugins.search import Entry, search_index, with_entry
from plugins.site.feeds import FEED_PATH
from plugins.site.kept_plans import KeptPlans, read_entries, read_feed
from plugins.site.render_site import SiteRenderer, page_with_words, repealed_acts, with_words
from plugins.views.pages import LanguageSite, Page


class NotKeptError(Exception):
    """Something of the last build that is needed is not kept, or has been changed."""


@dataclass(frozen=True, slots=True)
class _KeptOfLanguage:
    """What is needed of the last build for one language."""

    edited: Mapping[str, Page]
    """By path."""
    plans: Sequence[PlannedPage]
    """Of the edited pages, and of those that name the search index."""
    shell: Mapping[str, Any]
    entries: Sequence[Entry]
    feed: tuple[Page, ...]
    """What the feed is made from; nothing where no news were edited."""


class KeptSite:
    """What the last build kept, for an edit of the words of some pages: the pages, the search and the feed change with them."""

    def __init__(self, cache: Path, record: TreeRecord, edited: Mapping[Language, Sequence[Page]]) -> None:
        """Read what rendering the pages `edited` needs. Raises NotKeptError."""
        self._cache, self._notes = cache, record.notes
        self._files = {path: key for path, (key, _) in record.files.items()}
        self._languages = {language: self._kept(language, pages) for language, pages in edited.items()}

    def render(self, site: SiteRenderer) -> Rendered:
        """Put the whole site into the tree of `site`. Raises NotKeptError where the present site is not as it was left."""
        tree = site.tree
        tree.after |= self._notes
        tree.after["pages"] = dict(self._notes["pages"])
        made = {plan.path for kept in self._languages.values() for plan in kept.plans}
        made |= {path for language in self._languages for path in self._search(language)}
        made |= {_feed_of(language) for language, kept in self._languages.items() if kept.feed}
        for path, key in self._files.items():
            if path not in made and not tree.keep(path, key):
                raise NotKeptError
        rendered = Rendered(kept=sum(path.endswith(".html") and path not in made for path in self._files))
        for language, kept in self._languages.items():
            rendered += _render(site, language, kept)
        return rendered

    def _kept(self, language: Language, pages: Sequence[Page]) -> _KeptOfLanguage:
        entries = read_entries(self._cache, self._search(language)[0])
        is_news = any(page.section == "news" for page in pages)
        feed = read_feed(self._cache, self._files[_feed_of(language)]) if is_news else ()
        if entries is None or feed is None:
            raise NotKeptError
        shell = pickle.loads(self._notes[f"shell {language}"])  # noqa: S301 - our own, checked against its key
        return _KeptOfLanguage({page.path: page for page in pages}, self._plans(language, pages), shell, entries, feed)

    def _search(self, language: Language) -> Sequence[str]:
        """Return the files of the index of a language, the one that names the others first."""
        _, paths = self._notes[f"search {language}"]
        return list(paths)

    def _plans(self, language: Language, pages: Sequence[Page]) -> list[PlannedPage]:
        notes = self._notes["pages"]
        wanted = [f"{language}/{page.path}index.html" for page in pages]
        wanted += [
            path
            for path, (_, marks, _) in notes.items()
            if path.startswith(f"{language}/") and "search-index:" in marks
        ]
        keys = {path: notes[path][2] for path in dict.fromkeys(wanted)}
        found = KeptPlans(self._cache).read(keys.values())
        if any(key not in found for key in keys.values()):
            raise NotKeptError
        return [found[key] for key in keys.values()]


def _render(site: SiteRenderer, language: Language, kept: _KeptOfLanguage) -> Rendered:
    index = search_index(list(kept.edited.values()), stemmer(language), repealed_acts(site.prepared))
    search = site.put_search(language, "", with_entry(kept.entries, index))
    if kept.feed:
        home, news_list, *newest = kept.feed
        news = tuple(page_with_words(page, kept.edited.get(page.path, page)) for page in newest)
        site.put_feed(LanguageSite(language, home, {"news": news_list}, {"news": news}, (), ()))
    pages = [with_words(plan, kept.edited.get(plan.view.page.path, plan.view.page), search) for plan in kept.plans]
    return site.renderer(language, kept.shell).render(pages)


def _feed_of(language: Language) -> str:
    return f"{language}/{FEED_PATH}"
