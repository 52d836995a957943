"""Renders a site again whose pages differ from the last build in the words of some bodies only."""

import pickle
from collections.abc import Iterable, Mapping, Sequence
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
from plugins.views.shortened import shown_elsewhere


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


@dataclass(frozen=True, slots=True)
class KeptSite:
    """What the last build kept, for an edit of the words of some pages: the pages, the search and the feed change with them."""

    record: TreeRecord
    languages: Mapping[Language, _KeptOfLanguage]
    """Those with edited pages."""

    def render(self, site: SiteRenderer) -> Rendered | None:
        """Put the whole site into the tree of `site`; return None where the present site is not as its build left it."""
        notes, tree = self.record.notes, site.tree
        tree.after |= notes
        tree.after["pages"] = dict(notes["pages"])
        made = {plan.path for kept in self.languages.values() for plan in kept.plans}
        made |= {path for language in self.languages for path in _search_files(self.record, language)}
        made |= {_feed_of(language) for language, kept in self.languages.items() if kept.feed}
        for path, (key, _) in self.record.files.items():
            if path not in made and not tree.keep(path, key):
                return None
        rendered = Rendered(kept=sum(path.endswith(".html") and path not in made for path in self.record.files))
        for language, kept in self.languages.items():
            rendered += _render(site, language, kept)
        return rendered


def read_kept_site(cache: Path, record: TreeRecord, edited: Mapping[Language, Sequence[Page]]) -> KeptSite | None:
    """Return what rendering the pages `edited` needs; None where it is not kept, or another page shows edited words."""
    languages: dict[Language, _KeptOfLanguage] = {}
    for language, pages in edited.items():
        found = _of_language(cache, record, language, {page.path: page for page in pages})
        if found is None:
            return None
        languages[language] = found
    return KeptSite(record, languages)


def _of_language(
    cache: Path, record: TreeRecord, language: Language, edited: Mapping[str, Page]
) -> _KeptOfLanguage | None:
    entries = read_entries(cache, _search_files(record, language)[0])
    is_news = any(page.section == "news" for page in edited.values())
    feed = read_feed(cache, record.files[_feed_of(language)][0]) if is_news else ()
    plans = _plans(cache, record, language, edited)
    if entries is None or feed is None or plans is None:
        return None
    before = [plan.view.page for plan in plans]
    if any(page.path in edited and shown_elsewhere(page) != shown_elsewhere(edited[page.path]) for page in before):
        return None
    shell = pickle.loads(record.notes[f"shell {language}"])  # noqa: S301 - our own, checked against its key
    return _KeptOfLanguage(edited, plans, shell, entries, feed)


def _plans(cache: Path, record: TreeRecord, language: Language, paths: Iterable[str]) -> list[PlannedPage] | None:
    """Return the plans of the pages at `paths` and of those that name the search index."""
    notes = record.notes["pages"]
    wanted = [f"{language}/{path}index.html" for path in paths]
    wanted += [
        path for path, (_, marks, _) in notes.items() if path.startswith(f"{language}/") and "search-index:" in marks
    ]
    keys = [notes[path][2] for path in dict.fromkeys(wanted)]
    found = KeptPlans(cache).read(keys)
    return [found[key] for key in keys] if found.keys() >= set(keys) else None


def _search_files(record: TreeRecord, language: Language) -> Sequence[str]:
    """Return the files of the index of a language, the one that names the others first."""
    _, paths = record.notes[f"search {language}"]
    return list(paths)


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
