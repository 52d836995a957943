"""Serves one photo to one editor, and ends with the answer.

It listens on 127.0.0.1, answers only requests that name this address and hold a word that nobody else knows, loads
nothing from elsewhere, and keeps nothing.
"""

import io
import json
import secrets
import webbrowser
from collections.abc import Callable, Sequence
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from string import Template

from PIL import Image

from plugins.diagnostics.progress import Report
from plugins.documents.words import Box
from plugins.words.store import words

_POLICY = (
    "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'"
)
_MOST_BYTES = 1_000_000
_LANGUAGES = ("kk", "ru")
_FILES = {
    "page.js": ("page.js", "text/javascript"),
    "page.css": ("page.css", "text/css"),
}


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


def _page(template: str) -> bytes:
    """Return the page in Kazakh and Russian side by side: an editor may read either."""
    both = {f"{language}_{key}": escape(text) for language in _LANGUAGES for key, text in _hide_words(language).items()}
    return Template(template).substitute(both).encode()


def _words_of_script() -> dict[str, list[str]]:
    keys = ("remove", "count", "done", "failed")
    return {key: [_hide_words(language)[f"hide_{key}"] for language in _LANGUAGES] for key in keys}


def _hide_words(language: str) -> dict[str, str]:
    return {key: text for key, text in words(language, "commands").items() if key.startswith("hide_")}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    """A connection that a browser opens in advance and does not use keeps nobody waiting."""

    def __init__(self, image: Image.Image, boxes: Sequence[Box]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.word = secrets.token_urlsafe(24)
        file = io.BytesIO()
        image.convert("RGB").save(file, "JPEG", quality=90)
        here = files(__package__)
        self.files = {name: (here.joinpath(page).read_bytes(), kind) for name, (page, kind) in _FILES.items()}
        self.files[""] = (_page(here.joinpath("page.html").read_text(encoding="utf-8")), "text/html")
        self.files["words.json"] = (json.dumps(_words_of_script(), ensure_ascii=False).encode(), "application/json")
        self.files["photo.jpg"] = (file.getvalue(), "image/jpeg")
        self.files["boxes.json"] = (json.dumps(boxes).encode(), "application/json")
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
            try:
                boxes = [Box(*map(int, box)) for box in json.loads(self.rfile.read(int(length)))]
            except (TypeError, ValueError, OverflowError, RecursionError):
                self._send(400, b"", "text/plain")
                return
            inside = [box.within(*self.server.size) for box in boxes]
            self.server.answer = [box for box in inside if box.width and box.height]
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
