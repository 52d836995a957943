"""Writes files that others see whole or not at all: the only place that writes one beside its target and renames it."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_NEW_FILE_MODE = 0o644


def write_whole(target: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file whole or not at all; the mode of an earlier one stays, and missing folders are made.

    `durable` waits until the disk has it, for what cannot be made again. Raises OSError; nothing is left behind then.
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
        partial.replace(target)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise
