"""Problems as workflow commands, which GitHub shows beside the lines of a pull request."""

import os
from collections.abc import Iterable, Mapping

from plugins.diagnostics.localized import LocalizedProblem, localized_all
from plugins.diagnostics.problem import Problem


def as_github(problems: Iterable[Problem], language: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return one command a problem."""
    return "\n".join(_command(problem, environment) for problem in localized_all(problems, language))


def address_on_github(path: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return where a file of the checked commit is read, or None outside a workflow."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environment.get(name) for name in names)
    return f"{server}/{repository}/blob/{commit}/{path}" if server and repository and commit else None


def _command(problem: LocalizedProblem, environment: Mapping[str, str]) -> str:
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    page = address_on_github(problem.url, environment) or problem.url
    text = _data(f"{problem.what}\n{problem.why}\n{problem.fix}\n{page}")
    return f"::{problem.severity} {place},title={_property(problem.rule)}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
