"""A body with `‹›` before each address that must be reported, for the rules about addresses."""

from pathlib import Path

from tests.plugins.checks.checked import CASE_BODY_LINE, PartRule, reported_by, write_case

Place = tuple[int, int]
"""Line of the body and column, from 1."""

MARK = "‹›"


def found_and_marked(rule: PartRule, content: Path, language: str, body: str) -> tuple[list[Place], list[Place]]:
    """Return the places that `rule` reports in the body of the testimonial, and those that are marked."""
    marked = [
        (number, column) for number, line in enumerate(body.split("\n"), start=1) for column in _columns_of_marks(line)
    ]
    file = write_case(content, language, body.replace(MARK, ""))
    found = reported_by(rule, content)
    assert {path for path, *_ in found} <= {file}
    return [(line - CASE_BODY_LINE + 1, column) for _, line, column, *_ in found], marked


def _columns_of_marks(line: str) -> list[int]:
    pieces = line.split(MARK)
    return [len("".join(pieces[: number + 1])) + 1 for number in range(len(pieces) - 1)]
