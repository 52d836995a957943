"""The files that lie in the folder of an item or of a section page."""

from pathlib import Path

from plugins.model.files import is_of_a_system
from plugins.model.items import Item, Part


def files_in(part: Part, root: Path) -> list[str]:
    """Return the names of its files; of an item also those in folders, which no page can name.

    What operating systems and text programs leave behind is passed over.
    """
    folder = root / part.folder
    entries = folder.rglob("*") if isinstance(part, Item) else folder.iterdir()
    files = (entry for entry in entries if entry.is_file() and not is_of_a_system(entry.name))
    return sorted(entry.relative_to(folder).as_posix() for entry in files)
