"""`inv fix`: mends what can be mended mechanically."""

from pathlib import Path

from plugins.checks.mending import as_diff, is_mendable, mended_files
from plugins.commands.checking import problems_found
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics.report import report_languages
from plugins.diagnostics.terminal import say


@refusals_reported
def run_fix(root: Path, *, apply: bool, language: str | None) -> int:
    """Show what can be mended mechanically, and with `apply` write it; return 0, or 1 for an unknown language."""

    languages = report_languages(language)
    changed, are_all = _mendable(root)
    if not changed:
        report_in(languages, "say_nothing_to_mend")
        return 0
    if not apply:
        say(as_diff(changed))
        report_in(languages, "say_can_be_mended", count=str(len(changed)))
        return 0
    mended: set[str] = set()
    while changed:
        say(as_diff(changed))
        for path, (_, new) in changed.items():
            (root / path).write_text(new, encoding="utf-8")
        mended |= changed.keys()
        changed, are_all = ({}, True) if are_all else _mendable(root)  # a check reports only the first of very many
    report_in(languages, "say_mended", count=str(len(mended)))
    return 0


def _mendable(root: Path) -> tuple[dict[str, tuple[str, str]], bool]:
    """Return old and new text of every file that can be mended, and whether these are all mends."""
    problems, _ = problems_found(root, published=False)
    return mended_files(problems, root), not any(problem.more and is_mendable(problem) for problem in problems)
