"""A word is written in the letters of one alphabet.

A Latin letter that looks like a Cyrillic one comes from another keyboard or a scanned page. Search does not find the word,
and a screen reader spells it out.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem
from plugins.language import is_mixed_script, look_alikes, mend_mixed_script

_LATIN = re.compile(r"[A-Za-z\u0180-\u02af\u00c0-\u00ff]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every word with a letter of the other alphabet."""
    if not _LATIN.search(passage.text):
        return
    for match in _WORD.finditer(passage.text):
        word = match.group(0)
        if is_mixed_script(word):
            letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for _, letter, _ in look_alikes(word))
            line, column = passage.place(match.start())
            values = {"found": word, "better": mend_mixed_script(word), "letters": letters}
            yield Problem(passage.path, line, column, "mixed-script-word", values)
