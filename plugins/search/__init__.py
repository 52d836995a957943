"""Search in one language: an index built with the pages, which the browser loads in small parts on demand."""

from plugins.search.index import SearchIndex, search_index
from plugins.search.weight_cache import cached_weights
from plugins.search.writing import Entry, IndexFile, entries_of, index_files, with_entry

__all__ = [
    "Entry",
    "IndexFile",
    "SearchIndex",
    "cached_weights",
    "entries_of",
    "index_files",
    "search_index",
    "with_entry",
]
