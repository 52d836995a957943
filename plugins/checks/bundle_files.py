"""The files that lie in the folder of an item or of a section page."""

from pathlib import Path

from plugins.model.items import Item, Part


def files_in(part: Part, root: Path) -> list[str]:
    """Return the names of its files; of an item also those in folders, which no page can name."""
    folder = root / part.folder
    entries = folder.rglob("*") if isinstance(part, Item) else folder.iterdir()
    return sorted(entry.relative_to(folder).as_posix() for entry in entries if entry.is_file())
