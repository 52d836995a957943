"""The files that lie in the folder of an item or of a section page."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plugins.model.files import is_of_a_system
from plugins.model.items import Item, Part, SiteContent
from plugins.model.sections import SECTIONS

_OFFICE = re.compile(
    r".*\.(?:pdf|docx?|docm|odt|rtf|pages|xlsx?|xlsm|ods|numbers|csv|pptx?|odp|key|zip|rar|7z|djvu)", re.IGNORECASE
)


def files_in(part: Part, root: Path) -> list[str]:
    """Return the names of its files; of an item also those in folders, which no page can name.

    What operating systems and text programs leave behind is passed over.
    """
    return sorted(_files_below(root / part.folder, "", is_deep=isinstance(part, Item)))


def _files_below(folder: str | Path, beginning: str, *, is_deep: bool) -> Iterator[str]:
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                if not is_of_a_system(entry.name):
                    yield beginning + entry.name
            elif is_deep and entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{beginning}{entry.name}/", is_deep=True)


def files_at_the_top(content: SiteContent, root: Path) -> Iterator[tuple[str, str]]:
    """Yield folder and name of the files that lie in no item and no section, where the site holds what stands once."""
    if f"{content.folder}/site.yaml" not in content.sources:
        return
    single = (f"{content.folder}/{section.folder}" for section in SECTIONS if section.single_pages)
    for folder in (content.folder, *single):
        for entry in sorted((root / folder).iterdir()) if (root / folder).is_dir() else ():
            if entry.is_file() and not is_of_a_system(entry.name):
                yield folder, entry.name


def is_of_an_office(name: str) -> bool:
    """Return whether a file is a document, a table or an archive of an office program, which no page can show."""
    return bool(_OFFICE.fullmatch(name))
