"""A built site as an ASGI application: files, parts of files, and the site's own error pages."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send

from plugins.delivery.headers import CONTENT_TYPES
from plugins.model.items import LANGUAGES

_ONE_RANGE = re.compile(r"bytes=(\d+)-(\d*)|bytes=-(\d*[1-9]\d*)|bytes=-(0+)", re.ASCII)


class SiteFiles(StaticFiles):
    """Serves `folder`, which may be replaced meanwhile.

    A request for one range of bytes is answered with that range (RFC 9110, 14); several ranges, another unit or a
    malformed range with the whole file. An address without a file is answered with the error page of its language.
    """

    def __init__(self, folder: Path, headers: Mapping[str, str] | None = None) -> None:
        """Serve `folder`; `headers` are sent with every file."""
        super().__init__(directory=folder, html=True, check_dir=False)
        self.folder = folder
        self.config_checked = True  # the folder may come and go
        self._headers = {"cache-control": "no-cache"} | dict(headers or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await super().__call__(_with_single_range(scope), receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at `path`, or the error page."""
        if scope["method"] not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"allow": "GET, HEAD"})
        try:
            response = await super().get_response(path, scope)
        except (OSError, HTTPException):  # not there, unreadable, or just being replaced
            return self._not_found(scope)
        return self._not_found(scope) if response.status_code == 404 else response

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the file with its media type, or 304 where the browser has it."""
        media_type = CONTENT_TYPES.get(Path(full_path).suffix.removeprefix("."), "application/octet-stream")
        response = FileResponse(full_path, status_code, self._headers, media_type, stat_result=stat_result)
        if status_code == 200 and self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response

    def _not_found(self, scope: Scope) -> Response:
        page = error_page(self.folder, scope["path"])
        try:
            return self.file_response(page, page.stat(), scope, 404)
        except OSError:
            return Response(status_code=404)


def error_page(folder: Path, address: str) -> Path:
    """Return the error page for an address: that of its language, or the one beside the choice of language."""
    first = address.lstrip("/").split("/")[0]
    return folder / first / "404.html" if first in LANGUAGES else folder / "404.html"


def _with_single_range(scope: Scope) -> Scope:
    """Return the request without a `Range` header that is not to be answered with a part."""
    asked = Headers(scope=scope).get("range") if scope["type"] == "http" else None
    if asked is None or _is_one_range(asked):
        return scope
    headers = MutableHeaders(raw=list(scope["headers"]))
    del headers["range"]
    return {**scope, "headers": headers.raw}


def _is_one_range(asked: str) -> bool:
    match = _ONE_RANGE.fullmatch(asked.strip())
    if match is None or len(asked) > 60:  # longer numbers than any file has bytes
        return False
    first, last = match[1], match[2]
    return not (first and last and int(last) < int(first))
