"""How many cores this process may use."""

import os


def usable_cores() -> int:
    """Return their number, at least 1: those the system lets this process run on, where it says so.

    It is `os.process_cpu_count` of Python 3.13.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
