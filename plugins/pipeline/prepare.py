"""Prepares the site for its pages: content read and checked, pictures and videos made."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from plugins.cache.digest import Digester
from plugins.cache.fingerprint import Inputs, below, digest_of, installed
from plugins.cache.memo import kept_objects, key_of
from plugins.cache.store import Records
from plugins.design.assets import read_assets
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import Report, no_progress
from plugins.model.sections.loans import LoanFacts
from plugins.model.sections.queue import QueueFacts
from plugins.pipeline.check import survey, usable_inputs
from plugins.pipeline.showable import without_unshowable
from plugins.video.library import make_videos
from plugins.views.loan_figures import figures_of
from plugins.views.prepared import PreparedSite
from plugins.views.queue_page import queue_view

_LOOK = ("static/fonts", "static/illustrations", "static/css/tokens.css", "static/css/fonts.css")

F = TypeVar("F")
V = TypeVar("V")


def prepare(
    content_folder: Path,
    theme: Path,
    cache_folder: Path,
    *,
    published: bool,
    today: date,
    report: Report = no_progress,
    inputs: Inputs | None = None,
    media_cache: Path | None = None,
    lenient: bool = False,
    preview: bool = False,
) -> PreparedSite:
    """Return the site read, converted and checked; `report` is called with the progress of long work; the rest as for `survey`.

    Raises ContentError with every problem found; a `lenient` site leaves out what cannot be shown, and holds drafts.
    """
    inputs = inputs or usable_inputs(content_folder, theme, cache_folder)
    found = survey(
        content_folder, theme, cache_folder, published=published, today=today, whole=True, report=report, inputs=inputs,
        media_cache=media_cache, drafts=lenient, preview=preview,
    )  # fmt: skip
    if found.has_errors and not lenient:
        raise ContentError(found.problems)
    assert found.unpublished is not None
    assets = read_assets(theme / "static")
    code = key_of(digest_of(inputs.code), *installed())
    items = found.content.all_items()
    queues = {item.slug: item.facts for item in items if isinstance(item.facts, QueueFacts)}
    loans = {item.slug: item.facts for item in found.content.items["loans"] if isinstance(item.facts, LoanFacts)}
    return PreparedSite(
        content_folder.parent,
        without_unshowable(found.content, found.problems) if lenient else found.content,
        found.documents,
        found.media,
        assets,
        today,
        published,
        found.problems,
        found.unpublished,
        found.videos,
        figures=_kept(loans, partial(figures_of, today=today), "loan-figures", key_of(code, str(today)), cache_folder),
        queues=_kept(queues, queue_view, "queue", code, cache_folder),
        look=digest_of(below(inputs.theme, *_LOOK)),
        code=code,
        preview=preview,
    )


def _kept(facts: Mapping[str, F], compute: Callable[[F], V], kind: str, around: str, cache: Path) -> dict[str, V]:
    """Return what is computed from the facts of each item, kept by them and by `around`."""
    digester = Digester()
    keys = {slug: key_of(around, digester.hex(found)) for slug, found in facts.items()}
    return kept_objects(Records(cache, kind), keys, lambda missing: [compute(facts[slug]) for slug in missing])


def with_videos(site: PreparedSite, cache_folder: Path, report: Report) -> PreparedSite:
    """Return the site with its videos drawn and encoded; a check needs none of that, a build does."""
    return replace(site, videos=make_videos(site.inspected_videos, cache_folder, report))


def prepare_from_settings(settings: Mapping[str, Any]) -> PreparedSite:
    """Return the site for a run of Pelican by itself, on the day `TODAY` of its settings.

    Raises ContentError with every problem found.
    """
    content, theme, cache = (Path(settings[name]) for name in ("PATH", "THEME", "CACHE_PATH"))
    site = prepare(content, theme, cache, published=settings["PUBLISHED"], today=settings["TODAY"])
    return with_videos(site, cache, no_progress)
