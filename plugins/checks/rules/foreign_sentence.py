"""No part of a passage is in the other language.

The old site's news mixed both languages within a paragraph. A passage that must be in the other language is marked,
and is then judged by that language.
"""

from collections.abc import Iterator

from plugins.checks.foreign_text import foreign_parts, foreign_problem
from plugins.checks.passages import Passage
from plugins.diagnostics import Problem


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for each part of a passage that is in the other language."""
    for part in foreign_parts(passage, whole=False):
        yield foreign_problem(passage, "foreign-sentence", part)
