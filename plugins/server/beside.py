"""Runs work beside the server, in a forked process where possible, so that pages are answered meanwhile."""

import multiprocessing
import os
import signal
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from plugins.cache.workers import WorkerDiedError

T = TypeVar("T")

_FIRST_OWN, _MOST_OPEN = 3, 4096
"""Numbers of open files: after those for input and output, and more than a server for one editor ever has."""
_SECONDS_TO_END = 2
"""How long it may take to stop its workers."""
_ENDED = 143
"""Exit code of a process that was asked to end."""
_LESS_URGENT = 10
"""Steps of the system's scale by which the work gives way to the server and the browser."""


class Beside(Generic[T]):
    """Does one piece of work, again and again."""

    def __init__(self, work: Callable[[], T]) -> None:
        """`work` must raise nothing; what it changes in memory may be lost."""
        self._work = work
        self._fork = multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None
        self._process: Any = None

    def do(self) -> T:
        """Return the result of the work. Raises WorkerDiedError where its process was killed."""
        if self._fork is None:
            return self._work()
        here, there = self._fork.Pipe(duplex=False)
        self._process = self._fork.Process(target=self._do_and_tell, args=(there,))
        self._process.start()
        there.close()
        try:
            result: T = here.recv()
        except EOFError:
            raise WorkerDiedError from None
        finally:
            here.close()
            self._process.join()
        return result

    def _do_and_tell(self, there: Connection) -> None:
        os.nice(_LESS_URGENT)
        _end_with_workers()
        _close_connections()
        there.send(self._work())

    def stop(self) -> None:
        """End the process that is at work, if any: the program ends."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(_SECONDS_TO_END)
            if self._process.is_alive():  # it may wait for something that never comes
                self._process.kill()


def _close_connections() -> None:
    """Close the sockets of the server: a connection that it ends would seem alive to the browser as long as this process is."""
    for number in range(_FIRST_OWN, _MOST_OPEN):
        with suppress(OSError):  # not open
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.close(number)


def _end_with_workers() -> None:
    """Let a request to end unwind this process, which then stops its workers; a worker itself ends at once."""
    own = os.getpid()

    def stop(*_: object) -> None:
        if os.getpid() != own:
            os._exit(_ENDED)
        sys.exit(_ENDED)

    signal.signal(signal.SIGTERM, stop)
