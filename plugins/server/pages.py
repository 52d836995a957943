"""The pages of the preview: the site's own with the bar of problems, and the few that only the preview has."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plugins.diagnostics.catalog import LANGUAGES, load_catalog
from plugins.markdown import convert
from plugins.markdown.conversion import ADDRESS_MARK
from plugins.server.build_state import Builds
from plugins.server.overlay import PREFIX, overlay

_STATIC = Path(__file__).parent / "assets"
_TYPES = {"live.js": "text/javascript; charset=utf-8", "live.css": "text/css; charset=utf-8"}
_HTML = "text/html; charset=utf-8"
_HEAD = (
    f'<link rel="stylesheet" href="{PREFIX}/live.css"><script type="module" src="{PREFIX}/live.js"></script></head>'
).encode()
_RULE = re.compile(rf"/rules/({'|'.join(LANGUAGES)})/([a-z0-9-]+|README)")
_HEARTBEAT = 15.0
"""Seconds after which a silent stream says something, and so learns that its reader has gone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A file of the preview, its media type and its status."""

    body: bytes
    media_type: str = _HTML
    status: int = 200


class LivePages:
    """What the preview of the project at `root` answers; `languages` are those problems are told in."""

    def __init__(self, root: Path, builds: Builds, languages: tuple[str, ...]) -> None:
        self._root, self._builds, self._languages = root, builds, languages

    def with_overlay(self, page: bytes, path: str) -> bytes:
        """Return a page of the site with the bar, and with what refreshes it."""
        head, has_head, rest = page.partition(b"</head>")
        if not has_head:
            return page
        body, has_end, end = rest.rpartition(b"</body>")
        bar = self._overlay(path).encode()
        return head + _HEAD + (body + bar + has_end + end if has_end else rest + bar)

    def page_without_site(self, path: str) -> bytes:
        """Return the page shown as long as no build went well."""
        language = self._language(path)
        words = load_catalog(language).labels["no_site_yet"]
        return self.with_overlay(_page(language, words, f"<h1>{words}</h1>"), path)

    def answer(self, address: str) -> Answer | None:
        """Return what stands at an address of the preview itself, or None where it is an address of the site."""
        path = urlsplit(address).path
        if not path.startswith(PREFIX):
            return None
        name = path.removeprefix(PREFIX)
        if name.lstrip("/") in _TYPES:
            file = name.lstrip("/")
            return Answer((_STATIC / file).read_bytes(), _TYPES[file])
        if name == "/problems":
            return Answer(self._overlay(urlsplit(address).query).encode())
        if match := _RULE.fullmatch(name):
            file_of_rule = self._root / "docs" / "rules" / match[1] / f"{match[2]}.md"
            if file_of_rule.is_file():
                return Answer(_rule_page(file_of_rule.read_text(encoding="utf-8"), match[1]))
        return Answer(b"", "text/plain", 404)

    def is_stream(self, address: str) -> bool:
        """Return whether the address is that of the news of builds, which does not end."""
        return urlsplit(address).path == f"{PREFIX}/builds"

    def stream(self) -> Iterator[bytes]:
        """Yield a server-sent event for the last build and for each one after it, and now and then a sign of life."""
        told = -1
        while True:
            outcome = self._builds.wait_after(told, _HEARTBEAT)
            if outcome.build == told:
                yield b": still here\n\n"
            else:
                told = outcome.build
                yield f"data: {json.dumps({'build': outcome.build, 'site': outcome.site})}\n\n".encode()

    def _overlay(self, path: str) -> str:
        return overlay(self._builds.last, path, self._language(path), self._root)

    def _language(self, path: str) -> str:
        of_page = path.strip("/").split("/")[0]
        return of_page if of_page in self._languages else self._languages[0]


def _rule_page(source: str, language: str) -> bytes:
    html = convert(source).html.replace(ADDRESS_MARK[0], "")
    html = re.sub(r'href="([\w-]+)\.md"', r'href="\1"', html)
    title = source.partition("\n")[0].lstrip("# ")
    return _page(language, title, html)


def _page(language: str, title: str, content: str) -> bytes:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f'<link rel="stylesheet" href="{PREFIX}/live.css"></head>'
        f'<body><main class="live-page">{content}</main></body></html>'
    ).encode()
