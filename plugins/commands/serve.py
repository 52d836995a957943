"""`inv serve`: serves the site and builds it at each change."""

from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from watchfiles import watch

from plugins.commands.build import build_site
from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import report_languages
from plugins.server.build_state import Builds
from plugins.server.handler import live_handler
from plugins.server.pages import LivePages

_OTHER_PORT = 8080


@refusals_reported
def run_serve(root: Path, port: int, *, language: str | None) -> int:
    """Serve output/ on this machine and build again whenever a source changes; ends with Ctrl+C."""

    languages = report_languages(language)
    builds = Builds()
    handler = live_handler(root / "output", LivePages(root, builds, languages))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError):
        raise RefusedError("unusable_port", port=str(port), other=str(_OTHER_PORT)) from None
    build_site(root, languages, builds)
    Thread(target=server.serve_forever, daemon=True).start()
    report_in(languages, "say_open", address=f"http://127.0.0.1:{port}/")
    for _ in watch(root / "content", root / "theme", raise_interrupt=False):
        build_site(root, languages, builds)
    server.shutdown()
    return 0
