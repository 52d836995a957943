"""Everything the pages are drawn from, made before Pelican runs and the same for every language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.diagnostics import ContentError, Problem
from plugins.markup import Converted
from plugins.media import MediaManifest
from plugins.model import SiteContent
from plugins.site.assets import Assets, read_assets
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


def prepare(
    content_folder: Path,
    theme: Path,
    cache_folder: Path,
    *,
    published: bool,
    today: date,
    report: Callable[[str], None] = lambda _: None,
) -> PreparedSite:
    """Return the site read, converted and checked; `report` is told of long work.

    Raises ContentError with every problem found.
    """
    found = survey(content_folder, theme, cache_folder, published=published, today=today, whole=True, report=report)
    if found.has_errors:
        raise ContentError(found.problems)
    assets = read_assets(theme / "static")
    return PreparedSite(
        content_folder.parent, found.content, found.converted, found.media, assets, today, published, found.problems
    )
