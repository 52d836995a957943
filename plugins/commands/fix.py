"""`inv fix`: mends what can be mended mechanically."""

from pathlib import Path

from plugins.checks.mending import as_diff, mended_files
from plugins.commands.checking import problems_found
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics.report import report_languages
from plugins.diagnostics.terminal import say


@refusals_reported
def run_fix(root: Path, *, apply: bool, language: str | None) -> int:
    """Show what can be mended mechanically, and with `apply` write it; return 0, or 1 for an unknown language."""

    languages = report_languages(language)
    problems, _ = problems_found(root, published=False)
    changed = mended_files(problems, root)
    if not changed:
        report_in(languages, "say_nothing_to_mend")
        return 0
    say(as_diff(changed))
    if not apply:
        report_in(languages, "say_can_be_mended", count=str(len(changed)))
        return 0
    for path, (_, new) in changed.items():
        (root / path).write_text(new, encoding="utf-8")
    report_in(languages, "say_mended", count=str(len(changed)))
    return 0
