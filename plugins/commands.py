"""What the commands do: they call the pipeline, tell the editor what happened, and return an exit code."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from threading import Thread

from plugins.build import build, faults_as_problems, project_paths
from plugins.diagnostics import ContentError, Problem, Severity
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.formats import Format, formatted
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.live.builds import Builds

_NOT_IN_STEP = {"stale-translation", "undeclared-translation"}


def run_build(root: Path, *, published: bool, language: str | None) -> int:
    """Build the site and say what to do next; return 0, or 1 after telling every problem."""
    try:
        languages = report_languages(language)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    is_built = _build(root, languages, Builds(), published=published)
    if is_built:
        _say_in(languages, "say_look")
    return int(not is_built)


def _build(root: Path, languages: Sequence[str], builds: Builds, *, published: bool) -> bool:
    """Build the site, tell what happened, and record it in `builds`; return whether the site is good."""
    start = time.perf_counter()
    try:
        built = build(project_paths(root, published=published), date.today(), report=_say)
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        print(counts_as_text(error.problems, languages), file=sys.stderr)
        builds.failed(error.problems)
        return False
    print_problems(built.warnings, languages, SourceLines(root), sys.stderr)
    if built.was_unchanged:
        _say_in(languages, "say_unchanged", pages=str(built.pages))
        builds.was_unchanged()
    else:
        seconds = f"{time.perf_counter() - start:.1f}"
        _say_in(languages, "say_built", pages=str(built.pages), seconds=seconds)
        builds.succeeded(built.warnings)
    return True


def run_check(root: Path, *, published: bool, language: str | None, style: str, paths: Sequence[str] = ()) -> int:
    """Read and check the content; print what was found; return 0, or 1 where an error is among it.

    What did not change since the last check is not read again. With `paths`, files or folders as the editor names them
    from `root`, only what lies in them is told.
    """
    try:
        languages, chosen = report_languages(language), Format(style)
        wanted = tuple(_path_in(root, path) for path in paths)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    problems, parts = _found(root, published=published)
    told = [problem for problem in problems if not wanted or _lies_in(problem.path, wanted)]
    if chosen is not Format.TEXT:
        _say(formatted(told, chosen, languages, SourceLines(root)))
    else:
        print_problems(told, languages, SourceLines(root))
        _say(counts_as_text(told, languages))
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
    """Return a path as problems name it. Raises ValueError for one that is not there or lies elsewhere."""
    absolute = Path(path).resolve() if Path(path).exists() else (root / path).resolve()
    if not absolute.exists():
        raise ValueError(f"{path}: no such file or folder")
    if not absolute.is_relative_to(root):
        raise ValueError(f"{path}: not in this project")
    return absolute.relative_to(root).as_posix()


def _lies_in(path: str, folders: Sequence[str]) -> bool:
    return any(folder in (".", path) or path.startswith(f"{folder}/") for folder in folders)


def run_fix(root: Path, *, apply: bool, language: str | None) -> int:
    """Show what can be mended mechanically, and with `apply` write it; return 0, or 1 for an unknown language."""
    from plugins.checks.mending import as_diff, mended_files  # noqa: PLC0415

    try:
        languages = report_languages(language)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    problems, _ = _found(root, published=False)
    changed = mended_files(problems, root)
    if not changed:
        _say_in(languages, "say_nothing_to_mend")
        return 0
    _say(as_diff(changed))
    if not apply:
        _say_in(languages, "say_can_be_mended", count=str(len(changed)))
        return 0
    for path, (_, new) in changed.items():
        (root / path).write_text(new, encoding="utf-8")
    _say_in(languages, "say_mended", count=str(len(changed)))
    return 0


def run_clean_pictures(root: Path) -> int:
    """Take out of every picture of the content what no screen shows, and say what that was; return 0."""
    from plugins.media import clean_pictures  # noqa: PLC0415

    count = 0
    for path, kinds in clean_pictures(root / "content"):
        _say(f"{path.relative_to(root).as_posix()}: taken out: {', '.join(kinds)}")
        count += 1
    _say(f"{count} picture(s) cleaned; what was committed before stays in the history" if count else "nothing to clean")
    return 0


def run_in_step(root: Path, paths: Sequence[str], *, everything: bool, language: str | None) -> int:
    """Declare that both languages of the named items say the same, or of all; return 0, or 1 where something is wrong.

    Without either, say which items were changed in one language only, or never declared.
    """
    from plugins.model.declaring import declare_in_step  # noqa: PLC0415

    try:
        languages = report_languages(language)
        wanted = tuple(_path_in(root, path).removeprefix("content/") for path in paths)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if not wanted and not everything:
        problems = [p for p in _found(root, published=False)[0] if p.rule in _NOT_IN_STEP]
        print_problems(problems, languages, SourceLines(root))
        _say("declare what says the same: inv in-step --path content/…, or --all" if problems else "all is in step")
        return 0
    try:
        declared = declare_in_step(root / "content", lambda item: everything or _lies_in(item, wanted))
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    _say("\n".join([*declared, f"{len(declared)} item(s) declared in step"]))
    return 0


def run_redact(root: Path, photo: Path, into: Path, *, kind: str, boxes: list[str], unseen: bool) -> int:
    """Hide on a photographed paper what belongs to a person; return 0, or 1 after saying why nothing may be shown."""
    # the build needs none of these, nor the libraries behind them
    from plugins.media.faults import PictureFaultError  # noqa: PLC0415
    from plugins.model.papers import PaperKind  # noqa: PLC0415
    from plugins.papers.reading import MissingReaderError, Reader  # noqa: PLC0415
    from plugins.papers.redaction import RedactionError, redact  # noqa: PLC0415
    from plugins.papers.words import Box  # noqa: PLC0415
    from plugins.papers.workbench import confirm_in_browser  # noqa: PLC0415

    try:
        more, paper = [Box(*map(int, box.split(","))) for box in boxes], PaperKind(kind)
    except (TypeError, ValueError):
        print(f"--box takes x,y,width,height; --paper one of {', '.join(PaperKind)}", file=sys.stderr)
        return 1
    try:
        done = redact(
            photo, root / into, paper, root, more=more, reader=Reader(),
            confirm=lambda image, found: found if unseen else confirm_in_browser(image, found, _say),
        )  # fmt: skip
    except MissingReaderError as error:
        print(f"what reads the papers is missing; install it: {error}", file=sys.stderr)
        return 1
    except (RedactionError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except PictureFaultError as fault:
        problem = Problem(photo.as_posix(), 1, 1, fault.rule, {"file": photo.name, **fault.values})
        print_problems([problem], report_languages(None), SourceLines(root), sys.stderr)
        return 1
    _say(f"{into}: {len(done.boxes)} places hidden")
    for finding in done.left:
        place = ",".join(map(str, finding.box))
        print(f"can still be read: {finding.kind} at {place}; add it with --box", file=sys.stderr)
    _say("look at it with your own eyes before you commit it: a machine misses what a neighbour would see")
    return int(bool(done.left))


def run_check_papers(root: Path, *, again: bool, language: str | None) -> int:
    """Read every picture of the content that was not read as it is now; return 0, or 1 where one tells of a person."""
    from plugins.papers.checking import check_papers  # noqa: PLC0415 - as above
    from plugins.papers.reading import MissingReaderError, Reader  # noqa: PLC0415

    try:
        problems = list(check_papers(root / "content", root / ".cache", cache(Reader), again=again, report=_say))
    except MissingReaderError as error:
        print(f"what reads the papers is missing; install it: {error}", file=sys.stderr)
        return 1
    print_problems(problems, report_languages(language), SourceLines(root), sys.stderr)
    _say(f"{len(problems)} thing(s) of a person on the pictures" if problems else "no picture tells of a person")
    return int(bool(problems))


def run_serve(root: Path, port: int, *, language: str | None) -> int:
    """Serve output/ on this machine and build again whenever a source changes; ends with Ctrl+C."""
    # only this command needs them
    from http.server import ThreadingHTTPServer  # noqa: PLC0415

    from watchfiles import watch  # noqa: PLC0415

    from plugins.live.pages import LivePages  # noqa: PLC0415
    from plugins.live.serving import live_handler  # noqa: PLC0415

    try:
        languages = report_languages(language)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    builds = Builds()
    _build(root, languages, builds, published=False)
    handler = live_handler(root / "output", LivePages(root, builds, languages))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    _say_in(languages, "say_open", address=f"http://127.0.0.1:{port}/")
    for _ in watch(root / "content", root / "theme", raise_interrupt=False):
        _build(root, languages, builds, published=False)
    server.shutdown()
    return 0


def run_status(root: Path, *, language: str | None, style: str, within: int) -> int:
    """Print how the content stands; return 0, or 1 where it cannot be read."""
    from plugins.model.items import LANGUAGES, index_file  # noqa: PLC0415
    from plugins.model.sections import SECTIONS  # noqa: PLC0415
    from plugins.status.gathering import status_of  # noqa: PLC0415
    from plugins.status.showing import as_json, print_status  # noqa: PLC0415
    from plugins.survey import survey  # noqa: PLC0415

    try:
        languages, chosen = report_languages(language), Format(style)
        if chosen not in (Format.TEXT, Format.JSON):
            raise ValueError(f"unknown format {style!r}: expected one of text, json")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    content, today = root / "content", date.today()
    try:
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
        _say(as_json(status))
        return 0
    for told in languages:
        own = next((own for own in LANGUAGES if own == told), None)
        titles = {name: intro.texts[own].title for name, intro in found.content.intros.items()} if own else {}
        titles["pages"] = load_catalog(told).label("status_pages")
        print_status(status, told, titles)
    return 0


def run_new(root: Path, section: str, slug: str, *, language: str | None) -> int:
    """Write a new bundle and say what to do with it; return 0, or 1 where none can be written."""
    from plugins.drafting.bundle import DraftRefusedError, write_bundle  # noqa: PLC0415
    from plugins.model.items import LANGUAGES  # noqa: PLC0415
    from plugins.model.placeholders import PLACEHOLDERS  # noqa: PLC0415

    try:
        told = report_languages(language)[0]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    hinted = next((own for own in LANGUAGES if own == told), LANGUAGES[0])  # an item is written in kk or ru
    catalog = load_catalog(told)
    try:
        files = write_bundle(root / "content", section, slug, hinted, date.today())
    except DraftRefusedError as refused:
        print(catalog.label(refused.label, **refused.values), file=sys.stderr)
        return 1
    for file in files:
        _say(file.relative_to(root).as_posix())
    _say(catalog.label("drafted", placeholder=" / ".join(PLACEHOLDERS.values())))
    return 0


def run_films(root: Path, *, language: str | None) -> int:
    """Draw the films whose storyboards changed, keep them in their bundles, put late indexes first; return 0 or 1."""
    from plugins.site.films import keep_films  # noqa: PLC0415 - loads the encoders

    paths = project_paths(root, published=False)
    try:
        languages = report_languages(language)
        with faults_as_problems(paths):
            written = keep_films(paths.content, paths.theme, paths.cache, _say)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    for path in written:
        _say(f"wrote {path}")
    _say(f"{len(written)} film(s) written: commit them with drawn.json" if written else "every film is up to date")
    return 0


def run_schemas(root: Path) -> int:
    """Write the JSON Schemas and the editor's settings; return 0."""
    from plugins.model.schema_export import write_schemas  # noqa: PLC0415

    _say(f"wrote {len(write_schemas(root))} files into schemas/ and .vscode/")
    return 0


def run_rules(root: Path) -> int:
    """Write the pages of the rules; return 0."""
    from plugins.checks.rule_pages import FOLDER, write_rule_pages  # noqa: PLC0415

    _say(f"wrote {len(write_rule_pages(root))} pages into {FOLDER}/")
    return 0


def _say_in(languages: Sequence[str], label: str, **values: str) -> None:
    for language in languages:
        _say(load_catalog(language).label(label, **values))


def _say(line: str) -> None:
    print(line, flush=True)
