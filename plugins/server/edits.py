"""Handles edits: pages are shown from memory at once, and a build of the whole site follows."""

import gc
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from threading import Condition, Event

from plugins.cache.workers import WorkerDiedError
from plugins.model.items import LANGUAGES
from plugins.pipeline.resident import ResidentSite
from plugins.server.beside import Beside
from plugins.server.build_state import Builds, Outcome

_DRAWN = 0.1
"""Seconds after an edit before its words are checked: the browsers draw first."""
_QUIET = 0.4
"""Seconds after an edit before a build begins."""
_BEFORE_TRYING_AGAIN = 5.0
"""Seconds after which a build whose process has died is made again."""
_LOOK_AGAIN = 0.5
"""Seconds after which the end is looked for."""


class Edits:
    """The edits of one `inv serve`, the pages they changed, and the builds that follow them."""

    def __init__(self, site: ResidentSite, builds: Builds, build: Callable[[], Outcome]) -> None:
        """`build` builds the whole site and returns what came of it; pages learn of that by `builds`."""
        self._site, self._builds = site, builds
        self._beside = Beside(build)
        self._changed = Condition()
        self._taken, self._built, self._shown = 1, 0, 0
        """Numbers of edits: the last one, the last one that a build holds, the last one shown from memory."""
        self._last = float("-inf")
        self._pages: dict[tuple[int, str], str | None] = {}

    def take(self, changed: Collection[Path]) -> None:
        """Take an edit: pages show it from memory, if the site in memory can take it; a build shows it in any case."""
        is_shown = self._site.take(changed)
        with self._changed:
            self._taken += 1
            self._last = time.monotonic()
            if is_shown:
                self._shown = self._taken
            self._pages.clear()
            self._changed.notify_all()
        if is_shown:
            self._builds.edited(self._site.problems)

    def page(self, address: str) -> str | None:
        """Return the page at an address where it is newer in memory than in the last build; None where it is not.

        Empty for a page that the faults of its item leave without words to show.
        """
        number = self._shown
        language, _, path = address.strip("/").partition("/")
        if number <= self._built or not address.endswith("/"):
            return None
        found = (number, address)
        if found not in self._pages:
            page = None
            if code := next((code for code in LANGUAGES if code == language), None):
                with suppress(Exception):  # a fault of the theme, reported by the build
                    page = self._site.page(code, f"{path}/" if path else "")
            self._pages[found] = page
        return self._pages[found]

    def check_until(self, end: Event) -> None:
        """Look for what is wrong with the words of each edit, until `end` is set."""
        checked = 1
        while not end.is_set():
            number = self._newer_than(checked, _DRAWN)
            if number != checked:
                checked = number
                with suppress(Exception):  # a fault of ours; the build reports what it finds
                    self._site.check()
                if self._shown > self._built and self._site.problems != self._builds.last.problems:
                    self._builds.edited(self._site.problems)

    def build_until(self, end: Event) -> None:
        """Build after each edit, when no other has followed for a moment, until `end` is set; the first time at once."""
        tried = 0
        while not end.is_set():
            number = self._newer_than(tried, _QUIET)
            if number != tried:
                try:
                    self._record(number, self._beside.do())
                except WorkerDiedError:  # killed, or out of memory
                    end.wait(_BEFORE_TRYING_AGAIN)
                else:
                    tried = number

    def _newer_than(self, done: int, quiet: float) -> int:
        """Return the number of the last edit, when it is another than `done` and that long ago; otherwise `done`, after a while."""
        with self._changed:
            age = time.monotonic() - self._last
            if self._taken == done:
                self._changed.wait(_LOOK_AGAIN)
            elif age < quiet:
                self._changed.wait(quiet - age)
            else:
                return self._taken
            return done

    def stop(self) -> None:
        """End what is being built."""
        self._beside.stop()

    def _record(self, number: int, outcome: Outcome) -> None:
        with self._changed:
            if outcome.is_good:
                self._built = number
            is_last = number == self._taken
        if is_last:
            if outcome.is_good:
                self._site.found_by_build(outcome.problems)
                self._builds.succeeded(outcome.problems)
            else:
                self._builds.failed(outcome.problems)
        if outcome.is_good and not self._site.is_exact:
            with suppress(Exception):  # something has changed again: the build that follows reports
                self._site.read()
                for language in LANGUAGES:
                    self._site.page(language, "")  # so that the first edit need not wait for the templates
            gc.collect()
            gc.freeze()  # what stays need not be looked at again and again
