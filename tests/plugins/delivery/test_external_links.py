"""Addresses of other sites, asked politely of a server on this machine."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.delivery.external_links import answers_of, check_external, named_sources, read_allowed
from plugins.model import load_content

TODAY = date(2026, 11, 22)
asked: Counter[tuple[str, str]] = Counter()


class Site(BaseHTTPRequestHandler):
    """`/200` answers so, `/busy` at the third time, `/no-head` to GET only."""

    def do_HEAD(self) -> None:
        asked[self.command, self.path] += 1
        status = int(self.path[1:]) if self.path[1:].isdigit() else 200
        if self.path == "/busy" and asked[self.command, self.path] < 3:
            status = 503
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_each_address_is_asked_and_good_answers_are_believed_for_a_week(site: str, tmp_path: Path) -> None:
    urls = [f"{site}/{name}" for name in ("200", "404", "busy", "no-head")]
    found = answers_of(urls, tmp_path / "kept.json", TODAY, pause=0)
    assert [found[url] for url in urls] == [200, 404, 200, 200]
    before = asked.copy()
    assert answers_of(urls, tmp_path / "kept.json", TODAY + timedelta(days=6), pause=0)[urls[0]] == 200
    assert {path for _, path in asked - before} == {"/404"}
    answers_of(urls, tmp_path / "kept.json", TODAY + timedelta(days=7), pause=0)
    assert ("HEAD", "/200") in asked - before


def test_a_site_that_is_not_there_answers_nothing(tmp_path: Path) -> None:
    assert answers_of(["http://127.0.0.1:9/"], tmp_path / "kept.json", TODAY, pause=0) == {"http://127.0.0.1:9/": 0}


def test_every_source_is_known_with_the_place_that_rests_on_it(content: Path) -> None:
    found = {(source.url, source.path) for source in named_sources(load_content(content))}
    assert ("https://example.org/", "content/news/meeting/facts.yaml") in found
    assert ("https://adilet.zan.kz/rus/docs/Z010000197_", "content/acts.yaml") in found


def test_an_allowed_address_is_asked_again_after_its_last_day(tmp_path: Path) -> None:
    file = tmp_path / "allowed.yaml"
    file.write_text("https://a.example/: {reason: answers no program, until: 2026-12-31}\n", encoding="utf-8")
    assert read_allowed(file, date(2026, 12, 31)) == {"https://a.example/"}
    assert read_allowed(file, date(2027, 1, 1)) == frozenset()


NOBODY = "https://127.0.0.1:9/rules"
"""An address of this machine at which nobody answers."""


def test_a_source_that_no_longer_answers_is_reported_where_the_content_names_it(content: Path, tmp_path: Path) -> None:
    facts = content / "news/meeting/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("https://example.org/", NOBODY), encoding="utf-8")
    alive = {source.url for source in named_sources(load_content(content))} - {NOBODY}
    kept = {url: {"status": 200, "day": TODAY.isoformat()} for url in alive}
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/external-links.json").write_text(json.dumps(kept), encoding="utf-8")
    problems = check_external(content.parent, tmp_path / "cache", TODAY)
    assert [(problem.path, problem.line, problem.rule, problem.values["link"]) for problem in problems] == [
        ("content/news/meeting/facts.yaml", 4, "dead-source", NOBODY)
    ]
