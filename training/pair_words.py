"""Makes the translation pairs of Kazakh and Russian words: `python -m training.pair_words`.

Blocks of the content that translate each other are read side by side; beginnings of words that are together in more than
half of the blocks in which one of them is (Dice) are a pair. The list helps to find which list item one language has lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from rich.console import Console

from plugins.language.word_pairs import FILE, beginnings
from plugins.markdown.parse import MarkdownParser

_LEAST_TOGETHER, _LEAST_DICE = 4, 0.5
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADER = "# Translation pairs: beginnings of words, Kazakh and Russian. Made by `python -m training.pair_words`.\n"


def pairs_of(blocks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the beginnings that are often together in blocks of both languages."""
    kk, ru, together = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for in_kk, in_ru in blocks:
        kk.update(beginnings(in_kk))
        ru.update(beginnings(in_ru))
        together.update(product(beginnings(in_kk), beginnings(in_ru)))
    for (one, other), times in together.items():
        if one != other and times >= _LEAST_TOGETHER and 2 * times / (kk[one] + ru[other]) >= _LEAST_DICE:
            yield one, other


def blocks_of(content: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of the blocks that translate each other, of all texts that have the same blocks."""
    parser = MarkdownParser()
    for file in sorted(content.rglob("index.ru.md")):
        kk, ru = (
            parser.parse(_FRONT_MATTER.sub("", path.read_text(encoding="utf-8")))
            for path in (file.with_name("index.kk.md"), file)
        )
        if [block.kind for block in kk.blocks] == [block.kind for block in ru.blocks]:
            yield from ((kk.words(one), ru.words(other)) for one, other in zip(kk.blocks, ru.blocks, strict=True))


if __name__ == "__main__":
    found = sorted(pairs_of(blocks_of(Path("content"))))
    FILE.write_text(_HEADER + "".join(f"{one} {other}\n" for one, other in found), encoding="utf-8")
    Console().print(f"{len(found)} pairs")
