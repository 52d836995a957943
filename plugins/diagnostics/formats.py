"""The formats of a report, chosen by name."""

from collections.abc import Sequence
from enum import StrEnum

from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.github import as_github
from plugins.diagnostics.json_report import as_json
from plugins.diagnostics.problem import Problem
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import as_text
from plugins.diagnostics.sarif import as_sarif


class Format(StrEnum):
    """The form of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise RefusedError("unknown_format", format=str(value), formats=", ".join(cls))


def formatted(problems: Sequence[Problem], style: Format, languages: Sequence[str], lines: SourceLines) -> str:
    """Return all problems in one form. Only text speaks more than one language; the others take the first."""
    match style:
        case Format.JSON:
            return as_json(problems, languages[0])
        case Format.GITHUB:
            return as_github(problems, languages[0])
        case Format.SARIF:
            return as_sarif(problems, languages[0], lines)
        case Format.TEXT:
            return as_text(problems, languages, lines)
