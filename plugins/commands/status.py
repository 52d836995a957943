"""`inv status`: shows the state of the content."""

import sys
from collections import Counter
from pathlib import Path

from plugins.commands.reporting import refusals_reported
from plugins.diagnostics import ContentError
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.formats import Format
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.model.drafts import draft_folders
from plugins.model.items import LANGUAGES, index_file
from plugins.model.sections import SECTIONS
from plugins.pipeline.check import survey
from plugins.pipeline.day import today
from plugins.pipeline.faults import faults_as_problems
from plugins.pipeline.paths import project_paths
from plugins.status.gathering import status_of
from plugins.status.showing import as_json, print_status


@refusals_reported
def run_status(root: Path, *, language: str | None, style: str, within: int) -> int:
    """Print the state of the content; return 0, or 1 where it cannot be read."""

    languages, chosen = report_languages(language), Format(style)
    if chosen not in (Format.TEXT, Format.JSON):
        raise RefusedError("unknown_format", format=style, formats=f"{Format.TEXT}, {Format.JSON}")
    content, day = root / "content", today()
    try:
        with faults_as_problems(project_paths(root, published=False)):
            found = survey(content, root / "theme", root / ".cache", published=False, today=day, whole=True)
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    written = {
        section.folder: Counter(
            {own: len(list((content / section.folder).glob(f"*/{index_file(own)}"))) for own in LANGUAGES}
        )
        for section in SECTIONS
    }
    status = status_of(found.content, written, found.problems, day, within, found.documents, draft_folders(content))
    if chosen is Format.JSON:
        say(as_json(status))
        return 0
    for code in languages:
        own = next((own for own in LANGUAGES if own == code), None)
        titles = {name: intro.texts[own].title for name, intro in found.content.intros.items()} if own else {}
        titles["pages"] = load_catalog(code).label("status_pages")
        print_status(status, code, titles)
    return 0
