"""Measures the time of a build by step and by rule, where it is asked for."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

Times = dict[tuple[str, str], float]
"""Seconds of processor time by kind, `step` or `rule`, and name. A step holds the rules that run in it."""

_times: ContextVar[Times | None] = ContextVar("times", default=None)


@contextmanager
def timing() -> Iterator[Times]:
    """Measure the steps and rules of the block in this process; its value holds the times."""
    times: Times = defaultdict(float)
    token = _times.set(times)
    try:
        yield times
    finally:
        _times.reset(token)


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Add the time of the block to a step."""
    times, start = _times.get(), time.process_time()
    try:
        yield
    finally:
        if times is not None:
            times["step", step] += time.process_time() - start


def timed_rule(rule: str, check: Callable[[S], Iterable[T]], subject: S) -> Iterable[T]:
    """Return what a rule finds in a subject, and add the time it takes to the rule."""
    times = _times.get()
    return check(subject) if times is None else _measured(times, rule, check, subject)


def _measured(times: Times, rule: str, check: Callable[[S], Iterable[T]], subject: S) -> Iterator[T]:
    start = time.process_time()
    for problem in check(subject):
        times["rule", rule] += time.process_time() - start
        yield problem
        start = time.process_time()
    times["rule", rule] += time.process_time() - start
