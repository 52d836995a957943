"""The small site as a release would take it, for the two rules about what a release leaves out."""

from dataclasses import replace
from pathlib import Path

from plugins.model import load_content
from plugins.model.publication import publishable
from tests.plugins.checks.checked import PartRule, assert_has_words, checked_site
from tests.plugins.model.edits import reported
from tests.small_site import TODAY


def lines_with(content: Path, line: str) -> list[tuple[str, int]]:
    """Return file and number of each such line of the facts, in order."""
    return [
        (path.relative_to(content).as_posix(), number)
        for path in sorted(content.rglob("facts.yaml"))
        for number, found in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if found == line
    ]


def marks_found(rule: PartRule, content: Path, *, published: bool) -> list[tuple[str, int]]:
    """Return file and line of each mark that `rule` reports where nothing was left out."""
    problems = sorted(rule(replace(checked_site(content), published=published)))
    assert_has_words(problems)
    return [(file, line) for file, line, *_ in reported(problems)]


def marks_in_release(rule: PartRule, content: Path) -> list[tuple[str, int]]:
    """Return the same of what a release takes."""
    release = publishable(load_content(content), TODAY)
    problems = rule(replace(checked_site(content), content=release, published=True, today=TODAY))
    return [(file, line) for file, line, *_ in reported(problems)]
