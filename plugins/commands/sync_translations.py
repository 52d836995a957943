"""`inv sync-translations`: lists items whose translations diverged, or marks them as in sync."""

import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.commands.checking import lies_in, path_in, problems_found
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics import ContentError
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.model.sync_translations import declare_in_step

_NOT_IN_STEP = {"stale-translation", "undeclared-translation"}


@refusals_reported
def run_sync_translations(root: Path, paths: Sequence[str], *, everything: bool, language: str | None) -> int:
    """Declare that both languages of the named items say the same, or of all; return 0, or 1 where something is wrong.

    Without either, say which items were changed in one language only, or never declared.
    """

    languages = report_languages(language)
    wanted = tuple(path_in(root, path).removeprefix("content/") for path in paths)
    if not wanted and not everything:
        problems = [p for p in problems_found(root, published=False)[0] if p.rule in _NOT_IN_STEP]
        print_problems(problems, languages, SourceLines(root))
        report_in(languages, "say_declare" if problems else "say_all_in_step")
        return 0
    try:
        declared = declare_in_step(root / "content", lambda item: everything or lies_in(item, wanted))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    for item in declared:
        say(item)
    report_in(languages, "say_declared", count=str(len(declared)))
    return 0
