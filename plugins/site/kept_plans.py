"""What a build keeps of its pages, so that an edit of words in one body needs no other page: plans, search entries, the feed.

A plan is kept without the words of the body: the edit brings new ones.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.cache.store import Records
from plugins.render.plan import PlannedPage
from plugins.search import Entry
from plugins.views.pages import SEARCH_PATH, Page
from plugins.views.shortened import shown_elsewhere, without_body

_FAULTS = (AttributeError, EOFError, ImportError, LookupError, TypeError, ValueError, pickle.UnpicklingError)


class KeptPlans:
    """The plans of pages by their keys."""

    def __init__(self, cache: Path) -> None:
        """Keep them below `cache`."""
        self._records = Records(cache, "plans")

    def keep(self, planned: Mapping[str, PlannedPage]) -> None:
        """Keep plans that have a view with a page; one whose view cannot be kept is left out."""
        self._records.put_all(_pickled(planned))

    def read(self, keys: Iterable[str]) -> dict[str, PlannedPage]:
        """Return those that are kept, by their key."""
        found = {key: _loaded(raw) for key, raw in self._records.get_many(keys).items()}
        return {key: plan for key, plan in found.items() if isinstance(plan, PlannedPage)}


def keep_entries(cache: Path, first_file: str, entries: Sequence[Entry]) -> None:
    """Keep the entries of a search index by the name of its first file, which names their content."""
    Records(cache, "search-entries").put(first_file, pickle.dumps([(record, dict(row)) for record, row in entries], 5))


def read_entries(cache: Path, first_file: str) -> list[Entry] | None:
    """Return the entries of a search index, or None where they are not kept."""
    found = _loaded(Records(cache, "search-entries").get(first_file))
    return found if isinstance(found, list) else None


def keep_feed(cache: Path, key: str, pages: tuple[Page, ...]) -> None:
    """Keep the pages that a feed is made from, by the key of its file: the home page, the list of news, the newest items."""
    Records(cache, "feed-pages").put(key, pickle.dumps(pages, 5))


def read_feed(cache: Path, key: str) -> tuple[Page, ...] | None:
    """Return the pages a feed was made from, or None where they are not kept."""
    found = _loaded(Records(cache, "feed-pages").get(key))
    return found if isinstance(found, tuple) else None


def _pickled(planned: Mapping[str, PlannedPage]) -> Iterator[tuple[str, bytes]]:
    for key, page in planned.items():
        with suppress(TypeError, pickle.PicklingError):  # a mapping that nobody may change, for one
            yield key, pickle.dumps(_without_words(page), 5)


def _without_words(planned: PlannedPage) -> PlannedPage:
    """Return what is kept of a plan; that of the search page is whole, as the page changes with the index it names.

    Of the words of another page those are kept that a third one shows: an edit of them needs more than this plan.
    """
    page = planned.view.page
    if page.path != SEARCH_PATH:
        page = replace(without_body(page), body=shown_elsewhere(page))
    view = planned.view.with_page(page)
    names = planned.values.keys() - planned.view.__dataclass_fields__.keys()
    return replace(planned, values={name: planned.values[name] for name in names}, view=view)


def _loaded(raw: bytes | None) -> Any:
    with suppress(*_FAULTS):
        return pickle.loads(raw) if raw else None  # noqa: S301 - our own, checked against its key
    return None
