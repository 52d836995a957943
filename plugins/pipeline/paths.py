"""Where a build reads and writes."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a build reads and writes."""

    content: Path
    theme: Path
    output: Path
    cache: Path
    settings: Path
    """The Pelican settings file; its folder holds the project."""


def project_paths(root: Path, *, published: bool) -> Paths:
    """Return the places of the project at `root`."""
    settings = root / ("publishconf.py" if published else "pelicanconf.py")
    return Paths(root / "content", root / "theme", root / "output", root / ".cache", settings)
