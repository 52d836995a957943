"""What the builds of one `inv serve` came to, for the threads that serve pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Condition

from plugins.diagnostics import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """The problems of the last build, and counts by which a page knows whether it is the newest."""

    build: int
    site: int
    """Raised only when other pages stand in `output/`."""
    problems: tuple[Problem, ...]
    is_good: bool
    """Whether the pages served are those of the content as it is now."""


class Builds:
    """The last outcome; whoever waits for the next one is woken."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._last = Outcome(0, 0, (), is_good=True)

    @property
    def last(self) -> Outcome:
        """The outcome of the last build that is done."""
        return self._last

    def succeeded(self, warnings: Sequence[Problem]) -> None:
        """Record that new pages stand in `output/`."""
        self._record(self._last.site + 1, tuple(warnings), is_good=True)

    def was_unchanged(self, warnings: Sequence[Problem]) -> None:
        """Record that the content is what the pages were made from; `warnings` are those of the build that made them."""
        self._record(self._last.site, tuple(warnings), is_good=True)

    def failed(self, problems: Sequence[Problem]) -> None:
        """Record that the pages stay as they were."""
        self._record(self._last.site, tuple(problems), is_good=False)

    def wait_after(self, build: int, seconds: float) -> Outcome:
        """Return the last outcome as soon as it is another than `build`, or when `seconds` are over."""
        with self._changed:
            self._changed.wait_for(lambda: self._last.build != build, seconds)
            return self._last

    def _record(self, site: int, problems: tuple[Problem, ...], *, is_good: bool) -> None:
        with self._changed:
            self._last = Outcome(self._last.build + 1, site, problems, is_good)
            self._changed.notify_all()
