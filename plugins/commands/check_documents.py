"""`inv check-documents`: reads pictures again and looks for personal data."""

import sys
from functools import cache, partial
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_count, report_in
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import print_problems, report_languages
from plugins.documents.checking import check_papers
from plugins.documents.reading import Reader


@refusals_reported
def run_check_documents(root: Path, *, again: bool, language: str | None) -> int:
    """Read every picture of the content that was not read as it is now; return 0, or 1 if one shows personal data."""

    languages = report_languages(language)
    report = partial(report_in, languages)
    problems = list(check_papers(root / "content", root / ".cache", cache(Reader), again=again, report=report))
    print_problems(problems, languages, SourceLines(root), sys.stderr)
    report_count(languages, len(problems), "say_papers_found", "say_papers_clean")
    return int(bool(problems))
