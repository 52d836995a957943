"""Make plugins/documents/ordinary_words.txt from the corpus: `python -m training.ordinary_words FOLDER`.

Whatever stands with a capital on a paper and is no ordinary word may be a name. The corpus is that of
training/train_language.py; the texts of the project's own `content/` are read too, for the words of laws and contracts.
"""

import argparse
from collections import Counter
from pathlib import Path

from plugins.documents.lexicon import ORDINARY_WORDS, key_of
from plugins.language.words import without_addresses, words
from training.corpus import LANGUAGES, read_lines

LEAST_SEEN = 2
"""Times that a word must stand in small letters: a misprint stands once."""

_CONTENT = Path(__file__).parents[1] / "content"


def main() -> None:
    """Write the keys of all words that stand in small letters more often than as names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    own = [line for path in sorted(_CONTENT.rglob("*.md")) for line in path.read_text(encoding="utf-8").splitlines()]
    for lines in (*(read_lines(folder, language) for language in LANGUAGES), own):
        for line in lines:
            for _, _, word in words(without_addresses(line)):
                (small if word.islower() else capital)[word.lower()] += 1
    keys = {key_of(word) for word, seen in small.items() if seen >= LEAST_SEEN and 4 * seen > capital[word]}
    ORDINARY_WORDS.write_text("".join(f"{key}\n" for key in sorted(keys) if len(key) >= 3), encoding="utf-8")


if __name__ == "__main__":
    main()
