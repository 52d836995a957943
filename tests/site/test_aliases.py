"""A former address leads on to the page in its language, and may be that of no other item."""

from pathlib import Path

import httpx
from bs4 import BeautifulSoup

from plugins.delivery.headers import response_headers
from plugins.model import read_content
from plugins.pipeline.build import build
from tests.served import SERVERS, Served, served_by
from tests.small_site import TODAY, small_project, write_small_site


def test_a_former_address_leads_on(tmp_path: Path) -> None:
    paths = small_project(tmp_path)
    for item in ("news/meeting", "pages/about"):
        facts = paths.content / item / "facts.yaml"
        facts.write_text(facts.read_text(encoding="utf-8") + "aliases: [former]\n", encoding="utf-8")
    assert build(paths, TODAY).warnings == ()
    for language in ("kk", "ru"):
        for former, now in (("news/former", "news/meeting"), ("former", "about")):
            page = BeautifulSoup(
                (paths.output / language / former / "index.html").read_text(encoding="utf-8"), "html.parser"
            )
            assert page.select_one("meta[http-equiv=refresh]")["content"] == f"0; url=/{language}/{now}/"
            assert page.select_one("main a, #main a")["href"] == f"/{language}/{now}/"
            assert page.select_one("meta[name=robots]")["content"] == "noindex"
            assert page.html["lang"] == language
    assert "former" not in (paths.output / "sitemap.xml").read_text(encoding="utf-8")
    for server in SERVERS:
        with served_by(server, paths.output, tmp_path) as served:
            _is_answered_once(served, "/kk/news/former/", "/kk/news/meeting/")


def _is_answered_once(served: Served, former: str, now: str) -> None:
    """The former address answers by itself, with every header, and leads to a page that leads no further."""
    answer = httpx.get(served.address + former, follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (200, None)
    assert answer.headers["vary"] == "Accept-Encoding"
    for header in response_headers(served.styles):
        assert answer.headers[header.name] == header.value
    assert f"url={now}" in answer.text
    present = httpx.get(served.address + now, follow_redirects=False)
    assert present.status_code == 200
    assert "http-equiv" not in present.text


def test_a_former_address_is_not_that_of_another_item(tmp_path: Path) -> None:
    content = write_small_site(tmp_path)
    facts = content / "news/meeting/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "aliases: [meeting, '2025', old, old]\n", encoding="utf-8")
    found = [(problem.rule, problem.values["slug"]) for problem in read_content(content)[1]]
    assert found == [("duplicate-slug", "meeting"), ("duplicate-slug", "2025"), ("duplicate-slug", "old")]
