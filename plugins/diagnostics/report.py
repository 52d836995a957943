"""Reports for people: what is wrong, the line with a caret under the fault, why it matters, how to fix it, where to read more.

Coloured in a terminal, plain in a pipe; `path:line:column` begins the line, so that editors can jump to the place.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import Excerpt, SourceLines, excerpt, visible
from plugins.diagnostics.localized import localized
from plugins.diagnostics.problem import Problem, Severity
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.terminal import console
from plugins.words.store import LANGUAGES

if TYPE_CHECKING:
    from rich.text import Text

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_NARROWEST, _WIDEST = 40, 110
"""Characters of a line that are shown around a fault."""


def report_languages(chosen: str | None, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the languages to report in: the chosen one, else the environment's, else both kk and ru.

    Raises RefusedError for a chosen one that is not known.
    """
    if chosen:
        if chosen not in LANGUAGES:
            raise RefusedError("unknown_language", language=chosen, languages=", ".join(LANGUAGES))
        return (chosen,)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = environment.get(variable, "")[:2]
        if language in LANGUAGES:
            return (language,)
    return ("kk", "ru")


def print_problems(
    problems: Sequence[Problem], languages: Sequence[str], lines: SourceLines, file: TextIO | None = None
) -> None:
    """Print the report of all problems; with two languages each problem is printed in both."""
    if not problems:
        return
    output = console(file, soft_wrap=True)
    width = output.width if output.is_terminal else _WIDEST
    for problem in problems:
        output.print(_report(problem, languages, lines, width))


def as_text(problems: Iterable[Problem], languages: Sequence[str], lines: SourceLines | None = None) -> str:
    """Return the report without colours; without `lines` no line of the files is shown."""
    return "\n".join(_report(problem, languages, lines, _WIDEST).plain for problem in problems)


def counts_as_text(problems: Sequence[Problem], languages: Sequence[str]) -> str:
    """Return the closing line: how many errors and warnings, in each language asked for."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1 + problem.more
    lines = [
        load_catalog(language).labels["counts"].format(errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING])
        for language in languages
    ]
    return "\n".join(lines)


def _report(problem: Problem, languages: Sequence[str], lines: SourceLines | None, width: int) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    line = lines.line(problem.path, problem.line) if lines else None
    report = Text()
    for language in languages:
        entry, label = localized(problem, language), load_catalog(language).labels
        report.append(f"{visible(entry.path)}:{entry.line}:{entry.column}: ", "bold")
        report.append(label[entry.severity], _COLOURS[entry.severity]).append(f" {entry.rule}: {visible(entry.what)}\n")
        if line and language == languages[0]:
            shown = excerpt(problem, line, min(max(width - 10, _NARROWEST), _WIDEST))
            report.append(_with_caret(shown, problem)).append("\n")
        for name, words in (("why", entry.why), ("fix", entry.fix), ("page", entry.url)):
            report.append(f"  {label[name]}: ", "cyan").append(visible(words)).append("\n")
    report.right_crop(1)
    return report


def _with_caret(shown: Excerpt, problem: Problem) -> "Text":
    from rich.cells import cell_len  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    number = str(problem.line)
    before, fault = shown.text[: shown.start], shown.text[shown.start : shown.end]
    carets = "^" * max(1, cell_len(fault))
    return (
        Text(f"  {number} | ", "blue")
        .append(before, "default")
        .append(fault, _COLOURS[problem.severity])
        .append(shown.text[shown.end :].rstrip(), "default")
        .append(f"\n  {' ' * len(number)} | ")
        .append(" " * cell_len(before))
        .append(carets, _COLOURS[problem.severity])
    )
