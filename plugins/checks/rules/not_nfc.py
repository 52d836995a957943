"""Letters are written as one character each, not as a letter and a separate mark.

Bad:  и followed by U+0306 (looks like й)
Good: й

Search and sorting take the two for different words, and some phones draw the mark beside the letter. Such text comes
from PDF files and some keyboards.
Source: Unicode Standard Annex 15, normalization form C.
"""

import unicodedata
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem


def check_not_nfc(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every letter that is written in pieces."""
    if unicodedata.is_normalized("NFC", passage.text):
        return
    for offset, sign in enumerate(passage.text):
        if offset and unicodedata.combining(sign):
            pair = passage.text[offset - 1 : offset + 1]
            whole = unicodedata.normalize("NFC", pair)
            if len(whole) == 1:
                line, column = passage.place(offset - 1)
                yield Problem(passage.path, line, column, "not-nfc", {"letter": whole})
