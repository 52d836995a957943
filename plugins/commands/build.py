"""`inv build`: builds the site and reports what happened."""

import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics import ContentError
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.pipeline.build import build, project_paths
from plugins.server.build_state import Builds


@refusals_reported
def run_build(root: Path, *, published: bool, language: str | None) -> int:
    """Build the site and say what to do next; return 0, or 1 after telling every problem."""
    languages = report_languages(language)
    is_built = build_site(root, languages, Builds(), published=published)
    if is_built:
        report_in(languages, "say_look")
    return int(not is_built)


def build_site(root: Path, languages: Sequence[str], builds: Builds, *, published: bool) -> bool:
    """Build the site, tell what happened, and record it in `builds`; return whether the site is good."""
    start = time.perf_counter()
    try:
        built = build(project_paths(root, published=published), date.today(), partial(report_in, languages))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        say(counts_as_text(error.problems, languages), sys.stderr)
        builds.failed(error.problems)
        return False
    if built.was_unchanged:
        report_in(languages, "say_unchanged", pages=str(built.pages))
        builds.was_unchanged(built.warnings)
    else:
        print_problems(built.warnings, languages, SourceLines(root), sys.stderr)
        seconds = f"{time.perf_counter() - start:.1f}"
        report_in(languages, "say_built", pages=str(built.pages), seconds=seconds)
        builds.succeeded(built.warnings)
    return True
