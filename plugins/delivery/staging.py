"""Builds into a fresh folder, which replaces the old one only if the build succeeds."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_AT_WORKING_FOLDER = -100
"""AT_FDCWD of openat(2): paths are taken as the process takes them."""
_renameat2 = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform.startswith("linux") else None


class AbandonedError(Exception):
    """Ends the block of `staged` and leaves the output as it is."""


@contextmanager
def staged(output: Path, spare: Path | None = None) -> Iterator[Path]:
    """Yield a fresh folder that becomes `output` when the block ends well; otherwise `output` stays untouched.

    AbandonedError, raised in the block, goes no further.

    An `output` that is a link is followed: the folder it names is replaced, the link stays. Where the system can
    exchange two folders in one step (Linux), a reader meets the old site or the new one and nothing between;
    elsewhere the change is two renames, and a site that was stopped between them is put back by `recover`.

    With a `spare`, the folder yielded is the one that is there, if any, to be brought up to date, and the site that was
    replaced takes its place: so two trees take turns, and what is equal in both is never written or removed.
    """
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    recover(output)
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}.", suffix=".new", dir=output.parent))
    fresh.chmod(0o755)
    if spare is not None:
        with suppress(OSError):
            spare.rename(fresh)  # over an empty folder
    try:
        yield fresh
        _put_in_place(fresh, output)
        if spare is not None:
            _set_aside(fresh if fresh.exists() else _previous(output), spare)
    except BaseException as fault:
        shutil.rmtree(fresh, ignore_errors=True)
        recover(output)
        if isinstance(fault, AbandonedError):
            return
        raise
    recover(output)


def recover(output: Path) -> None:
    """Put a site back that a stopped build had set aside, and remove what stopped builds left beside `output`."""
    output = output.resolve()
    previous = _previous(output)
    if previous.exists() and not output.exists():
        previous.rename(output)
    for left in (previous, *output.parent.glob(f".{output.name}.*.new")):
        shutil.rmtree(left, ignore_errors=True)


def exchanged(first: Path, second: Path) -> bool:
    """Swap two folders in one step; return False where the system or the file system cannot, and nothing is changed."""
    if _renameat2 is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    return bool(_renameat2(_AT_WORKING_FOLDER, paths[0], _AT_WORKING_FOLDER, paths[1], _EXCHANGE) == 0)


def _put_in_place(fresh: Path, output: Path) -> None:
    if not fresh.is_dir():
        raise FileNotFoundError(fresh)
    if output.exists() and not exchanged(fresh, output):
        output.rename(_previous(output))
    if not output.exists():
        fresh.rename(output)


def _set_aside(replaced: Path, spare: Path) -> None:
    """Keep the replaced site as the spare one; where it cannot be moved, `recover` removes it."""
    with suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(spare, ignore_errors=True)
        replaced.rename(spare)


def _previous(output: Path) -> Path:
    return output.with_name(f".{output.name}.previous")
