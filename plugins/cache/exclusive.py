"""A lock that lets only one build at a time use a cache."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.cache.store import remove
from plugins.diagnostics.progress import Report


@contextmanager
def one_at_a_time(cache: Path, report: Report) -> Iterator[None]:
    """Hold the lock of a cache folder for the block; report `say_waiting` where another process holds it, and wait.

    The system frees the lock of a process that was killed.
    """
    if not cache.is_dir():  # a file, a pipe, a link to nowhere: a cache may be lost
        remove(cache)
    cache.mkdir(parents=True, exist_ok=True)
    place = cache / "build.lock"
    if place.is_symlink() or (place.exists() and not place.is_file()):
        remove(place)
    lock = FileLock(place)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        report("say_waiting")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
