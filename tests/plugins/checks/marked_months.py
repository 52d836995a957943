"""The monthly figures of the queue with marks, one figure changed at a time."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.plugins.checks.checked import PartRule, reported_by
from tests.plugins.model.edits import Reported
from tests.queue_months import FACTS, FILE, HEAD, MONTHS, RULE, queue_page

Edits = list[tuple[str, str]]
"""What stands once in the figures, and what is written instead; `‹›` stands before a figure that must be reported."""

LAST_LINE = FACTS[: FACTS.index("2026-10,")].count("\n") + 1
"""Line of the last month."""


def months(*rows: int) -> str:
    """Return the facts of a queue with these of the four months."""
    return RULE + HEAD + "".join(MONTHS[row] for row in rows)


def edited_and_found(rule: PartRule, content: Path, edits: Edits) -> tuple[list[Reported], list[tuple[int, int]]]:
    """Return what `rule` reports of the edited figures, and line and column of each mark."""
    marked = FACTS
    for old, new in edits:
        assert marked.count(old) == 1, old
        marked = marked.replace(old, new)
    queue_page(marked.replace("‹›", ""))(content)
    found = reported_by(rule, content)
    assert {file for file, *_ in found} <= {FILE}
    return found, [place for number, line in enumerate(marked.split("\n"), 1) for place in _marks_of(line, number)]


def _marks_of(line: str, number: int) -> Iterator[tuple[int, int]]:
    for removed, mark in enumerate(re.finditer("‹›", line)):
        yield number, mark.start() - 2 * removed + 1
