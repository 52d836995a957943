"""A limit for text without an empty line in it: the cost of converting it grows faster than its length.

Words, lists and tables are parted by empty lines; what has none for many pages was pasted by mistake.
"""

import re
from collections.abc import Iterator

from plugins.diagnostics import Problem
from plugins.model.items import Body

MOST_CHARACTERS = 30_000
"""Some fifteen printed pages; the longest part of the site without an empty line has an eighth of it."""
_EMPTY_LINES = re.compile(r"\n[ \t]*(?=\n)")


def too_long_paragraphs(body: Body) -> Iterator[Problem]:
    """Yield a problem at each part of a Markdown text that goes on for too long without an empty line."""
    start = 0
    for end in (*(match.start() for match in _EMPTY_LINES.finditer(body.source)), len(body.source)):
        if end - start > MOST_CHARACTERS:
            values = {"found": str(end - start), "most": str(MOST_CHARACTERS)}
            first = start + len(body.source[start:end]) - len(body.source[start:end].lstrip())
            yield Problem(body.path, *body.place(min(first, end)), "too-long-paragraph", values)
        start = end
