"""`inv remove`: takes an item out of the content, after showing what would break."""

import sys
from pathlib import Path

from plugins.commands.move import item_at
from plugins.commands.reporting import refusals_reported, report_in
from plugins.desk.checking import Checker
from plugins.desk.moving import breaks_without, delete_item, kept_items
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.report import print_problems, report_languages
from plugins.pipeline.day import today


@refusals_reported
def run_remove(root: Path, address: str, *, yes: bool, language: str | None) -> int:
    """Show what would break without the item at `address`; with `yes`, take it out and keep it aside. Return 0, or 1 where
    there is no such item."""
    languages = report_languages(language)
    item = item_at(root / "content", address)
    broken = breaks_without(Checker(root), item, today())
    print_problems(broken, languages, SourceLines(root), sys.stdout)
    if not yes:
        report_in(languages, "say_would_remove", address=item.address, count=str(len(broken)))
        return 0
    kept = kept_items(root)
    name = delete_item(item, kept)
    report_in(languages, "say_removed", address=item.address, kept=(kept / name).relative_to(root).as_posix())
    return 0
