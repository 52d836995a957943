"""Addresses of other sites that the content names as sources: whether each still answers, and what rests on it.

Polite: one request at a time to a host, with a pause; HEAD first; an answer is believed for a week. An address that refuses
programs is in `deploy/links-allowed.yaml` with a reason and a last day.
"""

import http.client
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import yaml

from plugins.diagnostics import Problem
from plugins.model import read_content
from plugins.model.items import SiteContent
from plugins.model.yaml_source import Location

ALLOWED_FILE = "deploy/links-allowed.yaml"
_CACHE_FILE = "external-links.json"
_BELIEVED = timedelta(days=7)
_ATTEMPTS = 3
_PAUSE_SECONDS = 1.0
_TIMEOUT_SECONDS = 20
_HOSTS_AT_ONCE = 8
_AGENT = "Mozilla/5.0 (compatible; link check of a cooperative's site)"
_RETRIED = frozenset({0, 408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class NamedSource:
    """An address, and where the content names it."""

    url: str
    path: str
    line: int
    column: int


def check_external(root: Path, cache: Path, today: date) -> list[Problem]:
    """Return a problem for each place that names an address which no longer answers; of an allowed one after its last day."""
    content, _ = read_content(root / "content")
    sources = list(named_sources(content)) if content else []
    allowed = read_allowed(root / ALLOWED_FILE, today)
    asked = [source for source in sources if source.url not in allowed]
    answers = answers_of({source.url for source in asked}, cache / _CACHE_FILE, today)
    return [
        Problem(
            source.path,
            source.line,
            source.column,
            "dead-source",
            {"link": source.url, "answer": str(answers[source.url] or "–")},
        )
        for source in asked
        if not _is_alive(answers[source.url])
    ]


def named_sources(content: SiteContent) -> Iterator[NamedSource]:
    """Yield every full address in the YAML of the content: sources of items, official pages of acts, ceilings."""
    for path, source in content.sources.items():
        for location, value in _values(source.data, ()):
            if value.startswith("https://") and location != ("site_address",):
                yield NamedSource(value, path, *source.place_of_value(location))


def _values(data: object, location: Location) -> Iterator[tuple[Location, str]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield from _values(value, (*location, key))
    if isinstance(data, str):
        yield location, data


def read_allowed(file: Path, today: date) -> frozenset[str]:
    """Return the addresses that need not answer a program: `{url: {reason, until}}`. Raises KeyError for a part missing."""
    if not file.is_file():
        return frozenset()
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    return frozenset(url for url, entry in entries.items() if entry["reason"] and entry["until"] >= today)


def answers_of(urls: Iterable[str], kept: Path, today: date, pause: float = _PAUSE_SECONDS) -> Mapping[str, int]:
    """Return the HTTP status of each address, 0 for one that cannot be reached; good answers are kept in the file `kept`."""
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    fresh_since = (today - _BELIEVED).isoformat()
    known = {url: entry["status"] for url, entry in before.items() if entry["day"] > fresh_since}
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls) - known.keys()):
        hosts[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        found = dict(
            pair for pairs in pool.map(lambda group: _ask_host(group, pause), hosts.values()) for pair in pairs
        )
    good = {url: {"status": status, "day": today.isoformat()} for url, status in found.items() if _is_alive(status)}
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(before | good, indent=0), encoding="utf-8")
    return known | found


def _is_alive(status: int) -> bool:
    return http.client.OK <= status < http.client.BAD_REQUEST


def _ask_host(urls: list[str], pause: float) -> list[tuple[str, int]]:
    found = []
    for url in urls:
        found.append((url, _status(url, pause)))
        time.sleep(pause)
    return found


def _status(url: str, pause: float) -> int:
    status = 0
    for attempt in range(_ATTEMPTS):
        status = _ask(url, "HEAD")
        if status in (
            http.client.FORBIDDEN,
            http.client.NOT_FOUND,
            http.client.METHOD_NOT_ALLOWED,
            http.client.NOT_IMPLEMENTED,
        ):
            status = _ask(url, "GET")  # some servers know no HEAD
        if status not in _RETRIED:
            break
        time.sleep(pause * 2**attempt)
    return status


def _ask(url: str, method: str) -> int:
    request = Request(url, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 - https only, see named_sources
    try:
        with urlopen(request, timeout=_TIMEOUT_SECONDS) as answer:  # noqa: S310
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException, ValueError):
        return 0
