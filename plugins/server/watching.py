"""Watches the sources for changes, even where a folder is renamed, removed or put back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

_LOOK_AGAIN_MS = 500
"""A folder that was renamed stays watched under its old name; so often the library asks whether to go on."""
_PAUSE = 0.5
"""Seconds before a folder that is missing or cannot be watched is tried again."""
_DEBOUNCE_MS = 200
_STEP_MS = 5
"""An editor's program writes a file in several steps; for one step of ours nothing more must happen."""


def changes_in(folders: Sequence[Path], end: Event) -> Iterator[frozenset[Path]]:
    """Yield the files of each change below `folders` until `end` is set.

    A folder may be renamed, removed and put back, and may hold names that cannot be decoded; after any of this
    the folders themselves are yielded, since a change may have been missed.
    """
    polls = missed = False
    while not end.is_set():
        places = _places(folders)
        there = [folder for folder, place in zip(folders, places, strict=True) if place]
        if not there:
            if missed:
                yield frozenset(folders)
            while not end.wait(_PAUSE) and _places(folders) == places:
                pass
        try:
            yield from _changes_while(there, folders, places, end, polls=polls, missed=missed)
            polls = False
        except Exception:  # the library raises classes of its own, and the editor goes on writing
            polls = True  # the system's messages name a folder whose name cannot be decoded again and again
            end.wait(_PAUSE)
        missed = True


def _changes_while(
    there: Sequence[Path], folders: Sequence[Path], places: Sequence[object], end: Event, *, polls: bool, missed: bool
) -> Iterator[frozenset[Path]]:
    """Yield the files of each change below `there`, as long as the same `folders` are at their places.

    Where one may have been missed before, yield the folders once as soon as the watch has begun.
    """
    if not there:
        return
    watched = watch(
        *there,
        stop_event=end,
        rust_timeout=_LOOK_AGAIN_MS,
        yield_on_timeout=True,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        force_polling=polls,
        ignore_permission_denied=True,
        raise_interrupt=True,
    )
    for changes in watched:
        if _places(folders) != places:
            return
        if changes or missed:
            yield frozenset(folders) if missed else frozenset(Path(path) for _, path in changes)
            missed = False


def _places(folders: Sequence[Path]) -> list[tuple[int, int] | None]:
    """Return what is at each path now: device and file number, or None."""
    found: list[tuple[int, int] | None] = []
    for folder in folders:
        try:
            state = folder.stat()
            found.append((state.st_dev, state.st_ino))
        except OSError:
            found.append(None)
    return found
