"""A word is written in the letters of one alphabet.

A Latin letter that looks like a Cyrillic one comes from another keyboard or a scanned page. Search does not find the word,
and a screen reader spells it out.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem
from plugins.language import is_mixed_script, mend_mixed_script
from plugins.language.scripts import to_cyrillic

_OTHER_SCRIPT = re.compile(r"[A-Za-z\u0180-\u02af\u00c0-\u00ff\u0370-\u03ff]")
_ALONE = {
    "ru": re.compile(r"(?:(?<=[а-яё] )|(?<=[а-яё][,;:] ))[aocyk](?= [а-яё])|^[AOCYK](?= [а-яё])", re.MULTILINE),
    "kk": re.compile(r"(?:(?<=[а-яёәғқңөұүһі] )|(?<=[а-яёәғқңөұүһі][,;:] ))[aoy](?= [а-яёәғқңөұүһі])|^[AOY](?= [а-яёәғқңөұүһі])", re.MULTILINE),
}  # fmt: skip
"""A Latin letter in the place of a word of one letter: а, о, с, у, к in Russian; а, о, у in Kazakh."""
_NAMED_BY_LETTERS = re.compile(r"(?<![A-Za-z])[bd-jl-np-xz](?![A-Za-z])")
"""Another Latin letter alone: points of a list or unknowns are named so."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every word with a letter of the other alphabet."""
    if not _OTHER_SCRIPT.search(passage.text):
        return
    alone = _ALONE.get(passage.language)
    if alone and not _NAMED_BY_LETTERS.search(passage.text):
        for match in alone.finditer(passage.text):
            yield _problem(passage, match.start(), match[0], to_cyrillic(match[0]))
    for match in _WORD.finditer(passage.text):
        word = match.group(0)
        if is_mixed_script(word):
            yield _problem(passage, match.start(), word, mend_mixed_script(word))


def _problem(passage: Passage, offset: int, word: str, better: str) -> Problem:
    wrong = dict.fromkeys((letter, right) for letter, right in zip(word, better, strict=True) if letter != right)
    letters = ", ".join(f"`{letter}` (U+{ord(letter):04X}) → `{right}` (U+{ord(right):04X})" for letter, right in wrong)
    line, column = passage.place(offset)
    return Problem(
        passage.path, line, column, "mixed-script-word", {"found": word, "better": better, "letters": letters}
    )
