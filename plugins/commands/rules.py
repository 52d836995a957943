"""`inv rules`: writes the pages of the rules."""

from pathlib import Path

from plugins.checks.rule_pages import FOLDER, write_rule_pages
from plugins.commands.reporting import report_in
from plugins.diagnostics.report import report_languages


def run_rules(root: Path) -> int:
    """Write the pages of the rules; return 0."""
    count = str(len(write_rule_pages(root)))
    report_in(report_languages(None), "say_rule_pages_written", count=count, folder=FOLDER)
    return 0
