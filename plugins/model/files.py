"""Inspects the files below `content/` before anything opens them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.diagnostics import Phrase, Problem

MOST_TEXT_BYTES = 256 * 1024
"""Some forty printed pages of Kazakh; the longest text of the site has a tenth of it."""
MOST_DRAWING_BYTES = 1024 * 1024
_OF_SYSTEMS = re.compile(
    r"\..*|thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r|~\$.*|~.*\.tmp|.*\.(?:bak|tmp|swp|orig)|.*~", re.IGNORECASE
)
_MOST_BYTES = {**dict.fromkeys((".md", ".yaml", ".vtt"), MOST_TEXT_BYTES), ".svg": MOST_DRAWING_BYTES}
"""By the ending of the name."""
_BINARY_UNIT = 1024


def is_of_a_system(name: str) -> bool:
    """Return whether a file is one that an operating system or a text program leaves behind; nobody wrote it."""
    return bool(_OF_SYSTEMS.fullmatch(name))


def unusable_files(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each entry at or below `folder` that must not be opened.

    Links, pipes, sockets and devices are refused, since reading one can leave the folder or never end; so are names
    that are no UTF-8, files that may not be read, and texts and drawings above their limits. What
    systems leave behind is passed over. Problems name paths from the parent of `folder`.
    """
    if not folder.is_dir():
        yield Problem(folder.name, 1, 1, "missing-section", {"folder": folder.name})
        return
    yield from _inside(str(folder), folder.name)


def unusable_files_of(bundle: Path, shown: str) -> Iterator[Problem]:
    """Yield a problem for each entry of one item's folder that must not be opened; `shown` is how problems name the folder."""
    yield from _inside(str(bundle), shown)


def _inside(folder: str, shown_folder: str) -> Iterator[Problem]:
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not is_of_a_system(entry.name)), key=lambda entry: entry.name)
    for entry in entries:
        name = _readable(entry.name)
        shown = f"{shown_folder}/{name}"
        if fault := "file-name-broken" if name != entry.name else _fault_of(entry):
            yield Problem(shown, 1, 1, "unusable-file", {"file": name, "found": Phrase(fault)})
        elif entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path, shown)
        else:
            yield from _size_of(entry, shown)


def _fault_of(entry: os.DirEntry[str]) -> str:
    """Return the phrase for what forbids opening the entry; empty where nothing does."""
    if entry.is_symlink():
        return "file-link"
    is_folder = entry.is_dir(follow_symlinks=False)
    if not is_folder and not entry.is_file(follow_symlinks=False):
        return "file-odd"
    return "" if os.access(entry.path, os.R_OK | (os.X_OK if is_folder else 0)) else "file-unreadable"


def _size_of(entry: os.DirEntry[str], shown: str) -> Iterator[Problem]:
    most = _MOST_BYTES.get(os.path.splitext(entry.name)[1].lower())  # noqa: PTH122 - a Path for each file takes longer
    if most is not None and (size := entry.stat(follow_symlinks=False).st_size) > most:
        values = {"file": entry.name, "found": _kibibytes(size), "most": _kibibytes(most)}
        yield Problem(shown, 1, 1, "too-large-file", values)


def _readable(name: str) -> str:
    """Return a name with what is no UTF-8, or does not show, replaced."""
    if name.isprintable():  # lone surrogates are not
        return name
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown)


def _kibibytes(size: int) -> str:
    return str(-(-size // _BINARY_UNIT))
