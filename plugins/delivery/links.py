"""Checks that every address in a built tree leads to one of its files, and every fragment to an anchor of that page.

Looked at: `href`, `src`, `srcset`, `poster`, `data` and `action` of pages, `url()` of styles, feeds, the sitemap, the
manifests and the records of the search. Addresses of other sites are for `inv links --external`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from plugins.diagnostics import Problem
from plugins.diagnostics.places import place_in

_ATTRIBUTE = re.compile(r'\s(?:href|src|poster|data|action)="([^"]*)"|\ssrcset="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_STYLE_URL = re.compile(r'url\("?([^")]+)"?\)')
_FEED_LINK = re.compile(r'<(?:loc>|link [^>]*href="|xhtml:link [^>]*href=")([^<"]+)|(?:href|src)=&quot;([^&]+)&quot;')
_READ = {".html", ".xml", ".webmanifest", ".json", ".css"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written in a file, with the place where it begins."""

    file: str
    offset: int
    written: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many addresses were looked at, those of other sites, and those that lead nowhere."""

    looked_at: int
    external: tuple[Address, ...]
    dead: tuple[Address, ...]


def dead_links(tree: Path, shown: str) -> Iterator[Problem]:
    """Yield a problem for every address in `tree` that leads nowhere in it; `shown` is how problems name the tree."""
    for address in look_at(tree).dead:
        text = (tree / address.file).read_text(encoding="utf-8")
        place = place_in(text, address.offset)
        yield Problem(f"{shown}/{address.file}", *place, "dead-link", {"link": address.written})


def look_at(tree: Path) -> Counted:
    """Return what the addresses in `tree` lead to. Its own full addresses are those below the home of its sitemap."""
    names = frozenset(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())
    files = sorted(name for name in names if Path(name).suffix in _READ)
    home = _home(tree)
    found = [address for name in files for address in _addresses(tree, name)]
    external, dead = [], []
    targets = _Targets(tree, names)
    for address in found:
        whole = urljoin(f"{home}/{address.file.removesuffix('index.html')}", address.written)
        if not whole.startswith(f"{home}/"):
            external += [address] if urlsplit(whole).scheme in ("http", "https") else []
        elif not targets.has(whole.removeprefix(home)):
            dead.append(address)
    return Counted(len(found), tuple(external), tuple(dead))


class _Targets:
    def __init__(self, tree: Path, names: frozenset[str]) -> None:
        self._tree, self._names = tree, names
        self._known: dict[str, bool] = {}
        self.ids = lru_cache(maxsize=None)(self._ids)

    def has(self, address: str) -> bool:
        if address not in self._known:
            self._known[address] = self._has(address)
        return self._known[address]

    def _has(self, address: str) -> bool:
        parts = urlsplit(address)
        name = unquote(parts.path).lstrip("/")
        name += "index.html" if name.endswith("/") or not name else ""
        if name not in self._names:
            return False
        return not parts.fragment or unquote(parts.fragment) in self.ids(name)

    def _ids(self, name: str) -> frozenset[str]:
        return frozenset(map(unescape, _ID.findall((self._tree / name).read_text(encoding="utf-8"))))


def _home(tree: Path) -> str:
    found = re.search(r"<loc>(https?://[^/<]+)", (tree / "sitemap.xml").read_text(encoding="utf-8"))
    return found[1] if found else "https://site.invalid"


def _addresses(tree: Path, name: str) -> Iterator[Address]:
    text = (tree / name).read_text(encoding="utf-8")
    kind = Path(name).suffix
    if kind == ".html":
        for match in _ATTRIBUTE.finditer(text):
            if match[2] is None:
                yield Address(name, match.start(1), unescape(match[1]))
            else:
                for candidate in re.finditer(r"[^\s,][^\s]*(?=\s|,|$)", match[2]):
                    if not re.fullmatch(r"[\d.]+[wx],?", candidate[0]):
                        yield Address(name, match.start(2) + candidate.start(), unescape(candidate[0].rstrip(",")))
    if kind in (".html", ".css"):
        for match in _STYLE_URL.finditer(text):
            yield Address(name, match.start(1), match[1])
    elif kind == ".xml":
        for match in _FEED_LINK.finditer(text):
            yield Address(name, match.start(), unescape(match[1] or match[2]))
    elif kind in (".webmanifest", ".json"):
        for written in _in_json(json.loads(text), name):
            yield Address(name, max(text.find(f'"{written}"'), 0), written)


def _in_json(data: object, name: str) -> Iterator[str]:
    """Yield the addresses of a manifest or of the search: all that begin with a slash, and the pages of the records."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _in_json(value, name)
    elif isinstance(data, list):
        is_record = len(data) == 5 and all(isinstance(part, str) for part in data[:4]) and isinstance(data[4], list)
        if is_record and name.startswith("search/"):
            language = name.split("/")[1]
            yield f"/{language}/{data[0]}"
            yield from (f"/{language}/{data[0]}#{anchor}" for anchor in data[4][::2])
        else:
            for value in data:
                yield from _in_json(value, name)
    elif isinstance(data, str) and data.startswith("/") and " " not in data:
        yield data
