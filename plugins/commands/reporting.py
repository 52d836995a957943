"""Prints the messages of the commands, in the languages of the reader."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TextIO

from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import report_languages
from plugins.diagnostics.terminal import say

_Arguments = ParamSpec("_Arguments")


def refusals_reported(command: Callable[_Arguments, int]) -> Callable[_Arguments, int]:
    """Let a command that refuses print the reason in the editor's language and return 1."""

    @wraps(command)
    def refusing(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> int:
        try:
            return command(*args, **kwargs)
        except RefusedError as refused:
            asked = kwargs.get("language")
            is_known = refused.label != "unknown_language"
            for language in report_languages(str(asked) if asked and is_known else None):
                say(refused.message(language), sys.stderr)
            return 1

    return refusing


def report_in(languages: Sequence[str], label: str, file: TextIO | None = None, /, **values: str) -> None:
    """Print a sentence of the catalogs in each language, by default to standard output."""
    for language in languages:
        say(load_catalog(language).label(label, **values), file)


def report_count(languages: Sequence[str], count: int, some: str, none: str) -> None:
    """Print the sentence `some` with a count, or `none` where the count is 0."""
    if count:
        report_in(languages, some, count=str(count))
    else:
        report_in(languages, none)
