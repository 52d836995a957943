"""The site served on this machine, with its own error pages."""

from contextlib import suppress
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr, BinaryIO

from plugins.model.items import LANGUAGES
from plugins.server.range_header import UnsatisfiableRangeError, wanted_range

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves `folder`, which may be replaced meanwhile, and keeps no log of requests."""

    folder: Path

    def __init__(self, *args: object) -> None:
        super().__init__(*args, directory=str(self.folder))  # type: ignore[arg-type]

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".vtt": "text/vtt; charset=utf-8"}

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer a request for a part of a file with that part, as films need it; all others as usual."""
        file = Path(self.translate_path(self.path))
        if "Range" not in self.headers or not file.is_file():
            return super().send_head()
        try:
            content = file.read_bytes()
        except OSError:  # just being exchanged for the next one
            return super().send_head()
        try:
            part = wanted_range(self.headers["Range"], len(content))
        except UnsatisfiableRangeError:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(content)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if part is None:
            return super().send_head()
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {part.first}-{part.last}/{len(content)}")
        self.send_header("Content-Length", str(part.length))
        self.end_headers()
        return BytesIO(content[part.first : part.last + 1])

    def copyfile(self, source: "SupportsRead[AnyStr]", outputfile: "SupportsWrite[AnyStr]") -> None:
        """Send a file; a browser that seeks in a film breaks off what it no longer needs, which is no fault."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the library
        """Say nothing of each request."""

    def end_headers(self) -> None:
        """Let the browser ask again each time: the site changes while it is looked at."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing stands at an address."""
        page = _error_page(self.folder, self.path)
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_page(page.read_bytes(), code)

    def send_page(self, body: bytes, code: int = 200) -> None:
        """Answer with a page."""
        self.send_body(body, "text/html; charset=utf-8", code)

    def send_body(self, body: bytes, media_type: str, code: int = 200) -> None:
        """Answer with a whole body."""
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            with suppress(BrokenPipeError, ConnectionResetError):  # as in `copyfile`
                self.wfile.write(body)


def site_handler(folder: Path) -> type[SiteHandler]:
    """Return a handler for `folder`."""
    return type("Handler", (SiteHandler,), {"folder": folder})


def _error_page(folder: Path, path: str) -> Path:
    first = path.lstrip("/").split("/")[0]
    return folder / first / "404.html" if first in LANGUAGES else folder / "404.html"
