"""Removes metadata from picture files."""

from collections.abc import Iterator
from pathlib import Path

from plugins.cache.atomic import write_whole
from plugins.media.faults import PictureFaultError
from plugins.media.metadata import cleaned, hidden_parts

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def clean_pictures(folder: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Rewrite every picture below `folder` that hides something; yield it with the kinds of what was taken out.

    The pixels stay as they are. A damaged file is left for the build to report.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file():
            raw = path.read_bytes()
            try:
                kinds = tuple(dict.fromkeys(part.kind for part in hidden_parts(raw)))
            except PictureFaultError:
                continue
            if kinds:
                write_whole(path, cleaned(raw), durable=True)
                yield path, kinds
