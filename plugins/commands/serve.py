"""`inv serve`: serves the site and builds it at each change."""

import os
import signal
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event
from types import FrameType

from plugins.commands.build import build_site
from plugins.commands.reporting import refusals_reported, report_in
from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import report_languages
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from plugins.server.watching import changes_in

_OTHER_PORT = 8080


@refusals_reported
def run_serve(root: Path, port: int, *, language: str | None, opens_desk: bool = False) -> int:
    """Serve output/ on this machine and build again whenever a source changes; ends with Ctrl+C.

    The desk opens in the browser where asked, before the first build is done.
    """
    languages = report_languages(language)
    builds, end = Builds(), Event()
    desk = Desk(root)
    app = Preview(root, builds, languages).app(desk_route(desk))
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
        stack.enter_context(builds.told(desk.live.refresh))
        build_site(root, languages, builds, lenient=True)
        report_in(languages, "say_open", address=f"{address}/")
        for _ in changes_in([root / "content", root / "theme"], end):
            build_site(root, languages, builds, lenient=True)
    return 0


@contextmanager
def _ended_by_ctrl_c(end: Event) -> Iterator[None]:
    """Let Ctrl+C set `end` and stop what runs; workers, which a terminal tells as well, end without a word."""
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
