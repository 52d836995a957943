"""The site made ready for its pages: read, checked, measured, with its videos made."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from plugins.cache.fingerprint import Inputs
from plugins.design.assets import read_assets
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import Report, unheard
from plugins.pipeline.check import survey
from plugins.video.library import make_videos
from plugins.views.prepared import PreparedSite


def prepare(
    content_folder: Path,
    theme: Path,
    cache_folder: Path,
    *,
    published: bool,
    today: date,
    report: Report = unheard,
    inputs: Inputs | None = None,
    media_cache: Path | None = None,
) -> PreparedSite:
    """Return the site read, converted and checked; `report` is told of long work; the rest as for `survey`.

    Raises ContentError with every problem found.
    """
    found = survey(
        content_folder, theme, cache_folder, published=published, today=today, whole=True, report=report, inputs=inputs,
        media_cache=media_cache,
    )  # fmt: skip
    if found.has_errors:
        raise ContentError(found.problems)
    assets = read_assets(theme / "static")
    return PreparedSite(
        content_folder.parent,
        found.content,
        found.documents,
        found.media,
        assets,
        today,
        published,
        found.problems,
        found.videos,
    )


def with_videos(site: PreparedSite, cache_folder: Path, report: Report) -> PreparedSite:
    """Return the site with its videos drawn and encoded; a check needs none of that, a build does."""
    return replace(site, videos=make_videos(site.inspected_videos, cache_folder, report))


def prepare_from_settings(settings: Mapping[str, Any]) -> PreparedSite:
    """Return the site for a run of Pelican by itself, on the day `TODAY` of its settings.

    Raises ContentError with every problem found.
    """
    content, theme, cache = (Path(settings[name]) for name in ("PATH", "THEME", "CACHE_PATH"))
    site = prepare(content, theme, cache, published=settings["PUBLISHED"], today=settings["TODAY"])
    return with_videos(site, cache, unheard)
