"""Addresses of a built tree: each kind of break is reported, and what is good is not."""

import re
from pathlib import Path

import pytest

from plugins.delivery.links import dead_links, look_at
from plugins.delivery.publish import publish_tree
from plugins.delivery.targets.configuration import FolderTarget
from plugins.delivery.tree import faults_of
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import no_progress
from tests.plugins.delivery.trees import files_of, write_release
from tests.site.built import BuiltSite

SITE = "https://site.example"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return write_release(tmp_path / "tree", "one", SITE, tmp_path / "cache")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


BREAKS: dict[str, tuple[str, str, str, str]] = {
    "a page": ("kk/index.html", 'href="/ru/news/"', 'href="/ru/nwes/"', "/ru/nwes/"),
    "a relative page": ("kk/index.html", 'href="/ru/news/"', 'href="../ru/x/"', "../ru/x/"),
    "a fragment": ("kk/index.html", 'href="/kk/#top"', 'href="/kk/#tpo"', "/kk/#tpo"),
    "a picture of two sizes": ("ru/index.html", " 2x", "x 2x", r"/social/kk/home.\w+.pngx"),
    "a film": ("ru/index.html", 'src="/media/film', 'src="/media/flim', r"/media/flim.\w+.mp4"),
    "a file of a style": ("ru/index.html", "color: navy", 'background: url("/theme/x.png")', "/theme/x.png"),
    "an own full address": ("ru/index.html", f"{SITE}/ru/", f"{SITE}/ur/", f"{SITE}/ur/"),
    "a page of the sitemap": ("sitemap.xml", f"{SITE}/ru/news/", f"{SITE}/ru/old/", f"{SITE}/ru/old/"),
}


@pytest.mark.parametrize(("file", "old", "new", "reported"), BREAKS.values(), ids=BREAKS)
def test_a_planted_break_is_reported_at_its_place(tree: Path, file: str, old: str, new: str, reported: str) -> None:
    assert list(dead_links(tree, "output")) == []
    edit(tree / file, old, new)
    (found,) = dead_links(tree, "output")
    assert (found.path, found.rule) == (f"output/{file}", "dead-link")
    assert re.fullmatch(reported, found.values["link"])
    line = (tree / file).read_text(encoding="utf-8").split("\n")[found.line - 1]
    assert line[found.column - 1 :].startswith(found.values["link"]) or file == "sitemap.xml"


def test_a_missing_file_is_reported_wherever_it_is_named(tree: Path) -> None:
    next((tree / "theme/js").glob("*.js")).unlink()
    assert len(list(dead_links(tree, "output"))) == 5


def test_no_address_of_the_real_site_is_dead(published_site: BuiltSite) -> None:
    found = look_at(published_site.output)
    assert found.dead == ()
    assert found.looked_at > 10_000
    assert {address.file.split("/")[0] for address in found.external} >= {"kk", "ru"}


def test_a_record_of_the_search_that_leads_nowhere_is_reported(tree: Path) -> None:
    (tree / "search/kk/pages.json").write_text(
        '[["news/","a","b","c",["top","x"]],["nwes/","a","b","c",[]]]', encoding="utf-8"
    )
    assert [problem.values["link"] for problem in dead_links(tree, "output")] == ["/kk/nwes/"]


def test_a_stale_copy_and_a_refused_script_stop_a_release(tree: Path, tmp_path: Path) -> None:
    target = FolderTarget(kind="folder", address=SITE, path=str(tmp_path / "to"), archive=str(tmp_path / "to.tar.gz"))
    publish_tree(tree, "output", target, tmp_path, no_progress)
    assert files_of(tmp_path / "to") == files_of(tree)
    first = (tmp_path / "to.tar.gz").read_bytes()
    publish_tree(tree, "output", target, tmp_path, no_progress)
    assert (tmp_path / "to.tar.gz").read_bytes() == first

    edit(tree / "ru/index.html", "</body>", "<script>alert(1)</script></body>")
    (tree / "kk/index.html.gz").unlink()
    assert [(problem.path, problem.rule) for problem in faults_of(tree, "output")] == [
        ("output/kk/index.html", "stale-copy"),
        ("output/ru/index.html.br", "stale-copy"),
        ("output/ru/index.html.gz", "stale-copy"),
        ("output/ru/index.html", "refused-by-policy"),
    ]
    with pytest.raises(ContentError):
        publish_tree(tree, "output", target, tmp_path, no_progress)
