"""The steps of a build: content is read and checked, rendered by way of Pelican, and takes the old site's place."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from plugins.cache.exclusive import one_at_a_time
from plugins.cache.fingerprint import Inputs, inputs_of, stamps
from plugins.cache.memo import key_of
from plugins.cache.workers import one_process
from plugins.delivery.staging import recover, staged
from plugins.diagnostics import ContentError, Problem, Severity
from plugins.diagnostics.encoding import decoded, encoded
from plugins.diagnostics.progress import Report, no_progress
from plugins.diagnostics.timing import timed
from plugins.model.files import unusable_files
from plugins.pipeline.faults import faults_as_problems
from plugins.pipeline.garbage import no_garbage_collection
from plugins.pipeline.paths import Paths, settings_of
from plugins.pipeline.text_inputs import TextInputs, may_be_text_edit, text_inputs
from plugins.render.plan import Rendered
from plugins.render.tree import NewTree, TreeRecord, read_record, spare_of, write_record

if TYPE_CHECKING:  # a build that finds nothing changed needs no model
    from plugins.model.cooperative import Cooperative


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
    rendered: Rendered = field(default_factory=Rendered)
    """How many pages were taken over, and how many made anew."""


def build(
    paths: Paths,
    today: date,
    report: Report = no_progress,
    release: Release | None = None,
    *,
    plain: bool = False,
    lenient: bool = False,
) -> Built:
    """Build the site into `paths.output`; `report` is called with each step. With a `release`, the tree is made ready for a server.

    `today` decides whether consents last, checks are recent and figures of loans are called old. A `plain` build is the judge
    of all others: one process reads, checks and renders everything, and nothing is taken over from an earlier build but
    encoded pictures and videos, whose files are compared with their hashes. A `lenient` build, for an editor at work, shows
    drafts and whatever of a faulty content can be shown, and tells its errors as it tells warnings.

    Raises ContentError with every problem found; the previous output then stays as it was.
    """
    # Pelican is imported late: a build that finds nothing changed is over before that would be done.
    with faults_as_problems(paths), one_at_a_time(paths.cache, report):
        recover(paths.output)
        if problems := list(unusable_files(paths.content)):
            raise ContentError(problems)
        with timed("files read"):
            files = inputs_of(paths.content, paths.theme, None if plain else paths.cache)
        wanted = (*map(str, astuple(release) if release else ()), str(lenient))
        inputs = key_of(files.digest, *settings_of(paths), str(today), *wanted)
        record = TreeRecord() if plain else read_record(paths.cache, paths.output)
        if record.inputs == inputs and record.is_still_there(paths.output):
            return Built(_count_pages(record.files), True, tuple(map(decoded, json.loads(record.notes["warnings"]))))
        texts = text_inputs(files, *settings_of(paths), str(today), *wanted)
        with no_garbage_collection():
            made = _with_edited_texts(paths, files, texts, record, today, report, lenient=lenient)
            if made is None:
                with _nothing_kept() if plain else nullcontext(paths.cache) as cache:
                    made = _build_anew(paths, cache, files, record, today, report, release, lenient=lenient)
        notes = made.tree.after | {"warnings": json.dumps(list(map(encoded, made.warnings)))}
        if made.site_url:
            notes |= texts.note(made.site_url)
        write_record(paths.cache, paths.output, inputs, made.tree, notes)
    return Built(_count_pages(made.tree.keys), was_unchanged=False, warnings=made.warnings, rendered=made.rendered)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a build has made."""

    warnings: tuple[Problem, ...]
    tree: NewTree
    rendered: Rendered
    site_url: str = ""
    """Of a site of which later only the edited texts need be built; empty for others."""


