"""What the commands do: they call the pipeline, tell the editor what happened, and return an exit code."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, partial, wraps
from pathlib import Path
from threading import Thread
from typing import ParamSpec, TextIO

from plugins.build import build, faults_as_problems, project_paths
from plugins.diagnostics import ContentError, Phrase, Problem, Severity
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.formats import Format, formatted
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.live.builds import Builds

_Arguments = ParamSpec("_Arguments")
_OTHER_PORT = 8080
_NOT_IN_STEP = {"stale-translation", "undeclared-translation"}


def _may_refuse(command: Callable[_Arguments, int]) -> Callable[_Arguments, int]:
    """Let a command say in the editor's language why it does nothing; its exit code is then 1."""

    @wraps(command)
    def refusing(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> int:
        try:
            return command(*args, **kwargs)
        except RefusedError as refused:
            asked = kwargs.get("language")
            is_known = refused.label != "unknown_language"
            for language in report_languages(str(asked) if asked and is_known else None):
                say(refused.told(language), sys.stderr)
            return 1

    return refusing


@_may_refuse
def run_build(root: Path, *, published: bool, language: str | None) -> int:
    """Build the site and say what to do next; return 0, or 1 after telling every problem."""
    languages = report_languages(language)
    is_built = _build(root, languages, Builds(), published=published)
    if is_built:
        _say_in(languages, "say_look")
    return int(not is_built)


def _build(root: Path, languages: Sequence[str], builds: Builds, *, published: bool) -> bool:
    """Build the site, tell what happened, and record it in `builds`; return whether the site is good."""
    start = time.perf_counter()
    try:
        built = build(project_paths(root, published=published), date.today(), partial(_say_in, languages))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        say(counts_as_text(error.problems, languages), sys.stderr)
        builds.failed(error.problems)
        return False
    if built.was_unchanged:
        _say_in(languages, "say_unchanged", pages=str(built.pages))
        builds.was_unchanged(built.warnings)
    else:
        print_problems(built.warnings, languages, SourceLines(root), sys.stderr)
        seconds = f"{time.perf_counter() - start:.1f}"
        _say_in(languages, "say_built", pages=str(built.pages), seconds=seconds)
        builds.succeeded(built.warnings)
    return True


@_may_refuse
def run_check(root: Path, *, published: bool, language: str | None, style: str, paths: Sequence[str] = ()) -> int:
    """Read and check the content; print what was found; return 0, or 1 where an error is among it.

    What did not change since the last check is not read again. With `paths`, files or folders as the editor names them
    from `root`, only what lies in them is told.
    """
    languages, chosen = report_languages(language), Format(style)
    wanted = tuple(_path_in(root, path) for path in paths)
    problems, parts = _found(root, published=published)
    told = [problem for problem in problems if not wanted or _lies_in(problem.path, wanted)]
    if chosen is not Format.TEXT:
        say(formatted(told, chosen, languages, SourceLines(root)))
    else:
        print_problems(told, languages, SourceLines(root))
        say(counts_as_text(told, languages))
        if parts:
            _say_in(languages, "say_items_checked", count=str(parts))
    return int(any(problem.severity is Severity.ERROR for problem in told))


def _found(root: Path, *, published: bool) -> tuple[Sequence[Problem], int]:
    """Return every problem of the content, and the number of its items; none where they could not be counted."""
    from plugins.survey import survey  # noqa: PLC0415 - a build that finds nothing changed needs none of it

    try:
        with faults_as_problems(project_paths(root, published=published)), _progress("check") as progress:
            found = survey(
                root / "content",
                root / "theme",
                root / ".cache",
                published=published,
                today=date.today(),
                whole=False,
                progress=progress,
            )
    except ContentError as error:
        return error.problems, 0
    return found.problems, found.parts


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what to call with the work done and the whole of it; a bar shows both, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


def _path_in(root: Path, path: str) -> str:
    """Return a path as problems name it. Raises RefusedError for one that is not there or lies elsewhere."""
    absolute = Path(path).resolve() if Path(path).exists() else (root / path).resolve()
    if not absolute.exists():
        raise RefusedError("no_such_path", path=path)
    if not absolute.is_relative_to(root):
        raise RefusedError("path_elsewhere", path=path)
    return absolute.relative_to(root).as_posix()


def _lies_in(path: str, folders: Sequence[str]) -> bool:
    return any(folder in (".", path) or path.startswith(f"{folder}/") for folder in folders)


@_may_refuse
def run_fix(root: Path, *, apply: bool, language: str | None) -> int:
    """Show what can be mended mechanically, and with `apply` write it; return 0, or 1 for an unknown language."""
    from plugins.checks.mending import as_diff, mended_files  # noqa: PLC0415

    languages = report_languages(language)
    problems, _ = _found(root, published=False)
    changed = mended_files(problems, root)
    if not changed:
        _say_in(languages, "say_nothing_to_mend")
        return 0
    say(as_diff(changed))
    if not apply:
        _say_in(languages, "say_can_be_mended", count=str(len(changed)))
        return 0
    for path, (_, new) in changed.items():
        (root / path).write_text(new, encoding="utf-8")
    _say_in(languages, "say_mended", count=str(len(changed)))
    return 0


@_may_refuse
def run_clean_pictures(root: Path, *, language: str | None) -> int:
    """Take out of every picture of the content what no screen shows, and say what that was; return 0."""
    from plugins.media import HIDDEN_PHRASES, clean_pictures  # noqa: PLC0415

    languages = report_languages(language)
    count = 0
    for path, kinds in clean_pictures(root / "content"):
        for told in languages:
            catalog = load_catalog(told)
            said = ", ".join(catalog.phrases[HIDDEN_PHRASES[kind]] for kind in kinds)
            say(catalog.label("say_taken_out", file=path.relative_to(root).as_posix(), kinds=said))
        count += 1
    _say_count(languages, count, "say_pictures_cleaned", "say_nothing_to_clean")
    return 0


@_may_refuse
def run_in_step(root: Path, paths: Sequence[str], *, everything: bool, language: str | None) -> int:
    """Declare that both languages of the named items say the same, or of all; return 0, or 1 where something is wrong.

    Without either, say which items were changed in one language only, or never declared.
    """
    from plugins.model.declaring import declare_in_step  # noqa: PLC0415

    languages = report_languages(language)
    wanted = tuple(_path_in(root, path).removeprefix("content/") for path in paths)
    if not wanted and not everything:
        problems = [p for p in _found(root, published=False)[0] if p.rule in _NOT_IN_STEP]
        print_problems(problems, languages, SourceLines(root))
        _say_in(languages, "say_declare" if problems else "say_all_in_step")
        return 0
    try:
        declared = declare_in_step(root / "content", lambda item: everything or _lies_in(item, wanted))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    for item in declared:
        say(item)
    _say_in(languages, "say_declared", count=str(len(declared)))
    return 0


@_may_refuse
def run_redact(
    root: Path, photo: Path, into: Path, *, kind: str, boxes: list[str], unseen: bool, language: str | None
) -> int:
    """Hide on a photographed paper what belongs to a person; return 0, or 1 after saying why nothing may be shown."""
    # the build needs none of these, nor the libraries behind them
    from plugins.media.faults import PictureFaultError  # noqa: PLC0415
    from plugins.model.papers import PaperKind  # noqa: PLC0415
    from plugins.papers.reading import Reader  # noqa: PLC0415
    from plugins.papers.redaction import redact  # noqa: PLC0415
    from plugins.papers.words import Box  # noqa: PLC0415
    from plugins.papers.workbench import confirm_in_browser  # noqa: PLC0415

    languages = report_languages(language)
    report = partial(_say_in, languages)
    try:
        more, paper = [Box(*map(int, box.split(","))) for box in boxes], PaperKind(kind)
    except (TypeError, ValueError):
        raise RefusedError("unusable_box", kinds=", ".join(PaperKind)) from None
    try:
        done = redact(
            photo, root / into, paper, root, more=more, reader=Reader(),
            confirm=lambda image, found: found if unseen else confirm_in_browser(image, found, report),
        )  # fmt: skip
    except OSError as error:
        say(str(error), sys.stderr)
        return 1
    except PictureFaultError as fault:
        problem = Problem(photo.as_posix(), 1, 1, fault.rule, {"file": photo.name, **fault.values})
        print_problems([problem], languages, SourceLines(root), sys.stderr)
        return 1
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    report("say_hidden", file=str(into), count=str(len(done.boxes)))
    for finding in done.left:
        place = ",".join(map(str, finding.box))
        _say_in(languages, "say_still_read", sys.stderr, kind=Phrase(finding.kind), place=place)
    report("say_look_yourself")
    return int(bool(done.left))


@_may_refuse
def run_check_papers(root: Path, *, again: bool, language: str | None) -> int:
    """Read every picture of the content that was not read as it is now; return 0, or 1 where one tells of a person."""
    from plugins.papers.checking import check_papers  # noqa: PLC0415 - as above
    from plugins.papers.reading import Reader  # noqa: PLC0415

    languages = report_languages(language)
    report = partial(_say_in, languages)
    problems = list(check_papers(root / "content", root / ".cache", cache(Reader), again=again, report=report))
    print_problems(problems, languages, SourceLines(root), sys.stderr)
    _say_count(languages, len(problems), "say_papers_found", "say_papers_clean")
    return int(bool(problems))


@_may_refuse
def run_serve(root: Path, port: int, *, language: str | None) -> int:
    """Serve output/ on this machine and build again whenever a source changes; ends with Ctrl+C."""
    # only this command needs them
    from http.server import ThreadingHTTPServer  # noqa: PLC0415

    from watchfiles import watch  # noqa: PLC0415

    from plugins.live.pages import LivePages  # noqa: PLC0415
    from plugins.live.serving import live_handler  # noqa: PLC0415

    languages = report_languages(language)
    builds = Builds()
    handler = live_handler(root / "output", LivePages(root, builds, languages))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError):
        raise RefusedError("unusable_port", port=str(port), other=str(_OTHER_PORT)) from None
    _build(root, languages, builds, published=False)
    Thread(target=server.serve_forever, daemon=True).start()
    _say_in(languages, "say_open", address=f"http://127.0.0.1:{port}/")
    for _ in watch(root / "content", root / "theme", raise_interrupt=False):
        _build(root, languages, builds, published=False)
    server.shutdown()
    return 0


