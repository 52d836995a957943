"""Compares what visitors get after a switch with what was sent: pages, headers, video ranges, redirects, 404 pages."""

import gzip
import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import brotli

from plugins.delivery.headers import CONTENT_TYPES, Header, not_found_pages, response_headers
from plugins.delivery.styles import STYLE_HASHES

_AT_ONCE = 8
_SECONDS = 20
_SITEMAP_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_ONE_OF_EACH = (
    "theme/js/*.js",
    "theme/fonts/*",
    "theme/illustrations/*.svg",
    "media/**/*.avif",
    "social/*/*.png",
    "search/*/*.json",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers by their names in lower case, and the body without its encoding."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Difference:
    """An address whose answer is not what was sent."""

    address: str
    what: str


def probe(address: str, tree: Path, *, has_headers: bool) -> list[Difference]:
    """Return every difference between `tree` and what the site at `address` answers.

    `has_headers` is whether the server sends the whole table of headers; a store sends what is stored with each object.
    """
    table = response_headers((tree / STYLE_HASHES).read_text(encoding="utf-8").strip()) if has_headers else ()
    pages = [urlsplit(str(loc.text)).path for loc in ElementTree.parse(tree / "sitemap.xml").iter(_SITEMAP_LOC)]
    files = [_first(tree, pattern) for pattern in _ONE_OF_EACH]
    paths = [*pages, *(f"/{name}" for name in files if name), "/robots.txt", "/.well-known/build.json"]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = [
            one
            for differences in pool.map(lambda path: _same(address, path, tree, table), paths)
            for one in differences
        ]
    found += _video_range(address, tree)
    if has_headers:
        found += _missing_pages(address, tree, table)
        found += _redirect(address)
    return found


def ask(address: str, path: str, **headers: str) -> Answer:
    """Return the answer to a GET of `path`, redirects not followed. A server that cannot be reached answers with status 0."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(str(parts.hostname), parts.port, timeout=_SECONDS)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"} | headers)
        got = connection.getresponse()
        named = {name.lower(): value for name, value in got.getheaders()}
        return Answer(got.status, named, _decoded(got.read(), named.get("content-encoding", "")))
    except (OSError, http.client.HTTPException, brotli.error):
        return Answer(0)
    finally:
        connection.close()


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.decompress(body))
    return gzip.decompress(body) if encoding == "gzip" else body


def _first(tree: Path, pattern: str) -> str:
    return next((file.relative_to(tree).as_posix() for file in sorted(tree.glob(pattern))), "")


def _same(address: str, path: str, tree: Path, table: tuple[Header, ...]) -> Iterator[Difference]:
    answer = ask(address, path)
    name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    if answer.status != http.client.OK:
        yield Difference(path, f"status {answer.status}")
    elif answer.body != (tree / name).read_bytes():
        yield Difference(path, "another content")
    elif answer.headers.get("content-type") != CONTENT_TYPES[name.rpartition(".")[2]]:
        yield Difference(path, f"content-type: {answer.headers.get('content-type')}")
    else:
        yield from _headers(path, answer, table)


def _headers(path: str, answer: Answer, table: tuple[Header, ...], shown: str = "") -> Iterator[Difference]:
    """Yield headers that are missing or other ones; those of `path` are wanted, `shown` is the address in the report."""
    for header in table:
        given, wanted = answer.headers.get(header.name.lower(), ""), header.value_at(path)
        is_same = _allows(given, wanted) if header.name == "Content-Security-Policy" else given == wanted
        if not is_same:
            yield Difference(shown or path, f"{header.name}: {given or '–'}")


def _allows(given: str, wanted: str) -> bool:
    """Return whether a policy is the wanted one; the server may also allow the styles of other kept releases."""
    style = re.compile(r"style-src ([^;]*)")
    ours, theirs = style.search(wanted), style.search(given)
    if not ours or not theirs or style.sub("", given) != style.sub("", wanted):
        return False
    allowed = theirs[1].split()
    return set(ours[1].split()) <= set(allowed) and all(
        re.fullmatch(r"'(sha256-[\w+/=]+|none)'", one) for one in allowed
    )


def _video_range(address: str, tree: Path) -> Iterator[Difference]:
    if name := _first(tree, "media/**/*.mp4"):
        answer = ask(address, f"/{name}", Range="bytes=100-299")
        if (answer.status, answer.body) != (http.client.PARTIAL_CONTENT, (tree / name).read_bytes()[100:300]):
            yield Difference(f"/{name}", f"bytes 100-299: status {answer.status}")


def _missing_pages(address: str, tree: Path, table: tuple[Header, ...]) -> Iterator[Difference]:
    for folder, page in {"": "/404.html", **not_found_pages()}.items():
        path = f"/{folder}/nothing-stands-here/".replace("//", "/")
        answer = ask(address, path)
        if (answer.status, answer.body) != (http.client.NOT_FOUND, (tree / page.lstrip("/")).read_bytes()):
            yield Difference(path, f"status {answer.status}, not the page {page}")
        yield from _headers("/", answer, table, path)


def _redirect(address: str) -> Iterator[Difference]:
    """An address without its slash is led to the one with it, once."""
    for path in not_found_pages():
        answer = ask(address, f"/{path}")
        target = urlsplit(answer.headers.get("location", ""))
        if answer.status not in (301, 308) or ask(address, target.path).status != http.client.OK:
            yield Difference(f"/{path}", f"status {answer.status}, leads to {target.path or '–'}")
