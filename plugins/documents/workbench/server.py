"""Serves one photo to one editor, and ends with the answer.

It listens on 127.0.0.1, answers only requests that name this address and hold a word that nobody else knows, loads
nothing from elsewhere, and keeps nothing.
"""

import secrets
import webbrowser
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image

from plugins.diagnostics.progress import Report
from plugins.documents.words import Box
from plugins.documents.workbench.page import boxes_left, page_parts

_POLICY = (
    "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'"
)
_MOST_BYTES = 1_000_000


def confirm_in_browser(
    image: Image.Image,
    boxes: Sequence[Box],
    report: Report,
    open_page: Callable[[str], object] = webbrowser.open,
) -> list[Box] | None:
    """Show the photo with the boxes in a browser; return the boxes the editor leaves, or None where they give up."""
    with _Server(image, boxes) as server:
        address = f"http://127.0.0.1:{server.server_port}/{server.word}/"
        report("say_look_at_places", address=address)
        open_page(address)
        server.serve_forever(poll_interval=0.1)
    return server.answer


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    """A connection that a browser opens in advance and does not use keeps nobody waiting."""

    def __init__(self, image: Image.Image, boxes: Sequence[Box]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.word = secrets.token_urlsafe(24)
        self.files = page_parts(image, boxes)
        self.size = image.size
        self.answer: list[Box] | None = None


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer with a part of the page."""
        found = self.server.files.get(self._name()) if self._is_ours() else None
        if found is None:
            self._send(404, b"", "text/plain")
        else:
            self._send(200, found[0], f"{found[1]}; charset=utf-8")

    def do_POST(self) -> None:
        """Take the editor's answer."""
        length = self.headers.get("Content-Length") or "0"
        is_answer = self._is_ours() and self._name() in ("hide", "give-up")
        if not is_answer or not length.isdecimal() or int(length) > _MOST_BYTES:
            self._send(404, b"", "text/plain")
            return
        if self._name() == "hide":
            boxes = boxes_left(self.rfile.read(int(length)), self.server.size)
            if boxes is None:
                self._send(400, b"", "text/plain")
                return
            self.server.answer = boxes
        self._send(204, b"", "text/plain")
        self.server.shutdown()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the library
        """Keep no log: the address holds the word."""

    def _is_ours(self) -> bool:
        """Return whether the page asks: another site does not know the word, or names another host."""
        word = self.path.split("/")[1] if self.path.count("/") >= 2 else ""
        is_here = self.headers.get("Host") == f"127.0.0.1:{self.server.server_port}"
        return is_here and secrets.compare_digest(word.encode(), self.server.word.encode())

    def _name(self) -> str:
        return self.path.split("/", 2)[-1]

    def _send(self, code: int, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