@_may_refuse
def run_status(root: Path, *, language: str | None, style: str, within: int) -> int:
    """Print how the content stands; return 0, or 1 where it cannot be read."""
    from plugins.model.items import LANGUAGES, index_file  # noqa: PLC0415
    from plugins.model.sections import SECTIONS  # noqa: PLC0415
    from plugins.status.gathering import status_of  # noqa: PLC0415
    from plugins.status.showing import as_json, print_status  # noqa: PLC0415
    from plugins.survey import survey  # noqa: PLC0415

    languages, chosen = report_languages(language), Format(style)
    if chosen not in (Format.TEXT, Format.JSON):
        raise RefusedError("unknown_format", format=style, formats=f"{Format.TEXT}, {Format.JSON}")
    content, today = root / "content", date.today()
    try:
        with faults_as_problems(project_paths(root, published=False)):
            found = survey(content, root / "theme", root / ".cache", published=False, today=today, whole=True)
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    written = {
        section.folder: Counter(
            {own: len(list((content / section.folder).glob(f"*/{index_file(own)}"))) for own in LANGUAGES}
        )
        for section in SECTIONS
    }
    status = status_of(found.content, written, found.problems, today, within)
    if chosen is Format.JSON:
        say(as_json(status))
        return 0
    for told in languages:
        own = next((own for own in LANGUAGES if own == told), None)
        titles = {name: intro.texts[own].title for name, intro in found.content.intros.items()} if own else {}
        titles["pages"] = load_catalog(told).label("status_pages")
        print_status(status, told, titles)
    return 0


