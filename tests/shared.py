"""Folders that all workers of a run share: each is filled once, by the worker that needs it first."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

_VARIABLE = "TESTS_SHARED_FOLDER"


def begin_run() -> None:
    """Make the folder of a run; the workers and the processes that tests start inherit its name."""
    os.environ[_VARIABLE] = tempfile.mkdtemp(prefix="tests-")


def end_run() -> None:
    """Remove the folder of a run."""
    shutil.rmtree(os.environ.pop(_VARIABLE), ignore_errors=True)


def is_in_run() -> bool:
    """Return whether this process belongs to a run of the tests."""
    return _VARIABLE in os.environ


def filled_once(name: str, fill: Callable[[Path], object]) -> Path:
    """Return the folder `name` of this run, which `fill` was given to fill; it is to be read or copied, not edited."""
    folder = Path(os.environ[_VARIABLE]) / name
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            beginning = folder.with_suffix(".new")
            shutil.rmtree(beginning, ignore_errors=True)
            beginning.mkdir()
            fill(beginning)
            beginning.rename(folder)
    return folder
