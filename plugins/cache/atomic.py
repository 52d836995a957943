"""Writes files that others see whole or not at all: the only place that writes one beside its target and renames it."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_NEW_FILE_MODE = 0o644
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds before each further try."""


def write_whole(target: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file whole or not at all; the mode of an earlier one stays, and missing folders are made.

    On Windows a file that another program has open cannot be replaced; it is tried again for a moment, since virus scanners and
    indexers let go soon. `durable` waits until the disk has it, for what cannot be made again. Raises OSError; nothing is left behind then.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        partial.chmod(target.stat().st_mode & 0o777 if target.exists() else _NEW_FILE_MODE)
        _replace(partial, target)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise


def _replace(partial: Path, target: Path) -> None:
    for pause in _PAUSES:
        with suppress(PermissionError):
            partial.replace(target)
            return
        time.sleep(pause)
    partial.replace(target)
