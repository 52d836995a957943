"""Problems for machines: JSON for editors and tools, annotations for GitHub."""

import json
from collections.abc import Sequence
from enum import StrEnum

from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.problem import Problem
from plugins.diagnostics.report import as_text


class Format(StrEnum):
    """How problems are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def formatted(problems: Sequence[Problem], style: Format, languages: Sequence[str]) -> str:
    """Return all problems in one style. JSON and annotations speak one language: the first."""
    match style:
        case Format.JSON:
            return as_json(problems, languages[0])
        case Format.GITHUB:
            return as_github(problems, languages[0])
        case Format.TEXT:
            return as_text(problems, languages)


def as_json(problems: Sequence[Problem], language: str) -> str:
    """Return `{"problems": [{rule, severity, path, line, column, what, why, fix, url}]}`."""
    catalog = load_catalog(language)
    told = []
    for problem in problems:
        message = catalog.message(problem.rule, problem.values)
        told.append(
            {
                "rule": problem.rule,
                "severity": problem.severity.value,
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "what": message.what,
                "why": message.why,
                "fix": message.fix,
                "url": f"docs/rules/{language}/{problem.rule}.md",
            }
        )
    return json.dumps({"problems": told}, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], language: str) -> str:
    """Return one workflow command a problem, which GitHub shows beside the line of a pull request."""
    catalog = load_catalog(language)
    lines = []
    for problem in problems:
        message = catalog.message(problem.rule, problem.values)
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        text = _data(f"{message.what}\n{message.why}\n{message.fix}")
        lines.append(f"::{problem.severity} {place},title={_property(problem.rule)}::{text}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
