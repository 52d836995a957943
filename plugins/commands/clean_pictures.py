"""`inv clean-pictures`: removes metadata from picture files."""

from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_count
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.report import report_languages
from plugins.diagnostics.terminal import say
from plugins.media.cleaning import clean_pictures
from plugins.media.opening import HIDDEN_PHRASES


@refusals_reported
def run_clean_pictures(root: Path, *, language: str | None) -> int:
    """Remove the metadata from every picture of the content, and report what was removed; return 0."""

    languages = report_languages(language)
    count = 0
    for path, kinds in clean_pictures(root / "content"):
        for code in languages:
            catalog = load_catalog(code)
            said = ", ".join(catalog.phrases[HIDDEN_PHRASES[kind]] for kind in kinds)
            say(catalog.label("say_taken_out", file=path.relative_to(root).as_posix(), kinds=said))
        count += 1
    report_count(languages, count, "say_pictures_cleaned", "say_nothing_to_clean")
    return 0
