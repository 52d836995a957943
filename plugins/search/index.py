"""The pages of each stem, with the weight of the stem on the page (pure)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plugins.language.stemming import Stemmer, words_to_find
from plugins.search.texts import Part, parts
from plugins.views.pages import SEARCH_PATH, Page

_SATURATION = 1.2
"""BM25's k1: the tenth mention of a word says little more than the third."""

_USUAL_WORDS, _USUAL_HEADINGS = 250, 6
"""Of a page; in a longer one each mention says less (BM25's b is one half)."""

_TITLE_LENGTH = 0.4
"""A word of a title of n words weighs n to this power less than a title of one word."""

_REPEALED = 0.5
"""What the words of a repealed law weigh beside others: who asks for «закон» wants the one in force."""

_STEPS = 4
"""Weights are whole numbers of this many steps a point, for short files."""


Weights = Mapping[str, int]
"""Weight of every stem of a page."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The pages of one language in a fixed order, and what their words weigh."""

    pages: tuple[Page, ...]
    weights: tuple[Weights, ...]
    """Of each page."""

    @property
    def postings(self) -> Mapping[str, Mapping[int, int]]:
        """The pages of each stem by their number, with the weight of the stem there; stems in order."""
        return postings_of(self.weights)


Keep = Callable[[Sequence[tuple[Page, float]], Callable[[Page, float], Weights]], Sequence[Weights]]
"""Returns the weights of pages, each with its share: kept ones, or those that the given function counts."""


def search_index(
    pages: Sequence[Page],
    stemmer: Stemmer,
    repealed: Collection[str] = (),
    keep: Keep | None = None,
) -> SearchIndex:
    """Return the index of `pages`. It depends on their words only, not on the order they come in.

    Pages on the acts `repealed` are behind others that hold the same words.
    """
    sought = tuple(sorted((page for page in pages if page.path != SEARCH_PATH), key=lambda page: page.path))
    stem_of = cache(lambda word: (stemmer.stem(word), stemmer.is_ignored(word)))

    def count(page: Page, share: float) -> Weights:
        weights = _weights(page, stem_of, share)
        return {stem: max(1, round(weight * _STEPS)) for stem, weight in weights.items()}

    shares = [(page, _REPEALED if getattr(page.facts, "act", None) in repealed else 1.0) for page in sought]
    return SearchIndex(sought, tuple(keep(shares, count) if keep else [count(page, share) for page, share in shares]))


def postings_of(weights: Iterable[Weights]) -> dict[str, dict[int, int]]:
    """Return for each stem, in order, the numbers of its pages with the weight of the stem there."""
    postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, found in enumerate(weights):
        for stem, weight in found.items():
            postings[stem][number] = weight
    return dict(sorted(postings.items()))


def _weights(page: Page, stem_of: Callable[[str], tuple[str, bool]], share: float) -> dict[str, float]:
    """Return the weight of each stem; only `share` of it where another page should rank first, but for its number."""
    counts: dict[Part, Counter[str]] = {part: Counter() for part in Part}
    weights: defaultdict[str, float] = defaultdict(float)
    for part, text in parts(page):
        stems = [stem_of(word) for word in words_to_find(text)]
        counts[part].update(stem for stem, _ in stems)
        if part is Part.TITLE:
            # a word of a short title says more; of two titles, the one where it says more counts
            telling = sum(not is_ignored for _, is_ignored in stems) or len(stems)
            for stem, _ in stems:
                weights[stem] = max(weights[stem], share * part.value / telling**_TITLE_LENGTH)
    lengths = {
        Part.HEADING: 0.5 + 0.5 * len(page.headings) / _USUAL_HEADINGS,
        Part.BODY: 0.5 + 0.5 * counts[Part.BODY].total() / _USUAL_WORDS,
    }
    for part in (Part.ACT, Part.SUMMARY, Part.HEADING, Part.BODY):
        length = lengths.get(part, 1.0)
        worth = part.value * (1.0 if part is Part.ACT else share)
        for stem, count in counts[part].items():
            weights[stem] += worth * count / (count + _SATURATION * length)
    return weights
