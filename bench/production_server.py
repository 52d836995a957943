"""A built site served as production would: packed with brotli, files named by their content kept for ever.

HTTP/1.1 without TLS; over HTTP/2 the several small files of a page come no later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import brotli

from plugins.server.static import SiteHandler
from plugins.site.sitemap import robots

_PACKED = {".html", ".css", ".js", ".svg", ".xml", ".json", ".webmanifest", ".vtt", ".txt"}
_NAMED_BY_CONTENT = ("/theme/", "/media/", "/social/", "/search/", "/assets/")
"""Folders whose files change their names when they change; the last is that of MkDocs Material."""


class ProductionHandler(SiteHandler):
    """Serves `folder` with the packing and the cache headers of production."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the packed file where the browser takes it; all others as usual."""
        if self.path == "/robots.txt":  # a working copy asks to be left out of every index, a published site does not
            self.send_body(
                robots(f"http://{self.headers['Host']}", published=True).encode(), "text/plain; charset=utf-8"
            )
            return None
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.endswith("/") else file
        if not file.is_file() or file.suffix not in _PACKED or "br" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = _packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """Let pages be asked for anew, and files named by their content be kept for ever."""
        kept = self.path.startswith(_NAMED_BY_CONTENT)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if kept else "no-cache")
        SimpleHTTPRequestHandler.end_headers(self)


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve `folder` on this machine during the block; gives the address, without a slash at its end."""
    handler = type("Handler", (ProductionHandler,), {"folder": folder})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@cache
def _packed(file: Path) -> bytes:
    packed: bytes = brotli.compress(file.read_bytes())
    return packed
