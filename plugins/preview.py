"""The site served on this machine, with its own error pages."""

from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from plugins.model.items import LANGUAGES


def site_handler(folder: Path) -> Callable[..., SimpleHTTPRequestHandler]:
    """Return a handler that serves `folder`, which may be replaced meanwhile, and keeps no log of requests."""

    class SiteHandler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the library
            """Say nothing of each request."""

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-cache")
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = _error_page(folder, self.path)
            if code != 404 or not page.is_file():
                super().send_error(code, message, explain)
                return
            body = page.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    return SiteHandler


def _error_page(folder: Path, path: str) -> Path:
    first = path.lstrip("/").split("/")[0]
    return folder / first / "404.html" if first in LANGUAGES else folder / "404.html"
