"""Serves a built site as production would: compressed with brotli, with files named by content cached for ever.

HTTP/1.1 without TLS; over HTTP/2 the several small files of a page come no later.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from plugins.server.files import SiteFiles
from plugins.server.running import running
from plugins.site.sitemap import robots

_PACKED = {".html", ".css", ".js", ".svg", ".xml", ".json", ".webmanifest", ".vtt", ".txt"}
_NAMED_BY_CONTENT = ("/theme/", "/media/", "/social/", "/search/", "/assets/")
"""Folders whose files change their names when they change; the last is that of MkDocs Material."""


class ProductionFiles(SiteFiles):
    """Serves `folder` with the packing and the cache headers of production."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at `path`; a working copy's robots.txt as that of a published site."""
        if scope["path"] == "/robots.txt":
            return PlainTextResponse(robots(f"http://{Headers(scope=scope)['host']}", published=True))
        return await super().get_response(path, scope)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the packed file where the browser takes it; all others as usual."""
        file = Path(full_path)
        response = super().file_response(full_path, stat_result, scope, status_code)
        if file.suffix in _PACKED and "br" in Headers(scope=scope).get("accept-encoding", ""):
            response = Response(_packed(file), status_code, media_type=response.media_type)
            response.headers.update({"content-encoding": "br", "vary": "Accept-Encoding"})
        kept = scope["path"].startswith(_NAMED_BY_CONTENT)
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return response


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve `folder` on this machine during the block; gives the address, without a slash at its end."""
    with running(ProductionFiles(folder), port) as address:
        yield address


@cache
def _packed(file: Path) -> bytes:
    packed: bytes = brotli.compress(file.read_bytes())
    return packed
