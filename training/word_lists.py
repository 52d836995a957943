"""Words of a hunspell dictionary, with some of the forms its suffix rules make: `hunspell-kk`, `hunspell-ru` of Debian.

The lists stay where they are: the table is trained on them and holds weights of letter sequences and checksums only.
hunspell-kk is under GPL-2+, LGPL-2.1+ or MPL-1.1+ (Akmaral Mussayeva and others), hunspell-ru under BSD
terms (Alexander Lebedev) within LibreOffice's dictionaries; see /usr/share/doc/hunspell-*/copyright.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.language.words import spelled_for_judging

FORMS = 1
"""Forms taken of each word beside itself, by chance: a word list of all forms would drown the corpus."""

MOST_WORDS = 55_000
"""Words taken of a list, by chance, so that both languages weigh alike."""

_WORD = re.compile(r"[а-яёәғқңөұүһі]{3,}")


class Suffix(NamedTuple):
    """A rule of an `.aff` file: what is cut off and put on where a word ends so."""

    cut: str
    put: str
    ending: re.Pattern[str]


def read_word_list(dictionary: Path, forms: int = FORMS, seed: int = 1) -> set[str]:
    """Return the words of a `.dic` file and some of their forms, spelled for judging; no names, no abbreviations."""
    rules = _suffixes(dictionary.with_suffix(".aff"))
    chance = random.Random(seed)  # noqa: S311 - the same table each time
    found: set[str] = set()
    lines = dictionary.read_text(encoding="utf-8-sig").splitlines()[1:]
    for line in chance.sample(lines, min(MOST_WORDS, len(lines))):
        word, _, flags = line.strip().partition("/")
        if not _WORD.fullmatch(word):
            continue
        made = sorted(set(_forms(word, flags, rules)))
        found |= {spelled_for_judging(form) for form in (word, *chance.sample(made, min(forms, len(made))))}
    return found


def _forms(word: str, flags: str, rules: dict[str, list[Suffix]]) -> Iterator[str]:
    for flag in flags:
        for rule in rules.get(flag, ()):
            if word.endswith(rule.cut) and rule.ending.search(word):
                form = word[: len(word) - len(rule.cut)] + rule.put
                if _WORD.fullmatch(form):
                    yield form


def _suffixes(file: Path) -> dict[str, list[Suffix]]:
    rules: defaultdict[str, list[Suffix]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            cut, put, ending = parts[2], parts[3].partition("/")[0], parts[4]
            cut, put = ("" if part == "0" else part for part in (cut, put))
            rules[parts[1]].append(Suffix(cut, put, re.compile(f"(?:{ending})$")))
    return rules
