"""Everything the pages are drawn from, made before Pelican runs and the same for every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.progress import Report, unheard
from plugins.films import ReadFilms
from plugins.markup import Converted
from plugins.media import MediaManifest
from plugins.model import SiteContent
from plugins.site.assets import Assets, read_assets
from plugins.site.films import MadeFilms, make_films
from plugins.survey import survey


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """Checked content with its HTML and its pictures."""

    root: Path
    content: SiteContent
    converted: Mapping[str, Converted]
    """HTML of a body, by its Markdown."""
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


def prepare(
    content_folder: Path,
    theme: Path,
    cache_folder: Path,
    *,
    published: bool,
    today: date,
    report: Report = unheard,
) -> PreparedSite:
    """Return the site read, converted and checked; `report` is told of long work.

    Raises ContentError with every problem found.
    """
    found = survey(content_folder, theme, cache_folder, published=published, today=today, whole=True, report=report)
    if found.has_errors:
        raise ContentError(found.problems)
    assets = read_assets(theme / "static")
    return PreparedSite(
        content_folder.parent,
        found.content,
        found.converted,
        found.media,
        assets,
        today,
        published,
        found.problems,
        found.films,
    )


def with_films(site: PreparedSite, cache_folder: Path, report: Report) -> PreparedSite:
    """Return the site with its films drawn and encoded; a check needs none of that, a build does."""
    return replace(site, films=make_films(site.read_films, site.root, cache_folder, report))
