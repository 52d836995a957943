"""How long the sentences of each text are: the goal is 10–16 words in Russian and 8–14 in Kazakh, laws apart (pure).

Only running text counts: paragraphs and points of lists. Headings, cells of tables and what is quoted from the other language are left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.markdown import BlockKind, Document
from plugins.model.items import Language, SiteContent

GOALS: Mapping[Language, tuple[int, int]] = {"kk": (8, 14), "ru": (10, 16)}
"""Words of a mean sentence, the least and the most."""
_APART = ("/laws/", "/pages/easy-read/")
"""Laws have the sentences of laws, and the easy-read page wants the shortest there are."""
_FEWEST_SENTENCES = 3
"""A mean of fewer says nothing."""
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_END = re.compile(r"(?:[.!?…][»”)]*|:)(?=\s+[«„(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\n\s*\n")
_WORD = re.compile(r"\w*[^\W\d_]\w*(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one text asks for."""

    path: str
    language: Language
    words: int
    """Of the whole text, tables and headings too."""
    sentences: int
    mean: float
    """Words of a sentence of running text, to a tenth."""

    @property
    def is_outlier(self) -> bool:
        """Return whether the mean lies outside the goal; a law, and what has hardly a sentence, has none."""
        least, most = GOALS[self.language]
        is_judged = self.sentences >= _FEWEST_SENTENCES and not any(apart in self.path for apart in _APART)
        return is_judged and not least <= self.mean <= most


def readings_of(content: SiteContent, documents: Mapping[str, Document]) -> tuple[Reading, ...]:
    """Return the reading of every text, in the order of the content."""
    return tuple(
        _reading(body.path, language, documents[body.source])
        for part in content.parts()
        for language, body in part.bodies.items()
    )


def sentences(text: str) -> Iterator[int]:
    """Yield the number of words of each sentence of a block.

    A number or a sign without a letter is no word, and a single word, the label of a point or a «Нет.», is no sentence.
    """
    for sentence in _END.split(text):
        if (found := len(_WORD.findall(sentence))) > 1:
            yield found


def _reading(path: str, language: Language, document: Document) -> Reading:
    lengths = [
        length for block in document.blocks if block.kind in _PROSE for length in sentences(document.words(block))
    ]
    mean = round(sum(lengths) / len(lengths), 1) if lengths else 0.0
    return Reading(path, language, len(_WORD.findall(document.prose)), len(lengths), mean)
