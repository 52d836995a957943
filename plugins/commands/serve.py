"""`inv serve`: serves the site and builds it at each change."""

import os
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from types import FrameType

from plugins.commands.build import build_site
from plugins.commands.reporting import refusals_reported, report_in
from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import report_languages
from plugins.pipeline.paths import project_paths
from plugins.pipeline.resident import ResidentSite
from plugins.server.build_state import Builds, Outcome
from plugins.server.code import FOLDER, fault_of_code, is_code, start_again
from plugins.server.edits import Edits
from plugins.server.preview import Preview
from plugins.server.running import running
from plugins.server.watching import changes_in

_OTHER_PORT = 8080
_SWITCH_SECONDS = 0.001
"""Seconds between thread switches, so that a page does not wait for another thread; Python's default is five times as long."""


@refusals_reported
def run_serve(root: Path, port: int, *, language: str | None, opens_desk: bool = False) -> int:
    """Serve output/ on this machine and build again whenever a source changes; ends with Ctrl+C.

    The desk opens in the browser where asked, before the first build is done.
    """
    languages = report_languages(language)
    builds, end, is_to_start_again = Builds(), Event(), False
    paths = project_paths(root, published=False)
    site = ResidentSite(paths)
    edits = Edits(site, builds, partial(_built, root, languages))
    app = Preview(root, builds, languages, edits.page).app(desk_route(Desk(root, site=site)))
    with ExitStack() as stack:
        try:
            address = stack.enter_context(running(app, port))
        except (OSError, OverflowError):
            raise RefusedError("unusable_port", port=str(port), other=str(_OTHER_PORT)) from None
        report_in(languages, "say_desk", address=f"{address}/desk/")
        if opens_desk:
            webbrowser.open(f"{address}/desk/")
        stack.enter_context(suppress(KeyboardInterrupt))
        stack.enter_context(_ended_by_ctrl_c(end))
        stack.callback(edits.stop)
        stack.enter_context(builds.subscribed(_once(partial(report_in, languages, "say_open", address=f"{address}/"))))
        sys.setswitchinterval(_SWITCH_SECONDS)
        for work in (edits.check_until, edits.build_until):
            Thread(target=work, args=(end,), daemon=True).start()
        for changed in changes_in([paths.content, paths.theme, paths.settings, FOLDER], end):
            if not is_code(changed):
                edits.take(changed)
            elif fault := fault_of_code():
                report_in(languages, "say_code_broken", fault=fault)
            else:
                is_to_start_again = True
                break
    if is_to_start_again:
        start_again()
    return 0


def _built(root: Path, languages: Sequence[str]) -> Outcome:
    """Build the whole site and report the result; return it."""
    builds = Builds()
    build_site(root, languages, builds, lenient=True)
    return builds.last


def _once(tell: Callable[[], None]) -> Callable[[], None]:
    """Return a function that reports the first time it is called."""
    waiting = [tell]
    return lambda: waiting.pop()() if waiting else None


@contextmanager
def _ended_by_ctrl_c(end: Event) -> Iterator[None]:
    """Let Ctrl+C set `end` and stop what runs; workers, which get the signal too, end without a message."""
    own = os.getpid()

    def stop(*_: int | FrameType | None) -> None:
        if os.getpid() != own:
            os._exit(130)
        end.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
