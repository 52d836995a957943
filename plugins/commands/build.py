"""`inv build`: builds the site and reports what happened."""

import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.cache.workers import one_process, usable_cores
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics import ContentError
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.diagnostics.timing import Times, timing
from plugins.pipeline.build import Release, build
from plugins.pipeline.day import today
from plugins.pipeline.paths import project_paths

if TYPE_CHECKING:
    from plugins.server.build_state import Builds


@refusals_reported
def run_build(
    root: Path,
    *,
    published: bool,
    language: str | None,
    preview: bool = False,
    output: str = "",
    site_url: str = "",
    plain: bool = False,
    profile: bool = False,
) -> int:
    """Build the site and say what to do next; return 0, or 1 after reporting every problem.

    A `plain` build takes nothing over from earlier ones; `profile` prints where the time of one process goes. A published site and a preview are made ready for a server, in the folder `output` and for the address `site_url`.
    """
    languages = report_languages(language)
    if published and preview:
        raise RefusedError("publish_or_preview")
    release = Release(preview, _address(site_url)) if published or preview else None
    if release is None and (output or site_url):
        raise RefusedError("only_for_a_server")
    if not output and (root / "output").is_symlink():
        _free_folder(root, "output")
    with one_process() if profile else nullcontext(), timing() as times:
        is_built = build_site(root, languages, None, release=release, output=output, plain=plain)
    if profile:
        say(profile_table(times))
    if is_built and release is None:
        report_in(languages, "say_look")
    return int(not is_built)


def build_site(
    root: Path,
    languages: Sequence[str],
    builds: "Builds | None",
    *,
    release: Release | None = None,
    output: str = "",
    lenient: bool = False,
    plain: bool = False,
) -> bool:
    """Build the site, report the result, and record it in `builds`, if any; return whether the site has no errors."""
    start = time.perf_counter()
    paths = project_paths(root, published=release is not None)
    if output:
        paths = replace(paths, output=_free_folder(root, output))
    folder = output.rstrip("/") or paths.output.name
    try:
        built = build(paths, today(), partial(report_in, languages), release, lenient=lenient, plain=plain)
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        say(counts_as_text(error.problems, languages), sys.stderr)
        if builds:
            builds.failed(error.problems)
        return False
    if built.was_unchanged:
        report_in(languages, "say_unchanged", folder=folder, pages=str(built.pages))
    else:
        print_problems(built.warnings, languages, SourceLines(root), sys.stderr)
        report_in(
            languages, "say_built", folder=folder, pages=str(built.pages), seconds=f"{time.perf_counter() - start:.1f}",
            kept=str(built.rendered.kept), made=str(built.rendered.assembled + built.rendered.rendered),
            memory=str(peak_megabytes()),
        )  # fmt: skip
    if builds:
        builds.succeeded(built.warnings)
    return True


def peak_megabytes() -> int:
    """Return the most memory this process and each of its workers has held, in megabytes (10⁶ bytes), added up.

    Windows does not tell: 0.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    own, worker = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    unit = 1 if sys.platform == "darwin" else 1024
    return (own + worker * usable_cores()) * unit // 1_000_000


def profile_table(times: Times) -> str:
    """Return the times as lines, the longest first: seconds of processor time, kind, name."""
    longest = sorted(times.items(), key=lambda entry: -entry[1])
    return "\n".join(f"{seconds:8.3f} s  {kind:<5} {name}" for (kind, name), seconds in longest if seconds >= 0.001)


def _free_folder(root: Path, output: str) -> Path:
    """Return the folder to build into. Raises RefusedError for one that holds something else than a site."""
    folder = (root / output).resolve()
    is_ours = folder.name == "output" or not folder.is_dir() or (folder / "sitemap.xml").is_file()
    if root.is_relative_to(folder) or not (is_ours or not any(folder.iterdir())):
        raise RefusedError("folder_not_free", path=output)
    return folder


def _address(site_url: str) -> str:
    """Return an address without a slash at its end. Raises RefusedError for what is none."""
    parts = urlsplit(site_url)
    if site_url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/")):
        raise RefusedError("no_site_address", address=site_url)
    return site_url.rstrip("/")
