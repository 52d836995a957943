"""Films kept in their bundles, so that a fresh clone need not draw: `drawn.json` says what each was drawn from.

{"storyboard.kk.mp4": {"drawn_from": "<digest of the drawing>", "film": "<hash of the file>"}}
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from plugins.model.items import DRAWN_FILE
from plugins.video.probing import hash_of
from plugins.video.storyboard.drawing import Drawing
from plugins.video.storyboard.filming import film
from plugins.video.storyboard.style import Style

RECORD = DRAWN_FILE


def kept_film(bundle: Path, name: str, drawing: Drawing) -> Path | None:
    """Return the film kept in the bundle, or None where it is missing, changed, or drawn from something else."""
    return _matching(bundle / RECORD, bundle / name, drawing)


def drawn_film(
    bundle: Path, name: str, drawing: Drawing, style: Style, cache: Path, report: Callable[[float], None]
) -> Path:
    """Return the film of a drawing: kept in the bundle, kept in the cache, or drawn now into the cache."""
    if kept := kept_film(bundle, name, drawing):
        return kept
    folder = cache / "films" / "drawn" / drawing.digest
    target = folder / name
    if cached := _matching(folder / RECORD, target, drawing):
        return cached
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"{name}.partial"
    film(drawing, style, partial, report)
    partial.replace(target)
    _record(folder / RECORD, target, drawing)
    return target


def keep(bundle: Path, name: str, drawing: Drawing, drawn: Path) -> None:
    """Copy a drawn film into the bundle and write down what it was drawn from."""
    if drawn != bundle / name:
        shutil.copyfile(drawn, bundle / name)
    _record(bundle / RECORD, bundle / name, drawing)


def _record(record: Path, film_file: Path, drawing: Drawing) -> None:
    entries = _entries(record) | {film_file.name: {"drawn_from": drawing.digest, "film": hash_of(film_file)}}
    kept = {name: entry for name, entry in sorted(entries.items()) if (record.parent / name).is_file()}
    record.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _matching(record: Path, film_file: Path, drawing: Drawing) -> Path | None:
    entry = _entries(record).get(film_file.name)
    try:
        expected = {"drawn_from": drawing.digest, "film": hash_of(film_file)}
    except OSError:
        return None
    return film_file if entry == expected else None


def _entries(record: Path) -> dict[str, object]:
    try:
        entries = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return entries if isinstance(entries, dict) else {}
