"""`inv links`: every address of the built site leads somewhere."""

import sys
import time
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.delivery.external_links import check_external
from plugins.delivery.links import dead_links, look_at
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.pipeline.day import today


@refusals_reported
def run_links(root: Path, folder: str, *, external: bool, language: str | None) -> int:
    """Look at every address below `folder`, and with `external` at those of other sites; return 0, or 1 for a dead one."""
    languages = report_languages(language)
    tree = root / folder
    if not (tree / "sitemap.xml").is_file():
        raise RefusedError("no_such_path", path=f"{folder}/sitemap.xml")
    start = time.perf_counter()
    found = look_at(tree)
    seconds = time.perf_counter() - start
    problems = list(dead_links(tree, folder)) if found.dead else []
    report_in(languages, "say_links", count=str(found.looked_at), seconds=f"{seconds:.1f}")
    if external:
        problems += check_external(root, root / ".cache", today())
    print_problems(problems, languages, SourceLines(root), sys.stderr)
    if problems:
        say(counts_as_text(problems, languages), sys.stderr)
    return int(any(problem.severity == "error" for problem in problems))
