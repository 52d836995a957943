"""The preview as an application: the site's pages with the bar of problems, and a few addresses of its own."""

import hashlib
import json
import re
from collections.abc import AsyncIterator, Callable
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Scope

from plugins.diagnostics.catalog import load_catalog
from plugins.markdown import parse
from plugins.markdown.html import put_addresses
from plugins.server.build_state import Builds
from plugins.server.files import SiteFiles, error_page
from plugins.server.local import LocalOnly
from plugins.server.overlay import PREFIX, is_of_page, overlay
from plugins.words.store import LANGUAGES

_ASSETS = Path(__file__).parent / "assets"
_TYPES = {"live.js": "text/javascript", "live.css": "text/css", "sw.js": "text/javascript"}
_HEAD = (
    f'<link rel="stylesheet" href="{PREFIX}/live.css"><script type="module" src="{PREFIX}/live.js"></script></head>'
).encode()
_RULE = re.compile(r"[a-z0-9-]+|README")
_HEARTBEAT = 15.0
"""Seconds after which a silent stream says something, and so learns that its reader has gone."""


class Preview:
    """What the preview of the project at `root` answers; `languages` are those of the reports."""

    def __init__(
        self,
        root: Path,
        builds: Builds,
        languages: tuple[str, ...],
        newer: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        """`newer` returns the page at an address where it is newer than the built one; empty where there is none any more."""
        self._root, self._builds, self._languages, self._newer = root, builds, languages, newer
        self._pages = _Pages(root / "output", self)

    def app(self, *more: BaseRoute) -> Starlette:
        """Return the application; the routes `more` come before the addresses of the site."""
        own = [
            Route("/builds", self._stream),
            Route("/problems", self._problems),
            Route("/rules/{language}/{rule}", self._rule),
            Route("/{file}", _asset),
        ]
        routes = [Mount(PREFIX, routes=own), Route("/sw.js", _service_worker), *more, Mount("/", self._pages)]
        return Starlette(routes=routes, middleware=[Middleware(LocalOnly)])

    def page(self, path: str) -> Response | None:
        """Return the page of the site at `path` with the bar, or None where a file of another kind or nothing is."""
        found = self._found(path)
        return self._with_bar(*found, path) if found else None

    def _found(self, path: str) -> tuple[bytes, int] | None:
        """Return a page without the bar, and its status."""
        output = self._root / "output"
        address = path.lstrip("/")
        if not address.endswith(".html") and not address.endswith("/") and address:
            return None
        newer = self._newer(path)
        file = output / address / ("" if address.endswith(".html") else "index.html")
        if body := newer.encode() if newer is not None else _read(file, output):
            return body, 200
        if not output.is_dir():
            return self._without_page(path, "no_site_yet"), 503
        if newer == "" or any(is_of_page(problem, path) for problem in self._builds.last.problems):
            return self._without_page(path, "no_page_yet"), 503
        if body := _read(error_page(output, path), output):
            return body, 404
        return None

    def _without_page(self, path: str, label: str) -> bytes:
        language = self._language(path)
        words = escape(load_catalog(language).labels[label])
        return _page(language, words, f"<h1>{words}</h1>")

    def _with_bar(self, page: bytes, status: int, path: str) -> Response:
        head, has_head, rest = page.partition(b"</head>")
        body, has_end, end = rest.rpartition(b"</body>")
        bar = self._bar(path, _digest(page)).encode()
        shown = head + _HEAD + (body + bar + has_end + end if has_end else rest + bar) if has_head else page
        return HTMLResponse(shown, status, {"cache-control": "no-store"})

    def _bar(self, path: str, digest: str) -> str:
        return overlay(self._builds.last, path, self._language(path), self._root, digest)

    def _language(self, path: str) -> str:
        of_page = path.strip("/").split("/")[0]
        return of_page if of_page in self._languages else self._languages[0]

    async def _stream(self, request: Request) -> Response:
        events = self._events(request.url.query)
        return StreamingResponse(events, media_type="text/event-stream", headers={"cache-control": "no-store"})

    async def _events(self, path: str) -> AsyncIterator[bytes]:
        """Yield a server-sent event for the last build and for each one after it, and now and then a sign of life.

        It names the digest of the page at `path`: the browser that shows another one loads it again.
        """
        async for outcome in self._builds.outcomes(_HEARTBEAT):
            if outcome is None:
                yield b": still here\n\n"
                continue
            found = await run_in_threadpool(self._found, path) if path else None
            news = {"build": outcome.build, "page": _digest(found[0]) if found else ""}
            yield f"data: {json.dumps(news)}\n\n".encode()

    def _problems(self, request: Request) -> Response:
        """Answer with the bar of a page as it is now; its digest says whether the page has become another one."""
        path = request.url.query
        page = self.page(path) if path else None
        return HTMLResponse(self._bar_of(page, path), headers={"cache-control": "no-store"})

    def _bar_of(self, page: Response | None, path: str) -> str:
        found = re.search(rb'<aside id="live".*?</aside>', bytes(page.body), re.DOTALL) if page else None
        return found.group().decode() if found else self._bar(path, "")

    def _rule(self, request: Request) -> Response:
        language, rule = request.path_params["language"], request.path_params["rule"]
        file = self._root / "docs" / "rules" / language / f"{rule}.md"
        if language not in LANGUAGES or not _RULE.fullmatch(rule) or not file.is_file():
            return Response(status_code=404)
        return HTMLResponse(_rule_page(file.read_text(encoding="utf-8"), language))


class _Pages(SiteFiles):
    """The site's files; its pages bear the bar."""

    def __init__(self, folder: Path, preview: Preview) -> None:
        super().__init__(folder)
        self._preview = preview

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the page or file at `path`."""
        page = await run_in_threadpool(self._preview.page, scope["path"]) if scope["method"] == "GET" else None
        return page or await super().get_response(path, scope)

    def _not_found(self, scope: Scope) -> Response:
        as_page = f"{scope['path'].removesuffix('.html').rstrip('/')}/"
        return self._preview.page(as_page) or super()._not_found(scope)


async def _asset(request: Request) -> Response:
    name = request.path_params["file"]
    if name not in _TYPES:
        return Response(status_code=404)
    return FileResponse(_ASSETS / name, media_type=_TYPES[name], headers={"cache-control": "no-cache"})


async def _service_worker(_: Request) -> Response:
    """Answer with a service worker that keeps nothing: an editor is never shown a page of yesterday."""
    return FileResponse(_ASSETS / "sw.js", media_type=_TYPES["sw.js"], headers={"cache-control": "no-store"})


def _read(file: Path, output: Path) -> bytes:
    """Return a page of the site; nothing where it is not there, is being replaced, or lies elsewhere."""
    try:
        return file.read_bytes() if file.resolve().is_relative_to(output.resolve()) else b""
    except (OSError, ValueError):
        return b""


def _digest(page: bytes) -> str:
    return hashlib.blake2b(page, digest_size=8).hexdigest()


def _rule_page(source: str, language: str) -> bytes:
    html = put_addresses(parse(source).html, lambda address: address.removesuffix(".md"))
    title = source.partition("\n")[0].lstrip("# ")
    return _page(language, escape(title), html)


def _page(language: str, title: str, content: str) -> bytes:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f'<link rel="stylesheet" href="{PREFIX}/live.css"></head>'
        f'<body><main class="live-page">{content}</main></body></html>'
    ).encode()
