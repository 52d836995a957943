"""`inv check`: reads and checks the content."""

from collections.abc import Sequence
from pathlib import Path

from plugins.commands.checking import lies_in, path_in, problems_found
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics import Severity
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.formats import Format, formatted
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say


@refusals_reported
def run_check(root: Path, *, published: bool, language: str | None, style: str, paths: Sequence[str] = ()) -> int:
    """Read and check the content; print what was found; return 0, or 1 where an error is among it.

    What did not change since the last check is not read again. With `paths`, files or folders as the editor names them
    from `root`, only the problems in them are reported.
    """
    languages, chosen = report_languages(language), Format(style)
    wanted = tuple(path_in(root, path) for path in paths)
    problems, parts = problems_found(root, published=published)
    shown = [problem for problem in problems if not wanted or lies_in(problem.path, wanted)]
    if chosen is not Format.TEXT:
        say(formatted(shown, chosen, languages, SourceLines(root)))
    else:
        print_problems(shown, languages, SourceLines(root))
        say(counts_as_text(shown, languages))
        if parts:
            report_in(languages, "say_items_checked", count=str(parts))
    return int(any(problem.severity is Severity.ERROR for problem in shown))
