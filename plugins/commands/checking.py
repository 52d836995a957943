"""The check as several commands run it, and the paths it is asked about."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.refusal import RefusedError
from plugins.pipeline.check import survey
from plugins.pipeline.day import today
from plugins.pipeline.faults import faults_as_problems
from plugins.pipeline.paths import project_paths


def problems_found(root: Path, *, published: bool) -> tuple[Sequence[Problem], int]:
    """Return every problem of the content, and the number of its items; none where they could not be counted."""
    day = today()
    try:
        with faults_as_problems(project_paths(root, published=published)), _progress("check") as progress:
            found = survey(
                root / "content",
                root / "theme",
                root / ".cache",
                published=published,
                today=day,
                whole=False,
                encodes=False,
                progress=progress,
            )
    except ContentError as error:
        return error.problems, 0
    return found.problems, found.parts


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what to call with the work done and the whole of it; a bar shows both, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


def path_in(root: Path, path: str) -> str:
    """Return a path as problems name it. Raises RefusedError for one that is not there or lies elsewhere."""
    absolute = Path(path).resolve() if Path(path).exists() else (root / path).resolve()
    if not absolute.exists():
        raise RefusedError("no_such_path", path=path)
    if not absolute.is_relative_to(root):
        raise RefusedError("path_elsewhere", path=path)
    return absolute.relative_to(root).as_posix()


def lies_in(path: str, folders: Sequence[str]) -> bool:
    """Return whether `path` is one of `folders` or lies in one; `.` is the whole project."""
    return any(folder in (".", path) or path.startswith(f"{folder}/") for folder in folders)
