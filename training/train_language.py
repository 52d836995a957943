"""Make plugins/language/table.bin from the corpus: `python -m training.train_language FOLDER`.

The corpus is public Kazakh and Russian text (translations of software, government news, laws, study material), one
block a line in `kk.txt` and `ru.txt`. A tenth of the lines is kept apart for bench/language.py. The same corpus gives
the same bytes. The text stays where it is: the table holds weights of letter sequences and checksums of words.
"""

import argparse
import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from plugins.language.scores import HIGHEST, TABLE, UNIT, Table, checksum, packed, sequences
from training.corpus import HELD_OUT_FOLD, LANGUAGES, WordCounts, count_words, fold, read_lines
from training.ngrams import train_sequences

PRIOR = 1.5
"""How many sightings the letters of a word are worth beside the word itself."""

LEAST_WEIGHT = 0.06
PROPER_PART = 0.3
"""A word with a capital inside a sentence counts less: names stand in both languages."""

QUOTED_KAZAKH_PART = 0.1
"""What a word with a Kazakh letter counts in Russian text: it is a Kazakh word there."""

FOREIGN = 6.0
"""Log-odds at which a sentence of the corpus is taken to be in the other language."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*\|\s*")
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_KAZAKH_ENDING = (
    "(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|[сн]?[ыі])?(?:[нтд][ыі]ң|[дт][ае]н|н[ае]н|[дтң][ае]?[ғг]?[ыі]?|[ғгқк][ае]|н?[ае]|н?[ыі]|"
    "[мбп]ен|л[ыі][қкғг][ыі]?|с[ыі]з)"
)


def counts_of(lines: dict[str, list[str]]) -> dict[str, tuple[float, float]]:
    """Return for each word how often it is Kazakh and how often Russian, names counted less."""
    seen = {language: count_words(lines[language]) for language in LANGUAGES}
    totals = {language: sum(seen[language].common.values()) for language in LANGUAGES}
    even = totals["kk"] / totals["ru"]

    def count(counts: WordCounts, word: str) -> float:
        return counts.common[word] + PROPER_PART * counts.proper[word]

    every = sorted({word for counts in seen.values() for kind in (counts.common, counts.proper) for word in kind})
    return {
        word: (
            count(seen["kk"], word),
            count(seen["ru"], word) * even * (QUOTED_KAZAKH_PART if _KAZAKH_LETTER.search(word) else 1),
        )
        for word in every
    }


def borrowed(counts: dict[str, tuple[float, float]]) -> dict[str, float]:
    """Return how often each Russian word is met in Kazakh text with a Kazakh ending: `процентті`."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, (kk, ru) in counts.items():
        if kk <= ru:
            continue
        for end in range(len(word) - 1, 4, -1):
            stem = word[:end]
            russian = counts.get(stem)
            if russian and russian[1] > russian[0] and re.fullmatch(_KAZAKH_ENDING, word[end:]):
                found[stem] += kk
                break
    return found


def make_table(lines: dict[str, list[str]]) -> Table:
    """Return the table for blocks by language; what a first table finds to be in the other language is left out."""
    first = _table_of(lines)
    return _table_of({language: list(_own_sentences(texts, language, first)) for language, texts in lines.items()})


def _own_sentences(lines: list[str], language: str, table: Table) -> Iterator[str]:
    sign = 1 if language == "kk" else -1
    for line in lines:
        for sentence in _SENTENCE_END.split(line):
            total = 0.0
            for word, times in count_words([sentence]).common.items():
                total += sign * times * _score(word, table)
            if total > -FOREIGN:
                yield sentence


def _score(word: str, table: Table) -> float:
    steps = table.words.get(checksum(word))
    if steps is None:
        steps = sum(table.sequences.get(part, 0) for part in sequences(word))
    return max(-HIGHEST, min(HIGHEST, UNIT * steps))


def _table_of(lines: dict[str, list[str]]) -> Table:
    counts = counts_of(lines)
    for word, times in borrowed(counts).items():
        kk, ru = counts[word]
        counts[word] = (kk + 0.5 * times, ru)
    weights = train_sequences(counts)
    steps = {part: _step(weight) for part, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    known: dict[int, int] = {}
    for word, (kk, ru) in counts.items():
        if kk + ru < 1.5:
            continue
        guess = UNIT * sum(steps.get(part, 0) for part in sequences(word))
        likely = 1 / (1 + math.exp(-max(-HIGHEST, min(HIGHEST, guess))))
        score = math.log((kk + PRIOR * likely) / (ru + PRIOR * (1 - likely)))
        score = max(-5.2, min(5.2, score)) if abs(guess) < 5.2 or guess * score < 0 else guess
        if abs(score - max(-HIGHEST, min(HIGHEST, guess))) >= 0.5:
            known[checksum(word)] = _step(score)
    return Table(steps, known)


def _step(weight: float) -> int:
    return max(-127, min(127, round(weight / UNIT)))


def main() -> None:
    """Read the corpus, write the table and its checksum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with kk.txt and ru.txt")
    folder = parser.parse_args().corpus
    lines = {
        language: [line for line in read_lines(folder, language) if fold(line) != HELD_OUT_FOLD]
        for language in LANGUAGES
    }
    content = packed(make_table(lines))
    TABLE.write_bytes(content)
    TABLE.with_suffix(".sha256").write_text(f"{hashlib.sha256(content).hexdigest()}\n", encoding="ascii")


if __name__ == "__main__":
    main()
