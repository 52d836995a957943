"""The preview's answers: the site's pages with the bar of problems, and the addresses of the preview itself."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from plugins.server.pages import LivePages
from plugins.server.static import SiteHandler


class LiveHandler(SiteHandler):
    """Serves a site that is being written."""

    live: LivePages

    def do_GET(self) -> None:  # noqa: N802 - name of the library
        """Answer a page with the bar, an address of the preview, or a file as it is."""
        if self.live.is_stream(self.path):
            self._send_stream()
        elif answer := self.live.answer(self.path):
            self.send_body(answer.body, answer.media_type, answer.status)
        elif (page := self._page()) is not None:
            self.send_page(page)
        elif not self.folder.is_dir():
            super().send_page(self.live.page_without_site(self.path), 503)
        else:
            super().do_GET()

    def send_page(self, body: bytes, code: int = 200) -> None:
        """Answer with a page that bears the bar."""
        super().send_page(self.live.with_overlay(body, self.path), code)

    def _page(self) -> bytes | None:
        """Return the page at the address, or None where a file of another kind or nothing is."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        try:
            return path.read_bytes() if path.suffix == ".html" else None
        except OSError:  # not there, or just being exchanged for the next one
            return None

    def _send_stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with suppress(OSError):  # the reader has gone
            for part in self.live.stream():
                self.wfile.write(part)
                self.wfile.flush()


def live_handler(folder: Path, live: LivePages) -> type[LiveHandler]:
    """Return a handler for `folder`, whose pages show what `live` knows."""
    return type("Handler", (LiveHandler,), {"folder": folder, "live": live})
