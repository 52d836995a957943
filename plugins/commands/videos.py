"""`inv videos`: renders the storyboards that changed into their bundles."""

import sys
from functools import partial
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_count, report_in
from plugins.diagnostics import ContentError
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import print_problems, report_languages
from plugins.pipeline.faults import faults_as_problems
from plugins.pipeline.paths import project_paths
from plugins.video.refresh import refresh_videos


@refusals_reported
def run_videos(root: Path, *, language: str | None) -> int:
    """Render the storyboards that changed into their bundles, put late indexes first; return 0 or 1."""

    languages, paths = report_languages(language), project_paths(root, published=False)
    try:
        with faults_as_problems(paths):
            written = refresh_videos(paths.content, paths.theme, paths.cache, partial(report_in, languages))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    for path in written:
        report_in(languages, "say_wrote", file=path)
    report_count(languages, len(written), "say_films_written", "say_films_current")
    return 0
