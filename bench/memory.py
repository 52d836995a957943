"""The memory that a process and all its children hold together."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE_SECONDS = 0.1


@dataclass(slots=True)
class Peak:
    """The most that was held at once, in KiB; 0 where the system does not tell (only Linux does)."""

    kib: int = 0


@contextmanager
def peak_of(process: int) -> Iterator[Peak]:
    """Look at a process and its children during the block, ten times a second; its value holds the peak.

    A page that several processes share is counted once (the proportional set size of proc(5)), as forked workers share what
    their parent has read.
    """
    peak, is_over = Peak(), threading.Event()

    def look() -> None:
        while not is_over.wait(_PAUSE_SECONDS):
            peak.kib = max(peak.kib, sum(map(_proportional_kib, _with_children(process))))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        is_over.set()
        thread.join()


def _with_children(process: int) -> list[int]:
    found = [process]
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208
            children = Path(f"/proc/{process}/task/{thread}/children").read_text(encoding="ascii")
            for child in children.split():
                found += _with_children(int(child))
    return found


def _proportional_kib(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
