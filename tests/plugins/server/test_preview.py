"""The preview served: the bar on every page, the rule pages, the news of builds, and nothing beyond them."""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from plugins.diagnostics import Problem
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.small_site import ROOT, write

FAULT = Problem("content/a.md", 1, 1, "not-utf-8")
PAGE = "<!doctype html><html><head><title>Ә</title></head><body><p>{}</p></body></html>"


class Served:
    def __init__(self, address: str, output: Path, builds: Builds) -> None:
        self.address, self.output, self.builds = address, output, builds

    def get(self, path: str) -> tuple[int, str, str]:
        """Return status, media type and text."""
        try:
            with urllib.request.urlopen(self.address + path) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read().decode()


@pytest.fixture(params=[("kk", "ru")])
def preview(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    output, builds = tmp_path / "output", Builds()
    for path in ("index.html", "kk/index.html", "ru/news/index.html", "kk/404.html"):
        write(output / path, PAGE.format(path))
    write(output / "kk/feed.xml", "<feed/>")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    with running(Preview(tmp_path, builds, request.param).app()) as address:
        yield Served(address, output, builds)


PAGES = {"the choice of language": ("/", 200, "kk"), "a home page": ("/kk/", 200, "kk"), "a page": ("/ru/news/", 200, "ru"),
         "a page by its file": ("/ru/news/index.html?x=1", 200, "ru"), "no page": ("/kk/nowhere/", 404, "kk")}  # fmt: skip


@pytest.mark.parametrize(("path", "status", "language"), PAGES.values(), ids=PAGES)
def test_every_page_bears_the_bar_in_its_language(preview: Served, path: str, status: int, language: str) -> None:
    preview.builds.failed([FAULT])
    code, media_type, text = preview.get(path)
    assert (code, media_type) == (status, "text/html; charset=utf-8")
    assert text.count(f'<aside id="live" class="live" lang="{language}"') == 1
    assert text.index("live.css") < text.index("</head>") < text.index("content/a.md:1:1") < text.index("</body>")


@pytest.mark.parametrize("preview", [("en",)], indirect=True)
def test_the_language_an_editor_chose_comes_before_that_of_the_page(preview: Served) -> None:
    assert 'class="live" lang="en"' in preview.get("/ru/news/")[2]


def test_other_files_are_served_as_they_are(preview: Served) -> None:
    assert preview.get("/kk/feed.xml")[2] == "<feed/>"
    assert (preview.output / "kk/index.html").read_text(encoding="utf-8") == PAGE.format("kk/index.html")


def test_before_the_first_good_build_the_problems_are_the_page(preview: Served) -> None:
    preview.output.rename(preview.output.with_name("gone"))
    preview.builds.failed([FAULT])
    status, _, text = preview.get("/ru/news/")
    assert status == 503
    assert "Показать пока нечего" in text and "content/a.md:1:1" in text


def test_the_news_of_builds_come_one_by_one(preview: Served) -> None:
    with urllib.request.urlopen(f"{preview.address}/__live__/builds?/ru/news/") as news:
        assert news.headers["Content-Type"].startswith("text/event-stream")
        reported = [json.loads(news.readline().removeprefix(b"data: "))]
        news.readline()
        preview.builds.succeeded([])
        reported.append(json.loads(news.readline().removeprefix(b"data: ")))
    assert [outcome["build"] for outcome in reported] == [0, 1]
    assert {f'data-page="{outcome["page"]}"' in preview.get("/ru/news/")[2] for outcome in reported} == {True}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/__live__/problems?/ru/news/", 'lang="ru"'),
        ("/__live__/rules/kk/unknown-key", "<h1"),
        ("/__live__/rules/ru/README", 'href="unknown-key"'),
        ("/__live__/live.js", "EventSource"),
        ("/__live__/live.css", ".live"),
    ],
)
def test_the_preview_has_a_few_addresses_of_its_own(preview: Served, path: str, words: str) -> None:
    status, _, text = preview.get(path)
    assert status == 200
    assert words in text


@pytest.mark.parametrize(
    "path", ["/__live__/", "/__live__/live.py", "/__live__/rules/kk/nothing", "/__live__/rules/de/unknown-key",
             "/__live__/rules/kk/../../editors.kk", "/__live__/rules/kk/%2e%2e%2f%2e%2e%2fREADME", "/__live__/../README.md"]
)  # fmt: skip
def test_nothing_beyond_them_is_answered(preview: Served, path: str) -> None:
    assert preview.get(path)[0] == 404


def test_a_page_that_could_not_be_made_says_why(preview: Served) -> None:
    preview.builds.failed([Problem("content/news/meeting/facts.yaml", 1, 1, "not-utf-8")])
    status, _, text = preview.get("/ru/news/meeting/")
    assert status == 503
    assert "Этой страницы пока нет" in text and "content/news/meeting/facts.yaml:1:1" in text


def test_the_bar_knows_whether_the_page_is_still_the_same(preview: Served) -> None:
    def digest() -> str:
        return re.search('data-page="(.*?)"', preview.get("/__live__/problems?/ru/news/")[2])[1]

    first = digest()
    assert f'data-page="{first}"' in preview.get("/ru/news/")[2]
    preview.builds.failed([FAULT])
    assert digest() == first
    write(preview.output / "ru/news/index.html", PAGE.format("another"))
    assert digest() != first


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}], ids=["host", "origin"]
)
def test_a_stranger_is_refused(preview: Served, headers: dict[str, str]) -> None:
    with pytest.raises(HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(f"{preview.address}/kk/", headers=headers))
    assert refused.value.code == 403


def test_the_preview_keeps_no_copies_of_pages(preview: Served) -> None:
    write(preview.output / "sw.js", "keeps everything")
    assert "unregister" in preview.get("/sw.js")[2]