@_may_refuse
def run_new(root: Path, section: str, slug: str, *, language: str | None) -> int:
    """Write a new bundle and say what to do with it; return 0, or 1 where none can be written."""
    from plugins.drafting.bundle import write_bundle  # noqa: PLC0415
    from plugins.model.items import LANGUAGES  # noqa: PLC0415
    from plugins.model.placeholders import PLACEHOLDERS  # noqa: PLC0415

    languages = report_languages(language)
    hinted = next((own for own in LANGUAGES if own == languages[0]), LANGUAGES[0])  # an item is written in kk or ru
    for file in write_bundle(root / "content", section, slug, hinted, date.today()):
        say(file.relative_to(root).as_posix())
    _say_in(languages, "drafted", placeholder=" / ".join(PLACEHOLDERS.values()))
    return 0


@_may_refuse
def run_films(root: Path, *, language: str | None) -> int:
    """Draw the films whose storyboards changed, keep them in their bundles, put late indexes first; return 0 or 1."""
    from plugins.site.films import keep_films  # noqa: PLC0415 - loads the encoders

    languages, paths = report_languages(language), project_paths(root, published=False)
    try:
        with faults_as_problems(paths):
            written = keep_films(paths.content, paths.theme, paths.cache, partial(_say_in, languages))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    for path in written:
        _say_in(languages, "say_wrote", file=path)
    _say_count(languages, len(written), "say_films_written", "say_films_current")
    return 0


def run_schemas(root: Path) -> int:
    """Write the JSON Schemas and the editor's settings; return 0."""
    from plugins.model.schema_export import write_schemas  # noqa: PLC0415

    say(f"wrote {len(write_schemas(root))} files into schemas/ and .vscode/")
    return 0


def run_rules(root: Path) -> int:
    """Write the pages of the rules; return 0."""
    from plugins.checks.rule_pages import FOLDER, write_rule_pages  # noqa: PLC0415

    say(f"wrote {len(write_rule_pages(root))} pages into {FOLDER}/")
    return 0


def _say_in(languages: Sequence[str], label: str, file: TextIO | None = None, /, **values: str) -> None:
    for language in languages:
        say(load_catalog(language).label(label, **values), file)


def _say_count(languages: Sequence[str], count: int, some: str, none: str) -> None:
    if count:
        _say_in(languages, some, count=str(count))
    else:
        _say_in(languages, none)
