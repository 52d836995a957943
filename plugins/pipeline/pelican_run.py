"""Runs Pelican quietly, and treats every logged warning as an error."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Complaints(logging.Handler):
    """Collects what Pelican and its plugins only log, although a part of the site is then missing."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def no_complaints() -> Iterator[None]:
    """Raise RuntimeError at the end of the block if anything was logged at the level of a warning or above."""
    complaints, root = _Complaints(), logging.getLogger()
    root.addHandler(complaints)
    try:
        yield
    finally:
        root.removeHandler(complaints)
    if complaints.messages:
        raise RuntimeError("; ".join(complaints.messages))


@contextmanager
def quiet_console() -> Iterator[None]:
    """Keep Pelican from counting articles of its own, of which there are none."""
    from pelican.log import console  # noqa: PLC0415

    console.quiet = True
    try:
        yield
    finally:
        console.quiet = False
