"""The whole river on one page: content is read and checked, drawn by Pelican, and takes the old site's place."""

import gc
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.cache.exclusive import one_at_a_time
from plugins.cache.fingerprint import Inputs, inputs_of, installed, stamps
from plugins.cache.memo import key_of
from plugins.delivery.staging import recover, staged
from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.encoding import decoded, encoded
from plugins.diagnostics.progress import Report, unheard
from plugins.model.files import unusable_files
from plugins.render.plan import Rendered
from plugins.render.tree import NewTree, TreeRecord, read_record, write_record


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a build reads and writes."""

    content: Path
    theme: Path
    output: Path
    cache: Path
    settings: Path
    """The Pelican settings file; its folder holds the project."""


@dataclass(frozen=True, slots=True)
class Release:
    """Asks for a tree ready for a server."""

    preview: bool = False
    """For a private address: every page says so, and no search engine may keep it."""
    site_url: str = ""
    """Address the tree is made for, without a slash at the end; empty for the one of the settings."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the number of pages in the site, and whether it was already there."""

    pages: int
    was_unchanged: bool
    warnings: tuple[Problem, ...] = ()
    """What is probably wrong in the content the site was drawn from."""


def project_paths(root: Path, *, published: bool) -> Paths:
    """Return the places of the project at `root`."""
    settings = root / ("publishconf.py" if published else "pelicanconf.py")
    return Paths(root / "content", root / "theme", root / "output", root / ".cache", settings)


def build(paths: Paths, today: date, report: Report = unheard, release: Release | None = None) -> Built:
    """Build the site into `paths.output`; `report` is told of each step. With a `release`, the tree is made ready for a server.

    `today` decides whether consents last, checks are recent and figures of loans are called old.

    Raises ContentError with every problem found; the previous output then stays as it was.
    """
    # Pelican is imported late: a build that finds nothing changed is over before that would be done.
    with faults_as_problems(paths), one_at_a_time(paths.cache, report):
        recover(paths.output)
        if problems := list(unusable_files(paths.content)):
            raise ContentError(problems)
        files = inputs_of(paths.content, paths.theme, paths.cache)
        inputs = _digest(paths, files, today, *map(str, astuple(release) if release else ()))
        record = read_record(paths.cache, paths.output)
        if record.inputs == inputs and record.is_still_there(paths.output):
            return Built(_count_pages(record.files), True, tuple(map(decoded, record.notes["warnings"])))
        with _no_garbage_collection():
            warnings, tree = _build_anew(paths, files, record, today, report, release)
        notes = tree.after | {"warnings": list(map(encoded, warnings))}
        write_record(paths.cache, paths.output, inputs, tree.keys, notes)
        pages = _count_pages(stamps(paths.output))
    return Built(pages, was_unchanged=False, warnings=warnings)


def _build_anew(
    paths: Paths, inputs: Inputs, record: TreeRecord, today: date, report: Report, release: Release | None
) -> tuple[tuple[Problem, ...], NewTree]:
    from pelican import Pelican  # noqa: PLC0415
    from pelican.settings import read_settings  # noqa: PLC0415

    from plugins.pipeline.prepare import prepare, with_videos  # noqa: PLC0415

    overrides = {"PATH": str(paths.content), "THEME": str(paths.theme), "CACHE_PATH": str(paths.cache)}
    if release and release.site_url:
        overrides["SITEURL"] = release.site_url
    settings: dict[str, Any] = read_settings(str(paths.settings), override=overrides)
    report("say_reading")
    prepared = prepare(
        paths.content,
        paths.theme,
        paths.cache,
        published=settings["PUBLISHED"],
        today=today,
        report=report,
        inputs=inputs,
    )
    prepared = with_videos(prepared, paths.cache, report)
    report("say_drawing", count=str(len(prepared.content.all_items())))
    with staged(paths.output) as fresh, _quiet_console(), _no_complaints():
        tree, rendered = NewTree(fresh, paths.output, record), list[Rendered]()
        own = {"PREPARED_SITE": prepared, "OUTPUT_PATH": str(fresh), "TREE": tree, "RENDERED": rendered}
        Pelican(settings | own).run()
        if sum(rendered, Rendered()).suspects:
            report("say_reading_pages")
            _refuse_faulty_pages(fresh, paths.output.name, prepared.content.cooperative.names_in_both_languages)
        if release:
            _finish(fresh, paths, settings["SITEURL"], release, report)
    return prepared.warnings, tree


def _finish(fresh: Path, paths: Paths, site_url: str, release: Release, report: Report) -> None:
    from plugins.delivery.tree import Finishing, finish_tree  # noqa: PLC0415

    report("say_finishing")
    pages = _count_pages(stamps(fresh))
    finishing = Finishing(
        paths.settings.parent, paths.cache, paths.output, paths.output.name, site_url, release.preview
    )
    finish_tree(fresh, finishing, {"pages": pages})


def _refuse_faulty_pages(fresh: Path, shown: str, names: Iterable[str]) -> None:
    from plugins.checks.built_pages import check_built_pages  # noqa: PLC0415

    if problems := list(check_built_pages(fresh, shown, names)):
        raise ContentError(problems)


def _digest(paths: Paths, inputs: Inputs, today: date, *wanted: str) -> str:
    """Return a digest of all that a site is made from."""
    root = paths.settings.parent
    settings = [file.read_bytes() for file in (root / "pelicanconf.py", paths.settings)]
    return key_of(inputs.digest, *settings, os.environ.get("SITEURL", ""), str(today), *wanted, *installed())


@contextmanager
def faults_as_problems(paths: Paths) -> Iterator[None]:
    """Tell every fault of theme, settings or program as a problem; nobody meets a traceback."""
    try:
        yield
    except ContentError:
        raise
    except SyntaxError as error:
        file = Path(error.filename or paths.settings)
        raise ContentError([_problem(file, error.lineno or 1, "failed-build", error, paths)]) from error
    except Exception as error:
        from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - most commands end well and need no templates

        if isinstance(error, TemplateSyntaxError):
            file = Path(error.filename or paths.theme)
            raise ContentError([_problem(file, error.lineno, "broken-template", error, paths)]) from error
        file, line = _template_line(error, paths.theme)
        rule = "failed-build" if file == paths.theme else "broken-template"
        place = paths.settings if file == paths.theme else file
        raise ContentError([_problem(place, line, rule, error, paths)]) from error


def _problem(file: Path, line: int, rule: str, error: Exception, paths: Paths) -> Problem:
    root = paths.settings.parent
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    detail = f"{type(error).__name__}: {error}".replace(f"{root}{os.sep}", "")
    return Problem(shown.as_posix(), line, 1, rule, {"detail": detail})


def _template_line(error: BaseException, theme: Path) -> tuple[Path, int]:
    """Return the innermost template line of the error's traceback, or the theme where none is in it."""
    place, trace = (theme, 1), error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(theme):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place


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
def _no_garbage_collection() -> Iterator[None]:
    """Keep Python from looking for cycles: a build makes many objects, few cycles, and soon ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _quiet_console() -> Iterator[None]:
    """Keep Pelican from counting articles of its own, of which there are none."""
    from pelican.log import console  # noqa: PLC0415

    console.quiet = True
    try:
        yield
    finally:
        console.quiet = False


def _count_pages(files: Iterable[str]) -> int:
    return sum(file.endswith(".html") for file in files)
