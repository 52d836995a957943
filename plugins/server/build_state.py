"""The outcomes of the edits and builds of one `inv serve`, for the pages that are open."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock

from plugins.diagnostics import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """The problems of the last edit or build, and the number of both so far."""

    build: int
    problems: tuple[Problem, ...]
    is_good: bool
    """Whether the pages served are those of the content as it is now."""


class Builds:
    """The last outcome; listeners are called with each new one, in the thread that builds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: list[Callable[[], None]] = []
        self._last = Outcome(0, (), is_good=True)

    @property
    def last(self) -> Outcome:
        """The outcome of the last build that is done."""
        return self._last

    def succeeded(self, warnings: Sequence[Problem]) -> None:
        """Record that the pages in `output/` are those of the content as it is now."""
        self._record(tuple(warnings), is_good=True)

    def failed(self, problems: Sequence[Problem]) -> None:
        """Record that the pages stay as they were."""
        self._record(tuple(problems), is_good=False)

    def edited(self, problems: Sequence[Problem]) -> None:
        """Record that pages are shown from memory, with what is known to be wrong; a fault of a build remains until the next."""
        last = self._last
        self._record(tuple(problems) if last.is_good else last.problems, is_good=last.is_good)

    @contextmanager
    def subscribed(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call `listener` after each build during the block."""
        with self._lock:
            self._listeners.append(listener)
        try:
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)

    async def outcomes(self, heartbeat: float) -> AsyncIterator[Outcome | None]:
        """Yield the last outcome and each one after it; None after `heartbeat` seconds without one."""
        loop, is_new, seen = asyncio.get_running_loop(), asyncio.Event(), -1

        def wake() -> None:
            with suppress(RuntimeError):  # the server has ended
                loop.call_soon_threadsafe(is_new.set)

        with self.subscribed(wake):
            while True:
                is_new.clear()
                outcome = self._last
                if outcome.build != seen:
                    seen = outcome.build
                    yield outcome
                try:
                    await asyncio.wait_for(is_new.wait(), heartbeat)
                except TimeoutError:
                    yield None

    def _record(self, problems: tuple[Problem, ...], *, is_good: bool) -> None:
        with self._lock:
            self._last = Outcome(self._last.build + 1, problems, is_good)
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()
