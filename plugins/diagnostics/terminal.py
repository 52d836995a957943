"""Writes to a stream whose reader may have closed it (`| head`); the command still finishes."""

import io
import os
import sys
from typing import IO, TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


def write_utf8() -> None:
    """Let standard output and error write UTF-8 whatever the locale of the machine is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def say(line: str, file: TextIO | None = None) -> None:
    """Write a line to `file` (standard output), at once."""
    file = file or sys.stdout
    try:
        print(line, file=file, flush=True)
    except BrokenPipeError:
        _leave_unread(file)


def console(file: TextIO | None = None, *, soft_wrap: bool = False) -> "Console":
    """Return what writes coloured text to `file` (standard output)."""
    from rich.console import Console  # noqa: PLC0415 - a command that finds nothing needs none of it

    class Patient(Console):
        def on_broken_pipe(self) -> None:
            _leave_unread(self.file)  # the library would end the command here

    return Patient(file=file or sys.stdout, highlight=False, soft_wrap=soft_wrap)


def _leave_unread(file: IO[str]) -> None:
    """Discard everything that is still to be written to `file`, including what Python flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, file.fileno())
    os.close(nowhere)
