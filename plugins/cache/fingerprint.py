"""Digests of the project's files: one walk and one hash per build, shared by build, check and watch.

A file whose number, size and times are those of the last walk is not read again, as in Git's index; one that changed within
the grain of the file system's clock is read anew next time.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.memo import key_of
from plugins.cache.store import Records, content_digest

Stamp = tuple[int, int, int, int]
"""Number, size, time of the content, time of the entry: what the system says of a file without reading it."""

Tree = Mapping[str, str]
"""Digest of every file by its path below a folder, with `/`."""

_GRAIN = 50_000_000
"""Nanoseconds within which a file may change twice without another time."""
_CODE = Path(__file__).parents[1]
_TEXTS = (".md", ".yaml", ".vtt")


def stamps(root: Path) -> dict[str, Stamp]:
    """Return the stamp of every file below `root`; caches of Python and linked folders are left out."""
    found: dict[str, Stamp] = {}
    waiting = [(str(root), "")]
    while waiting:
        at, prefix = waiting.pop()
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.is_file():
                    with suppress(FileNotFoundError):  # an editor renames while we look: what has gone is not there
                        found[prefix + entry.name] = stamp_of(entry)
    return found


def stamp_of(entry: "os.DirEntry[str] | Path") -> Stamp:
    """Return the stamp of a file. Raises FileNotFoundError."""
    status = entry.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


class Fingerprints:
    """Digests of the files below some folders, and the texts that were read on the way."""

    def __init__(self, cache: Path | None) -> None:
        """Take over what an earlier build knew of the files, unless `cache` is None."""
        self._records = Records(cache, "stamps") if cache else None
        self._texts: dict[str, bytes] = {}
        self._trees: dict[Path, Tree] = {}

    def tree(self, root: Path) -> Tree:
        """Return the digest of every file below `root`; asked again, the same answer."""
        if root not in self._trees:
            self._trees[root] = self._walked(root)
        return self._trees[root]

    def read(self, path: Path) -> bytes:
        """Return the bytes of a file: of a text, those that were hashed. Raises OSError."""
        kept = self._texts.get(str(path))
        return path.read_bytes() if kept is None else kept

    def _walked(self, root: Path) -> Tree:
        before = self._known(root)
        known: dict[str, tuple[Stamp, str]] = {}
        moment = time.time_ns() - _GRAIN
        has_changed = False
        for name, stamp in stamps(root).items():
            if name in before and before[name][0] == stamp:
                known[name] = before[name]
                continue
            has_changed = True
            with suppress(FileNotFoundError):
                is_settled = max(stamp[2:]) < moment
                known[name] = (
                    (stamp if is_settled else (0, 0, 0, 0)),
                    content_digest(self._first_read(f"{root}/{name}")),
                )
        if self._records is not None and (has_changed or known.keys() != before.keys()):
            self._records.put(str(root), json.dumps(known).encode())
        return {name: digest for name, (_, digest) in sorted(known.items())}

    def _first_read(self, path: str) -> bytes:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of ten thousand files takes longer
            raw = file.read()
        if path.endswith(_TEXTS):
            self._texts[path] = raw
        return raw

    def _known(self, root: Path) -> dict[str, tuple[Stamp, str]]:
        kept = self._records.get(str(root)) if self._records else None
        with suppress(ValueError, TypeError, AttributeError):
            if kept:
                return {name: ((*stamp,), str(digest)) for name, (stamp, digest) in json.loads(kept).items()}
        return {}


def below(tree: Tree, *folders: str) -> dict[str, str]:
    """Return the part of a tree that lies in one of `folders`, or is one of them."""
    return {
        name: digest
        for name, digest in tree.items()
        if name in folders or name.startswith(tuple(f"{f}/" for f in folders))
    }


def digest_of(tree: Tree) -> str:
    """Return one digest of a tree: its names and its contents."""
    return key_of(*(part for name, digest in sorted(tree.items()) for part in (name, digest)))


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files a site is made from."""

    content: Tree
    theme: Tree
    code: Tree
    read: Callable[[Path], bytes] = Path.read_bytes
    """Returns the bytes of a file that lies in one of them."""

    @property
    def digest(self) -> str:
        """One digest of all of them."""
        return key_of(digest_of(self.content), digest_of(self.theme), digest_of(self.code))


def installed() -> tuple[str, ...]:
    """Return name and version of everything that is installed, as the folders say that describe it."""
    names: set[str] = set()
    for place in sys.path:
        with suppress(OSError):
            names.update(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    return tuple(sorted(names))


def inputs_of(content: Path, theme: Path, cache: Path | None) -> Inputs:
    """Return the files of content, theme and our own code as they are now."""
    fingerprints = Fingerprints(cache)
    return Inputs(fingerprints.tree(content), fingerprints.tree(theme), fingerprints.tree(_CODE), fingerprints.read)


def folder_digests(content: Tree, name: str, without: Iterable[str] = ()) -> dict[str, str]:
    """Return a digest of each folder of an item, of each section and of the content itself by its path as editors see it.

    A folder of an item counts with all below it; a section and `name`, the content itself, with their own files only, and
    without those named in `without`.
    """
    inside: dict[str, dict[str, str]] = {name: {}}
    for path, digest in content.items():
        parts = path.split("/")
        folder = "/".join([name, *parts[: min(len(parts) - 1, 2)]])
        if path not in without:
            inside.setdefault(folder, {})[path] = digest
        if len(parts) > 1:
            inside.setdefault(f"{name}/{parts[0]}", {})
    return {folder: digest_of(files) for folder, files in inside.items()}
