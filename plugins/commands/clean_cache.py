"""`inv clean-cache`: deletes the caches of earlier builds."""

import shutil
from pathlib import Path

from plugins.cache.exclusive import one_at_a_time
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics.progress import no_progress
from plugins.diagnostics.report import report_languages


@refusals_reported
def run_clean_cache(root: Path, *, language: str | None) -> int:
    """Delete the cache and report the bytes freed; the next build makes everything anew. Return 0."""
    cache = root / ".cache"
    with one_at_a_time(cache, no_progress):
        entries = [entry for entry in cache.iterdir() if entry.name != "build.lock"]
        freed = _bytes_freed(entries)
        for entry in entries:
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    report_in(report_languages(language), "say_cache_cleaned", megabytes=f"{freed / 1_000_000:.1f}")
    return 0


def _bytes_freed(entries: list[Path]) -> int:
    """Return the bytes that deleting `entries` gives back: a file that is also in the site stays there."""
    freed, seen = 0, dict[int, int]()
    for file in (path for entry in entries for path in (entry, *entry.rglob("*"))):
        if file.is_file() and not file.is_symlink():
            status = file.stat()
            seen[status.st_ino] = seen.get(status.st_ino, 0) + 1
            if seen[status.st_ino] == status.st_nlink:
                freed += status.st_size
    return freed