def _with_edited_texts(
    paths: Paths, inputs: Inputs, texts: TextInputs, record: TreeRecord, today: date, report: Report, *, lenient: bool
) -> _Made | None:
    """Build the site after an edit of nothing but words of items; return None where there is more to do."""
    if not may_be_text_edit(texts, record.notes):
        return None
    from plugins.pipeline.text_edit import TextEdit  # noqa: PLC0415 - most builds need other modules

    edit = TextEdit(paths, inputs, texts, record, today, lenient)
    found = edit.build(report)
    return _Made(found.warnings, found.tree, found.rendered, edit.site_url) if found else None


@contextmanager
def _nothing_kept() -> Iterator[Path]:
    """Yield an empty folder for a cache; the block works in one process."""
    with TemporaryDirectory() as folder, one_process():
        yield Path(folder)


def _build_anew(
    paths: Paths,
    cache: Path,
    inputs: Inputs,
    record: TreeRecord,
    today: date,
    report: Report,
    release: Release | None,
    *,
    lenient: bool,
) -> _Made:
    from plugins.pipeline.pelican_run import run_for  # noqa: PLC0415
    from plugins.pipeline.prepare import prepare, with_videos  # noqa: PLC0415

    run = run_for(paths, cache, record.notes, release.site_url if release else "")
    report("say_reading")
    prepared = prepare(
        paths.content,
        paths.theme,
        cache,
        published=run.published,
        today=today,
        report=report,
        inputs=inputs,
        media_cache=paths.cache,
        lenient=lenient,
        preview=release is not None and release.preview,
    )
    prepared = replace(prepared, content=replace(prepared.content, sources={}))  # for problems alone; they take room
    problems = list(prepared.warnings)
    with _reported_before_faults(problems):
        prepared = with_videos(prepared, paths.cache, report)
        report("say_drawing", count=str(len(prepared.content.all_items())))
        with staged(paths.output, spare_of(paths.cache, paths.output)) as fresh:
            tree = NewTree(fresh, paths.output, record)
            rendered = run.render(prepared, tree)
            tree.finish()
            if rendered.suspects:
                report("say_reading_pages")
                names = prepared.content.cooperative.names_in_both_languages
                faults = _faults_of_pages(fresh, paths.output.name, names)
                if faults and not lenient:
                    raise ContentError(faults)
                problems += faults
            if release or run.published:
                report("say_searching_release")
                if faults := _data_in_release(fresh, paths.output.name, prepared.content.cooperative):
                    raise ContentError(faults)
            if release:
                tree.note_others()
                _finish(fresh, paths, run.site_url, release, report)
    tree.after |= run.note()
    is_public = release is not None or run.published
    return _Made(tuple(problems), tree, rendered, "" if is_public else run.site_url)


@contextmanager
def _reported_before_faults(problems: Sequence[Problem]) -> Iterator[None]:
    """Tell the errors of the content in place of a fault of the block, which then follows from them."""
    try:
        yield
    except Exception as error:
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise ContentError(problems) from error
        raise


def _finish(fresh: Path, paths: Paths, site_url: str, release: Release, report: Report) -> None:
    from plugins.delivery.tree import Finishing, finish_tree  # noqa: PLC0415

    report("say_finishing")
    pages = _count_pages(stamps(fresh))
    finishing = Finishing(
        paths.settings.parent, paths.cache, paths.output, paths.output.name, site_url, release.preview
    )
    finish_tree(fresh, finishing, {"pages": pages})


def _faults_of_pages(fresh: Path, shown: str, names: Iterable[str]) -> list[Problem]:
    from plugins.checks.built_pages import check_built_pages  # noqa: PLC0415

    return list(check_built_pages(fresh, shown, names))


def _data_in_release(fresh: Path, shown: str, cooperative: "Cooperative") -> list[Problem]:
    from plugins.checks.passages import declared_by  # noqa: PLC0415
    from plugins.checks.released_files import personal_data_in_release  # noqa: PLC0415

    return list(personal_data_in_release(fresh, shown, declared_by(cooperative)))


def _count_pages(files: Iterable[str]) -> int:
    return sum(file.endswith(".html") for file in files)
