"""Which page holds which stem, and how much the stem says about the page (pure)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plugins.language.stemming import Stemmer, words_to_find
from plugins.site.pages import SEARCH_PATH, Page
from plugins.site.search.texts import Part, parts

_SATURATION = 1.2
"""BM25's k1: the tenth mention of a word says little more than the third."""

_USUAL_WORDS, _USUAL_HEADINGS = 250, 6
"""Of a page; in a longer one each mention says less (BM25's b is one half)."""

_TITLE_LENGTH = 0.4
"""A word of a title of n words weighs n to this power less than a title of one word."""

_STEPS = 4
"""Weights are whole numbers of this many steps a point, for short files."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The pages of one language in a fixed order; for each stem the number of a page -> the weight of the stem there."""

    pages: tuple[Page, ...]
    postings: Mapping[str, Mapping[int, int]]


def search_index(pages: Sequence[Page], stemmer: Stemmer) -> SearchIndex:
    """Return the index of `pages`. It depends on their words only, not on the order they come in."""
    sought = tuple(sorted((page for page in pages if page.path != SEARCH_PATH), key=lambda page: page.path))
    stem_of = cache(lambda word: (stemmer.stem(word), stemmer.is_ignored(word)))
    postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, page in enumerate(sought):
        for stem, weight in _weights(page, stem_of).items():
            postings[stem][number] = max(1, round(weight * _STEPS))
    return SearchIndex(sought, dict(sorted(postings.items())))


def _weights(page: Page, stem_of: Callable[[str], tuple[str, bool]]) -> dict[str, float]:
    counts: dict[Part, Counter[str]] = {part: Counter() for part in Part}
    weights: defaultdict[str, float] = defaultdict(float)
    for part, text in parts(page):
        stems = [stem_of(word) for word in words_to_find(text)]
        counts[part].update(stem for stem, _ in stems)
        if part is Part.TITLE:
            # a word of a short title says more; of two titles, the one where it says more counts
            telling = sum(not is_ignored for _, is_ignored in stems) or len(stems)
            for stem, _ in stems:
                weights[stem] = max(weights[stem], part.value / telling**_TITLE_LENGTH)
    lengths = {
        Part.HEADING: 0.5 + 0.5 * len(page.headings) / _USUAL_HEADINGS,
        Part.BODY: 0.5 + 0.5 * counts[Part.BODY].total() / _USUAL_WORDS,
    }
    for part in (Part.ACT, Part.SUMMARY, Part.HEADING, Part.BODY):
        length = lengths.get(part, 1.0)
        for stem, count in counts[part].items():
            weights[stem] += part.value * count / (count + _SATURATION * length)
    return weights
