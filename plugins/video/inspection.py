"""Whether the films of the content can be published: a problem for each that cannot."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from plugins.diagnostics import Problem
from plugins.video.atoms import has_late_index
from plugins.video.probing import FilmFacts, UndecodableFilmError, probe

MOST_MEGABYTES = 60
"""Of a film as the editor gives it: the repository keeps every version for ever."""
MEGABYTE = 1_000_000


def inspect_films(root: Path, paths: Iterable[str], cache: Path) -> tuple[dict[str, FilmFacts], list[Problem]]:
    """Return what each film of `paths` (relative to `root`) holds, and a problem for each that is not as it must be."""
    found: dict[str, FilmFacts] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        name, file = PurePosixPath(path).name, root / path
        megabytes = file.stat().st_size / MEGABYTE
        if megabytes > MOST_MEGABYTES:
            values = {"file": name, "megabytes": f"{megabytes:.0f}", "most": str(MOST_MEGABYTES)}
            problems.append(Problem(path, 1, 1, "video-too-heavy", values))
            continue
        try:
            found[path] = probe(file, cache)
        except UndecodableFilmError:
            problems.append(Problem(path, 1, 1, "undecodable-video", {"file": name}))
            continue
        if has_late_index(file):
            problems.append(Problem(path, 1, 1, "no-fast-start", {"file": name}))
    return found, problems
