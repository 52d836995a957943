"""Letters are written as one character each, not as a letter and a separate mark.

Search and sorting take the two for different words, and some phones draw the mark beside the letter. Such text comes
from PDF files and some keyboards.
Source: Unicode Standard Annex 15, normalization form C.
"""

import re
import unicodedata
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem

_LETTER_WITH_MARKS = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every letter that is written in pieces."""
    if unicodedata.is_normalized("NFC", passage.text):
        return
    for match in _LETTER_WITH_MARKS.finditer(passage.text):
        whole = unicodedata.normalize("NFC", match.group(0))
        if whole != match.group(0):
            line, column = passage.place(match.start())
            yield Problem(passage.path, line, column, "not-nfc", {"letter": whole})
