"""Search in one language: an index built with the pages, which the browser loads in small parts on demand."""

from plugins.search.index import SearchIndex, search_index
from plugins.search.kept import kept_weights
from plugins.search.writing import Entry, IndexFile, entries_of, index_files, with_entry

__all__ = [
    "Entry",
    "IndexFile",
    "SearchIndex",
    "entries_of",
    "index_files",
    "kept_weights",
    "search_index",
    "with_entry",
]
