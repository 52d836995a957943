"""Search in one language: an index built with the pages, which the browser loads in small parts on demand."""

from plugins.search.index import SearchIndex, search_index
from plugins.search.kept import kept_weights
from plugins.search.writing import IndexFile, index_files

__all__ = ["IndexFile", "SearchIndex", "index_files", "kept_weights", "search_index"]
