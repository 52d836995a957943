"""Where a build reads and writes, and the settings of the project."""

import os
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.fingerprint import installed


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


def settings_of(paths: Paths) -> tuple[str, ...]:
    """Return what a site is made from beside content, theme and code: settings and libraries."""
    root = paths.settings.parent
    settings = [file.read_text(encoding="utf-8") for file in (root / "pelicanconf.py", paths.settings)]
    return (*settings, os.environ.get("SITEURL", ""), *installed())
