"""Sentences in Latin letters within Kazakh or Russian text: English, Latin-script Kazakh, Russian typed in Latin letters.

Names are no sentence: `Kaspi Gold`, `Rochdale Society of Equitable Pioneers`, a title in quotes. What tells prose is words
with small letters that do not just join names.
"""

import re
from bisect import bisect_left
from operator import itemgetter

from plugins.language.words import without_addresses

LEAST_INSIDE = 2
"""Small words that make a run of Latin words prose; one is enough where nothing else stands in the block."""

_WORD = r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*"
_ANY = re.compile(r"[A-Za-z\u00c0-\u024f]['’,;:]?[ \u00a0](?:[-–—][ \u00a0])?[A-Za-z\u00c0-\u024f]")
_RUN = re.compile(rf"{_WORD}(?:[,;:.!?]?[ \u00a0\n]+(?:[-–—][ \u00a0])?{_WORD})+[.!?…]*")
_SMALL = re.compile(r"(?<![\w'’-])[a-z\u00df-\u00f6\u00f8-\u024f]{2,}(?:['’-]\w+)*(?![\w])")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
_JOINING = "of the and for de la le von van der del di du des el al bin ibn y e to in on at by an as or vs"
_LETTER = re.compile(r"[^\W\d_]")


def latin_spans(text: str) -> list[tuple[int, int]]:
    """Return where prose in Latin letters begins and ends, in order."""
    if not _ANY.search(text):
        return []
    judged = without_addresses(text)
    joining = set(_JOINING.split())
    titles = [found.span() for found in _QUOTED.finditer(judged)]
    first_letter = _LETTER.search(judged)
    found = []
    for run in _RUN.finditer(judged):
        title = bisect_left(titles, run.start(), key=itemgetter(0)) - 1  # they do not overlap
        is_title = title >= 0 and run.end() < titles[title][1]
        small = set(_SMALL.findall(run[0])) - joining
        is_first = first_letter is not None and first_letter.start() >= run.start()
        is_whole = is_first and not _LETTER.search(judged, run.end())
        if not is_title and len(small) >= (1 if is_whole else LEAST_INSIDE):
            found.append(run.span())
    return found
