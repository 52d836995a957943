"""Rendered storyboards kept in their bundles: a fresh clone has them at once, where rendering all of them takes a minute.

`drawn.json` in the bundle says from what each was rendered:

{"storyboard.kk.mp4": {"drawn_from": "<digest of the composition>", "film": "<hash of the file>"}}
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.cache.store import Blobs, Records
from plugins.model.items import RENDERED_RECORD
from plugins.video.probe import hash_of
from plugins.video.storyboard.composition import Composition
from plugins.video.storyboard.style import Style


def kept_video(bundle: Path, name: str, composition: Composition) -> Path | None:
    """Return the video kept in the bundle, or None where it is missing, changed, or rendered from something else."""
    try:
        expected = {"drawn_from": composition.digest, "film": hash_of(bundle / name)}
    except OSError:
        return None
    return bundle / name if _entries(bundle / RENDERED_RECORD).get(name) == expected else None


def rendered_video(
    bundle: Path, name: str, composition: Composition, style: Style, cache: Path, report: Callable[[float], None]
) -> Path:
    """Return the video of a composition: kept in the bundle, kept in the cache, or rendered now into the cache."""
    if kept := kept_video(bundle, name, composition):
        return kept
    files, records = Blobs(cache / "videos"), Records(cache, "storyboards")
    digest = (records.get(composition.digest) or b"").decode("ascii", "replace")
    if not digest or not files.is_whole(digest):
        from plugins.video.storyboard.render import render  # noqa: PLC0415 - slow to load, and mostly all is kept

        with TemporaryDirectory() as folder:
            scratch = Path(folder) / name
            render(composition, style, scratch, report)
            digest = files.put(scratch.read_bytes())
        records.put(composition.digest, digest.encode())
    return files.path(digest)


def keep(bundle: Path, name: str, composition: Composition, rendered: Path) -> None:
    """Copy a rendered video into the bundle and write down from what it was rendered."""
    if rendered != bundle / name:
        shutil.copyfile(rendered, bundle / name)
    record = bundle / RENDERED_RECORD
    entry = {"drawn_from": composition.digest, "film": hash_of(bundle / name)}
    entries = {file: known for file, known in _entries(record).items() if (bundle / file).is_file()} | {name: entry}
    record.write_text(json.dumps(dict(sorted(entries.items())), indent=2) + "\n", encoding="utf-8")


def _entries(record: Path) -> dict[str, object]:
    try:
        entries = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return entries if isinstance(entries, dict) else {}
