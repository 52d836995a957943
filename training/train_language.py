"""Make plugins/language/table.bin from the corpus: `python -m training.train_language FOLDER`.

The corpus is public Kazakh and Russian text (translations of software, government news, laws, study material), one
block a line in `kk.txt` and `ru.txt`. A tenth of the lines is kept apart for bench/language.py. The same corpus gives
the same bytes. The text stays where it is: the table holds weights of letter sequences and checksums of words.
`--lists` adds words of hunspell's dictionaries (Debian's hunspell-kk and hunspell-ru, see word_lists.py for their licences).
"""

import argparse
import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from plugins.language.scores import HIGHEST, TABLE, UNIT, Table, checksum, packed, sequences
from plugins.language.shared_words import CERTAIN_WORDS, SHARED_WORDS
from training.corpus import HELD_OUT_FOLD, LANGUAGES, WordCounts, count_words, fold, read_lines, told_apart
from training.ngrams import Example, train_sequences
from training.word_lists import read_word_list

PRIOR = 1.5
"""How many sightings the letters of a word are worth beside the word itself."""

KNOWN = 5.2
"""How sure a word is at most that its letters do not make surer."""

LEAST_WEIGHT, LEAST_CORRECTION = 0.146, 0.5
"""What is less is not kept."""

MOST_WEIGHT = 3.0
"""How much more a frequent word teaches than a rare one."""

BARE_WEIGHT = 0.5
"""What a Kazakh word teaches as it is typed on a Russian keyboard: `Казакстан Республикасынын`."""

PROPER_PART = 0.3
"""A word with a capital inside a sentence counts less for itself, and teaches nothing: names stand in both languages."""

BORROWED_PART = 0.5
"""What a Russian word with a Kazakh ending counts for the word without it."""

QUOTED_PART = 0.1
"""What a word with a Kazakh letter counts in Russian text, and one with a Russian ending in Kazakh text: a name there."""

LISTED_WEIGHT = 0.3
"""What a word of a dictionary teaches."""

_NO_LISTS: Mapping[str, Set[str]] = {"kk": frozenset(), "ru": frozenset()}

ROUGH, FINE = 3, 12
"""Rounds of training for the first table and the second."""

