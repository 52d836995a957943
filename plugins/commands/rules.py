"""`inv rules`: writes the pages of the rules."""

from pathlib import Path

from plugins.checks.rule_pages import FOLDER, write_rule_pages
from plugins.diagnostics.terminal import say


def run_rules(root: Path) -> int:
    """Write the pages of the rules; return 0."""

    say(f"wrote {len(write_rule_pages(root))} pages into {FOLDER}/")
    return 0
