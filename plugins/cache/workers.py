"""Runs tasks on all cores: the only place that forks, hands out tasks and collects failures."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_is_alone: ContextVar[bool] = ContextVar("is_alone", default=False)


def usable_cores() -> int:
    """Return their number, at least 1: those the system lets this process run on, where it says so.

    It is `os.process_cpu_count` of Python 3.13. Inside `one_process` there is one.
    """
    if _is_alone.get():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def one_process() -> Iterator[None]:
    """Let all work of the block be done by this process."""
    token = _is_alone.set(True)
    try:
        yield
    finally:
        _is_alone.reset(token)


class WorkerDiedError(RuntimeError):
    """A worker process ended without an answer: killed, or out of memory."""


def spread(work: Callable[[T], R], tasks: Sequence[T], *, worth: int = 2, cores: int | None = None) -> Iterator[R]:
    """Yield `work(task)` for each task, in their order, from as many processes as there are cores.

    Workers are forked: they see everything `work` refers to as it is now, without sending it; only results are sent back.
    A task that fails in a worker is done again here, so that its fault is raised with its own traceback. Fewer tasks than
    `worth`, one core, or a system without fork means this process. Workers begin with the first result that is asked for
    and are stopped when no more are. Raises WorkerDiedError.
    """
    number = min(usable_cores() if cores is None else cores, len(tasks))
    if number <= 1 or len(tasks) < worth or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, tasks)
        return
    fork = multiprocessing.get_context("fork")
    following = fork.Value("l", 0)
    workers: list[tuple[Any, Connection]] = []
    try:
        for _ in range(number):
            here, there = fork.Pipe(duplex=False)
            process = fork.Process(target=_serve, args=(work, tasks, following, there), daemon=True)
            process.start()
            there.close()
            workers.append((process, here))
        yield from _in_order(work, tasks, [here for _, here in workers])
    finally:
        for process, here in workers:
            here.close()
            process.terminate()
            process.join()


def _serve(work: Callable[[Any], Any], tasks: Sequence[Any], following: Any, there: Connection) -> None:
    """Do the next task until none is left; runs in a worker."""
    with suppress(BrokenPipeError):  # nobody waits any more
        while True:
            with following.get_lock():
                place = following.value
                following.value += 1
            if place >= len(tasks):
                return
            try:
                there.send((place, True, work(tasks[place])))
            except BrokenPipeError:
                raise
            except BaseException:
                there.send((place, False, None))


def _in_order(work: Callable[[T], R], tasks: Sequence[T], open_ends: list[Connection]) -> Iterator[R]:
    early: dict[int, R] = {}
    for place in range(len(tasks)):
        while place not in early:
            if not open_ends:
                raise WorkerDiedError
            for end in wait(open_ends):
                assert isinstance(end, Connection)
                try:
                    number, is_done, result = end.recv()
                except EOFError:
                    open_ends.remove(end)
                    continue
                early[number] = result if is_done else work(tasks[number])
        yield early.pop(place)