FOREIGN = 6.0
"""Log-odds at which a sentence of the corpus is taken to be in the other language."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*\|\s*")
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_WITHOUT_KAZAKH_LETTERS = str.maketrans("әғқңөұүһі", "агкноуухи")
_RUSSIAN_ENDING = re.compile("(?:[цс]кий|(?:[нв]|[цс]к)(?:ая|ое|ого|ую|ых)|[нв]ы[йе]|[цс]ки[ех]|ость|ени[еяй]|ться)$")
_KAZAKH_ENDING = (
    "(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|[сн]?[ыі])?(?:[нтд][ыі]ң|[дт][ае]н|н[ае]н|[дтң][ае]?[ғг]?[ыі]?|[ғгқк][ае]|н?[ае]|н?[ыі]|"
    "[мбп]ен|л[ыі][қкғг][ыі]?|с[ыі]з)"
)


def counts_of(seen: dict[str, WordCounts], proper_part: float) -> dict[str, tuple[float, float]]:
    """Return for each word how often it is Kazakh and how often Russian, names counted less."""
    totals = {language: sum(seen[language].common.values()) for language in LANGUAGES}
    even = totals["kk"] / totals["ru"]

    def count(counts: WordCounts, word: str) -> float:
        return counts.common[word] + proper_part * counts.proper[word]

    every = sorted({word for counts in seen.values() for kind in (counts.common, counts.proper) for word in kind})
    return {
        word: (
            count(seen["kk"], word) * (QUOTED_PART if _RUSSIAN_ENDING.search(word) else 1),
            count(seen["ru"], word) * (QUOTED_PART if _KAZAKH_LETTER.search(word) else 1) * even,
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


def make_table(lines: dict[str, list[str]], listed: Mapping[str, Set[str]] = _NO_LISTS) -> Table:
    """Return the table for blocks by language; what a first table finds to be in the other language is left out.

    `listed` are words of dictionaries; only those that the corpus does not have teach the letters.
    """
    apart = told_apart(lines)
    first = _table_of(apart, _NO_LISTS, epochs=ROUGH)
    own = {language: list(_own_sentences(texts, language, first)) for language, texts in apart.items()}
    return _table_of(own, listed, epochs=FINE)


def _own_sentences(lines: list[str], language: str, table: Table) -> Iterator[str]:
    sign = 1 if language == "kk" else -1
    for line in lines:
        for sentence in _SENTENCE_END.split(line):
            words = count_words([sentence]).common
            if sign * sum(times * _score(word, table) for word, times in words.items()) > -FOREIGN:
                yield sentence


def _score(word: str, table: Table) -> float:
    steps = table.words.get(checksum(word))
    return _bounded(UNIT * (_guess(word, table.sequences) if steps is None else steps))


def _guess(word: str, steps: dict[str, int]) -> int:
    return sum(steps.get(part, 0) for part in sequences(word))


def _table_of(lines: dict[str, list[str]], listed: Mapping[str, Set[str]], epochs: int) -> Table:
    seen = {language: count_words(lines[language]) for language in LANGUAGES}
    counts = _with_borrowed(counts_of(seen, proper_part=0.0))
    weights = train_sequences(_of_lists(listed, counts.keys()) | _examples(counts), epochs)
    steps = {part: _step(weight) for part, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    known: dict[int, int] = {}
    for word, (kk, ru) in _with_borrowed(counts_of(seen, PROPER_PART)).items():
        if kk + ru < 1:
            continue
        guess = _bounded(UNIT * _guess(word, steps))
        likely = 1 / (1 + math.exp(-guess))
        score = math.log((kk + PRIOR * likely) / (ru + PRIOR * (1 - likely)))
        is_surer = abs(guess) >= KNOWN and guess * score > 0
        if not is_surer and abs(score - guess) >= LEAST_CORRECTION:
            known[checksum(word)] = _step(max(-KNOWN, min(KNOWN, score)))
    return Table(steps, known)


def _examples(counts: dict[str, tuple[float, float]]) -> dict[str, Example]:
    """Return what the letters are learned from: words of the corpus by their counts, words of both languages, everyday words."""
    examples = {
        word: Example(kk / (kk + ru), min(MOST_WEIGHT, 1 + math.log(kk + ru)))
        for word, (kk, ru) in counts.items()
        if kk + ru >= 1
    }
    for word in [word for word in examples if _KAZAKH_LETTER.search(word)]:
        examples.setdefault(word.translate(_WITHOUT_KAZAKH_LETTERS), Example(1.0, BARE_WEIGHT))
    examples |= dict.fromkeys(SHARED_WORDS, Example(0.5, MOST_WEIGHT))
    return examples | {word: Example(float(score > 0), MOST_WEIGHT) for word, score in CERTAIN_WORDS.items()}


def _of_lists(listed: Mapping[str, Set[str]], known: Set[str]) -> dict[str, Example]:
    """Return what the words of dictionaries teach, where the corpus says nothing of them."""
    kk, ru = listed["kk"] - known, listed["ru"] - known
    return {word: Example(0.5 * ((word in kk) + (word not in ru)), LISTED_WEIGHT) for word in kk | ru}


def _with_borrowed(counts: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    more = borrowed(counts)
    return {word: (kk + BORROWED_PART * more.get(word, 0.0), ru) for word, (kk, ru) in counts.items()}


def _bounded(score: float) -> float:
    return max(-HIGHEST, min(HIGHEST, score))


def _step(weight: float) -> int:
    return max(-127, min(127, round(weight / UNIT)))


def main() -> None:
    """Read the corpus, write the table and its checksum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with kk.txt and ru.txt")
    parser.add_argument("--lists", type=Path, metavar="FOLDER", help="with kk_KZ.dic and ru_RU.dic of hunspell")
    options = parser.parse_args()
    folder, lists = options.corpus, options.lists
    lines = {
        language: [line for line in read_lines(folder, language) if fold(line) != HELD_OUT_FOLD]
        for language in LANGUAGES
    }
    listed = (
        {"kk": read_word_list(lists / "kk_KZ.dic"), "ru": read_word_list(lists / "ru_RU.dic")} if lists else _NO_LISTS
    )
    content = packed(make_table(lines, listed))
    TABLE.write_bytes(content)
    TABLE.with_suffix(".sha256").write_text(f"{hashlib.sha256(content).hexdigest()}\n", encoding="ascii")


if __name__ == "__main__":
    main()
