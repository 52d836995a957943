"""Folders for photos that may not lie in the project; a folder of a process that was killed is removed later."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "desk-paper-"
_LOCK = "in-use"
"""File in a folder that its process keeps locked; the system frees the lock of a process that was killed."""


class PhotoFolder:
    """A new folder of the system for one photo; `remove` or the end of the process removes it."""

    def __init__(self) -> None:
        self._folder, self._lock = _locked_folder()
        self.path = Path(self._folder.name)

    def remove(self) -> None:
        """Remove the folder with the photo."""
        self._lock.release()  # Windows removes no file that is locked
        self._folder.cleanup()


def _locked_folder() -> "tuple[tempfile.TemporaryDirectory[str], FileLock]":
    while True:
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        lock = FileLock(Path(folder.name, _LOCK), thread_local=False)
        with suppress(Timeout):  # another process took it for a leftover before it was locked, and removes it
            lock.acquire(timeout=0)
            return folder, lock


def remove_leftovers() -> None:
    """Remove the folders of processes that were killed; those in use stay.

    The folder for temporary files is open to every user of the machine: only a folder of this user is touched.
    """
    with tempfile.TemporaryFile() as own:
        user = os.fstat(own.fileno()).st_uid
    for marked in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError, Timeout):
            if not marked.parent.is_symlink() and marked.parent.lstat().st_uid == user:
                lock = FileLock(marked)
                lock.acquire(timeout=0)
                lock.release()
                shutil.rmtree(marked.parent, ignore_errors=True)
