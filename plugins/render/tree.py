"""The new tree of the site: second names (hard links) of what stayed, and new files for what changed.

A file of the present tree is taken over where it is as its build left it and was made under the same key. A file that has
two names is never written in place. Two trees take turns: the one before the present is kept as a spare and brought up to date,
so that a build touches only what differs between it and the new site.
"""

import marshal
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.cache.fingerprint import Stamp, stamp_of, stamps
from plugins.cache.memo import key_of
from plugins.cache.store import Records, content_digest

_KIND = "trees"


@dataclass(frozen=True, slots=True)
class TreeRecord:
    """What a build left: the digest of all its inputs, its files, and notes for the next build (plain data)."""

    inputs: str = ""
    files: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)
    """Key and stamp of every file by its path."""
    spare: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)
    """The same for the spare tree."""
    notes: Any = None

    def is_still_there(self, output: Path) -> bool:
        """Return whether `output` holds exactly what the build left."""
        return bool(self.files) and stamps(output) == {path: stamp for path, (_, stamp) in self.files.items()}


def spare_of(cache: Path, output: Path) -> Path:
    """Return where the spare tree of `output` is kept."""
    return cache / "spare" / key_of(str(output.resolve()))[:16]


def read_record(cache: Path, output: Path) -> TreeRecord:
    """Return the record of the last build into `output`; an empty one where there is none."""
    with suppress(ValueError, TypeError, KeyError, EOFError):
        kept = marshal.loads(Records(cache, _KIND).get(str(output.resolve())) or b"")  # noqa: S302 - checked against its key
        return TreeRecord(str(kept["inputs"]), dict(kept["files"]), dict(kept["spare"]), kept["notes"])
    return TreeRecord()


def write_record(cache: Path, output: Path, inputs: str, tree: "NewTree", notes: Any) -> None:
    """Keep what a build has left in `output`, where it came from `tree`, and in the spare tree."""
    files = {path: (tree.keys.get(path, ""), stamp) for path, stamp in tree.left_in(output, tree.base_stamps).items()}
    spare_folder = spare_of(cache, output)
    spare = {
        path: (tree.present_keys.get(path, ""), stamp)
        for path, stamp in tree.left_in(spare_folder, tree.present_stamps).items()
    }
    record = marshal.dumps({"inputs": inputs, "files": files, "spare": spare, "notes": notes})
    Records(cache, _KIND).put(str(output.resolve()), record)


class NewTree:
    """The folder a build writes into, with the key of every file."""

    def __init__(self, folder: Path, present: Path, record: TreeRecord) -> None:
        """`present` is the site as it is, and `record` what its build left."""
        self.folder, self._present = folder, present
        now = self.present_stamps = stamps(present) if record.files else {}
        """Stamps of the present site, before this build."""
        self.present_keys = {path: key for path, (key, stamp) in record.files.items() if key and now.get(path) == stamp}
        """Keys of the files of the present site that stand as they were left."""
        self.base_stamps: Mapping[str, Stamp] = {}
        """Stamps of the files that are in `folder` from the beginning."""
        self._base = self._base_of(record)
        """Their keys."""
        self._touched: set[str] = set()
        """Paths that were written, linked or removed: another name changes the stamp of a file too."""
        self.before: Mapping[str, Any] = record.notes if isinstance(record.notes, dict) else {}
        """What the last build left for this one: plain data by name."""
        self.after: dict[str, Any] = {}
        """What this build leaves for the next one."""
        self.keys: dict[str, str] = {}
        self.kept = 0
        """Files that were taken over."""
        self._folders: set[str] = set()

    def has(self, path: str, key: str) -> bool:
        """Return whether a file made under the same key is at hand, as it was left."""
        return key in (self._base.get(path), self.present_keys.get(path))

    def keep(self, path: str, key: str) -> bool:
        """Take a file over from the present site; return whether it is there, whole, and made under the same key."""
        if not self.has(path, key):
            return False
        if self._base.get(path) != key:
            self.link(path, key, self._present / path)
        self.keys[path] = key
        self.kept += 1
        return True

    def put(self, path: str, key: str, content: bytes) -> None:
        """Write a new file. Raises FileExistsError where this build has put one there."""
        if path in self.keys:
            raise FileExistsError(path)
        self.write(path, content)
        self.keys[path] = key

    def settle(self, path: str, content: bytes) -> None:
        """Put a small file into the site: taken over where it is the same, otherwise written."""
        key = content_digest(content)
        if not self.keep(path, key):
            self.put(path, key, content)

    def write(self, path: str, content: bytes) -> None:
        """Write a new file without noting its key: a worker does this, its caller notes."""
        with open(self._place(path), "xb") as file:  # noqa: PTH123 - thousands of files
            file.write(content)

    def link(self, path: str, key: str, source: Path) -> None:
        """Put a kept file into the site too, as a second name of the same bytes where the disk allows it."""
        place = self._place(path)
        try:
            os.link(source, place)
        except OSError:
            shutil.copyfile(source, place)
        self.keys[path] = key

    def note(self, path: str, key: str) -> None:
        """Note the key of a file that was written below `folder` by other means."""
        self.keys[path] = key
        self._touched.add(path)

    def note_others(self) -> None:
        """Note that other code adds files to `folder`, so that the whole tree must be looked at after the build."""
        self.base_stamps = {}

    def left_in(self, folder: Path, before: Mapping[str, Stamp]) -> dict[str, Stamp]:
        """Return the stamps of a tree after the build: those from `before` it, if any, brought up to date."""
        if not self.base_stamps or not before:
            return stamps(folder)
        found = dict(before)
        for path in self._touched:
            found.pop(path, None)
            with suppress(FileNotFoundError):
                found[path] = stamp_of(folder / path)
        return found

    def finish(self) -> None:
        """Remove what stood in `folder` from the beginning and is no part of the new site."""
        for path in self._base.keys() - self.keys.keys():
            self._touched.add(path)
            file = self.folder / path
            file.unlink()
            with suppress(OSError):  # a folder that still holds something stays
                for parent in file.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()

    def _base_of(self, record: TreeRecord) -> dict[str, str]:
        if self.folder == self._present:  # Pelican by itself writes into a folder that is not ours to clear
            return {}
        there = stamps(self.folder)
        if there == {path: stamp for path, (_, stamp) in record.spare.items()}:
            self.base_stamps = there
            return {path: key for path, (key, _) in record.spare.items()}
        for entry in self.folder.iterdir() if there else ():
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        return {}

    def _place(self, path: str) -> str:
        self._touched.add(path)
        parent = path.rpartition("/")[0]
        if parent not in self._folders:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)  # noqa: PTH103 - as above
            self._folders.add(parent)
        place = f"{self.folder}/{path}"
        with suppress(FileNotFoundError):  # what is there may have two names and is never written over
            os.unlink(place)  # noqa: PTH108 - as above
        return place
