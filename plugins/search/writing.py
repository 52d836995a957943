"""The index as files: a small first file, then stems and pages in parts that the browser asks for by name.

The stems are in order and are cut into ranges, so that a word, and every word that begins like it, is in one part or two.
Each part is named by its content, so that a browser may keep it for ever; the first file names the parts.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from plugins.language.stemming import Stemmer, words_to_find
from plugins.markdown.text import plain
from plugins.model.items import Language
from plugins.search.index import SearchIndex, Weights, postings_of
from plugins.views.pages import LanguageSite, Page

_PART_BYTES = 14_000
"""A range of stems before compression; about 4 KB of brotli."""

_PAGES_IN_A_PART = 12


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its address on the site and its bytes."""

    url: str
    content: bytes


Entry = tuple[list[Any], Weights]
"""What a result shows of a page, and the weights of its stems."""


def entries_of(index: SearchIndex, site: LanguageSite) -> list[Entry]:
    """Return the entry of each page of an index, in order: plain data that can be kept."""
    return [(_record(page, site), weights) for page, weights in zip(index.pages, index.weights, strict=True)]


def with_entry(entries: Sequence[Entry], index: SearchIndex) -> list[Entry]:
    """Return the entries with those of `index` in the place of the ones that stood there.

    Only headings and weights of a page may have changed; its address, title, summary and section have not.
    Raises KeyError for a page that was not there.
    """
    numbers = {record[0]: number for number, (record, _) in enumerate(entries)}
    found = list(entries)
    for page, weights in zip(index.pages, index.weights, strict=True):
        number = numbers[page.path]
        found[number] = [*found[number][0][:-1], _headings(page)], weights
    return found


def index_files(entries: Sequence[Entry], language: Language, stemmer: Stemmer) -> tuple[IndexFile, ...]:
    """Return all files of the index; the first is the one that names the others."""
    postings = postings_of(weights for _, weights in entries)
    words = [(next(iter(part)), _file("words", language, part)) for part in _ranges(postings)]
    pages = [_file("pages", language, part) for part in _parts_of_pages(entries)]
    first = {
        "table": dict(stemmer.table),
        "synonyms": _synonyms(language, stemmer),
        "count": len(entries),
        "words": [[first_stem, file.url] for first_stem, file in words],
        "pages": [file.url for file in pages],
        "pagesInAPart": _PAGES_IN_A_PART,
    }
    return (_file("index", language, first), *(file for _, file in words), *pages)


def _ranges(postings: Mapping[str, Mapping[int, int]]) -> Iterator[dict[str, list[int]]]:
    """Yield the stems in order, cut where a part is full; pages of a stem as steps from page to page, each with a weight."""
    part: dict[str, list[int]] = {}
    size = 0
    for stem, pages in postings.items():
        row = _in_a_row(pages)
        part[stem] = row
        size += len(stem.encode()) + 4 * len(row)
        if size >= _PART_BYTES:
            yield part
            part, size = {}, 0
    if part:
        yield part


def _in_a_row(pages: Mapping[int, int]) -> list[int]:
    row: list[int] = []
    before = 0
    for number, weight in sorted(pages.items()):
        row += (number - before, weight)
        before = number
    return row


def _parts_of_pages(entries: Sequence[Entry]) -> Iterator[list[list[Any]]]:
    records = [record for record, _ in entries]
    for start in range(0, len(records), _PAGES_IN_A_PART):
        yield records[start : start + _PAGES_IN_A_PART]


def _record(page: Page, site: LanguageSite) -> list[Any]:
    """Return what a result shows: address, title, summary, section, and the headings as id and words by turns."""
    section = site.indexes.get(page.section)
    section_title = section.text.title if section and section.path != page.path else ""
    return [page.path, page.text.title, page.text.summary, section_title, _headings(page)]


def _headings(page: Page) -> list[str]:
    return [part for heading in page.headings for part in (heading.id, plain(heading.text))]


@lru_cache(maxsize=2)
def _synonym_lines(language: Language) -> list[list[str]]:
    table = yaml.load((Path(__file__).parent / "synonyms.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [[str(word) for word in line] for line in table[language]]


def _synonyms(language: Language, stemmer: Stemmer) -> list[list[str]]:
    return [
        sorted({stemmer.stem(part) for word in line for part in words_to_find(word)})
        for line in _synonym_lines(language)
    ]


def _file(name: str, language: Language, data: object) -> IndexFile:
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(content).hexdigest()[:8]
    return IndexFile(f"/search/{language}/{name}.{digest}.json", content)
