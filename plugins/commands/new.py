"""`inv new`: writes a new item as a form."""

from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics.report import report_languages
from plugins.diagnostics.terminal import say
from plugins.model.items import LANGUAGES
from plugins.model.placeholders import PLACEHOLDERS
from plugins.scaffold.bundle import write_bundle


@refusals_reported
def run_new(root: Path, section: str, slug: str, *, language: str | None) -> int:
    """Write a new bundle and say what to do with it; return 0, or 1 where none can be written."""

    languages = report_languages(language)
    hinted = next((own for own in LANGUAGES if own == languages[0]), LANGUAGES[0])  # an item is written in kk or ru
    for file in write_bundle(root / "content", section, slug, hinted):
        say(file.relative_to(root).as_posix())
    report_in(languages, "drafted", placeholder=" / ".join(PLACEHOLDERS.values()))
    return 0
