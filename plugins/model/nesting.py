"""Lists in lists: a few levels help a reader, and some hundred would stop the conversion."""

import re

from plugins.diagnostics import Problem
from plugins.model.items import Body

DEEPEST = 10
"""Levels of a list, or of a quotation, that a text may have; real ones have three."""

_LEVEL = r"(?:(?:[-*+]|\d+[.)]|>)[ \t]*|[ ]{4}|\t)"
_TOO_DEEP = re.compile(rf"^{_LEVEL}{{{DEEPEST}}}(?={_LEVEL}*(?:[-*+]|\d+[.)]|>)[ \t])", re.MULTILINE)
_RULE_OF_A_TABLE = re.compile(r"[ \t*_-]*$", re.MULTILINE)


def too_deep_nesting(body: Body) -> Problem | None:
    """Return a problem at the first level that is one too many, or None."""
    for match in _TOO_DEEP.finditer(body.source):
        if not _RULE_OF_A_TABLE.match(body.source, match.start()):  # `* * *` is a line across the page
            return Problem(body.path, *body.place(match.end()), "too-deep-nesting", {"most": str(DEEPEST)})
    return None
