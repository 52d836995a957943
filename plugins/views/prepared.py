"""Everything the pages are drawn from, made before Pelican runs and the same for every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from plugins.design.assets import Assets
from plugins.diagnostics import Problem
from plugins.markdown import Document
from plugins.media import MediaManifest
from plugins.model import SiteContent
from plugins.video.inspect import ReadFilms
from plugins.video.library import MadeFilms


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """Checked content with its HTML and its pictures."""

    root: Path
    content: SiteContent
    documents: Mapping[str, Document]
    """Of each body, by its Markdown."""
    media: MediaManifest
    assets: Assets
    today: date
    """The day that decides which figures are called old."""
    published: bool
    """Whether samples and unconfirmed facts have been left out."""
    warnings: tuple[Problem, ...]
    read_films: ReadFilms = field(default_factory=ReadFilms)
    films: MadeFilms = field(default_factory=MadeFilms)
    """Empty until `with_films` has made them."""
