"""Renders the site by a run of Pelican, quietly and with every logged warning as an error, or without one.

Pelican gives our generators the settings and one site per language. Where the settings are those of the last run and name no
other plugin, the generators' work is done directly: importing Pelican takes longer than an edit.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.cache.memo import key_of
from plugins.pipeline.paths import Paths, settings_of
from plugins.render.plan import Rendered
from plugins.render.tree import NewTree
from plugins.views.prepared import PreparedSite

_NOTE = "run"
"""What a run notes for the next build is under this name."""


@dataclass(frozen=True, slots=True)
class PelicanRun:
    """A run of Pelican with settings that were read."""

    paths: Paths
    settings: dict[str, Any]

    @classmethod
    def read(cls, paths: Paths, cache: Path, site_url: str = "") -> "PelicanRun":
        """Return a run with the settings of the project; `site_url` stands for theirs, if it is given."""
        from pelican.settings import read_settings  # noqa: PLC0415 - most builds need no Pelican

        overrides = {"PATH": str(paths.content), "THEME": str(paths.theme), "CACHE_PATH": str(cache)}
        if site_url:
            overrides["SITEURL"] = site_url
        return cls(paths, read_settings(str(paths.settings), override=overrides))

    @property
    def published(self) -> bool:
        """Whether samples and unconfirmed facts are left out."""
        return bool(self.settings["PUBLISHED"])

    @property
    def site_url(self) -> str:
        """The address of the site."""
        return str(self.settings["SITEURL"])

    def note(self) -> dict[str, Any]:
        """Return what the next build must know to do without Pelican: nothing where a plugin of somebody else may add files."""
        from pelican.plugins import i18n_subsites  # noqa: PLC0415 - as above

        import plugins.site  # noqa: PLC0415 - as above

        if self.settings["PLUGINS"] != [plugins.site, i18n_subsites]:
            return {}
        return {_NOTE: (key_of(*settings_of(self.paths)), self.published, self.site_url)}

    def render(self, prepared: PreparedSite, tree: NewTree) -> Rendered:
        """Put the site into a tree. Raises RuntimeError for a logged warning, and what a faulty theme raises."""
        from pelican import Pelican  # noqa: PLC0415 - as above

        parts: list[Rendered] = []
        own = {"PREPARED_SITE": prepared, "OUTPUT_PATH": str(tree.folder), "TREE": tree, "RENDERED": parts}
        with _quiet_console(), _no_complaints():
            Pelican(self.settings | own).run()
        return sum(parts, Rendered())


@dataclass(frozen=True, slots=True)
class DirectRun:
    """Does what Pelican would do, by the settings that the last run noted."""

    paths: Paths
    cache: Path
    noted: tuple[str, bool, str]

    @property
    def published(self) -> bool:
        """Whether samples and unconfirmed facts are left out."""
        return self.noted[1]

    @property
    def site_url(self) -> str:
        """The address of the site."""
        return self.noted[2]

    def note(self) -> dict[str, Any]:
        """Return what the next build must know."""
        return {_NOTE: self.noted}

    def render(self, prepared: PreparedSite, tree: NewTree) -> Rendered:
        """Put the site into a tree. Raises RuntimeError for a logged warning, and what a faulty theme raises."""
        from plugins.site.render_site import render_site  # noqa: PLC0415 - a run of Pelican imports it by its settings

        with _no_complaints():
            return render_site(prepared, self.paths.theme, self.cache, self.site_url, tree)


def run_for(paths: Paths, cache: Path, notes: Any, site_url: str = "") -> PelicanRun | DirectRun:
    """Return what renders the site, where the last build left `notes`; an address of its own is left to Pelican."""
    noted = notes.get(_NOTE) if isinstance(notes, dict) and not site_url else None
    if noted is not None and noted[0] == key_of(*settings_of(paths)):
        return DirectRun(paths, cache, noted)
    return PelicanRun.read(paths, cache, site_url)


class _Complaints(logging.Handler):
    """Collects what Pelican and its plugins only log, although a part of the site is then missing."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _no_complaints() -> Iterator[None]:
    """Raise RuntimeError at the end of the block if anything was logged at the level of a warning or above."""
    complaints, root = _Complaints(), logging.getLogger()
    root.addHandler(complaints)
    try:
        yield
    finally:
        root.removeHandler(complaints)
    if complaints.messages:
        raise RuntimeError("; ".join(complaints.messages))


@contextmanager
def _quiet_console() -> Iterator[None]:
    """Keep Pelican from counting articles of its own, of which there are none."""
    from pelican.log import console  # noqa: PLC0415

    console.quiet = True
    try:
        yield
    finally:
        console.quiet = False
