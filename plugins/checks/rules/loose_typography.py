"""Quotation marks, dashes and spaces are those of Kazakh and Russian print.

A sum that breaks at the end of a line is misread, and straight quotes look like haste.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Phrase, Problem

_NBSP = "\u00a0"
_LANGUAGES = ("kk", "ru")
_ANY = re.compile(r"[\"“”\d№]| -{1,3} ")
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[\"“”]"), "«…»", "set-quotes"),
    (re.compile(r"(?<=.) -{1,3} (?=.)"), " — ", "set-dash"),  # beside code, a bold word or a name there are blanks
    (re.compile(r"(?<![\d+])(?<!\d )\b\d{1,3}(?: \d{3})+\b(?! \d)"), "", "set-thousands"),  # not a phone number
    (re.compile(r"(?<=\d) ?[₸%]"), "", "set-sign"),
    (re.compile(r"№ ?(?=[\w])"), "", "set-number-sign"),
)
"""What is found, what to write (an empty string means the same with no-break spaces), and the phrase that names it."""


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every sign that print would set otherwise."""
    if passage.language not in _LANGUAGES or not _ANY.search(passage.text):
        return
    for pattern, better, kind in _FORMS:
        for match in pattern.finditer(passage.text):
            found = match.group(0)
            values = {"found": found, "better": better or _with_no_break_spaces(found), "kind": Phrase(kind)}
            line, column = passage.place(match.start())
            yield Problem(passage.path, line, column, "loose-typography", values)


def _with_no_break_spaces(found: str) -> str:
    if found[-1] in "₸%":
        return _NBSP + found[-1]
    if found[0] == "№":
        return "№" + _NBSP
    return found.replace(" ", _NBSP)
