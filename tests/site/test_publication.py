"""What a visitor gets: no sample, no unconfirmed fact, no unapproved comparison, and nothing that is empty."""

import re
from dataclasses import replace

import pytest

from plugins.diagnostics import ContentError
from plugins.pipeline.build import Release, build
from plugins.pipeline.paths import Paths
from tests.site.built import LANGUAGES, BuiltSite
from tests.small_site import TODAY, small_project

ABSENT = ("testimonials", "honor-board", "charity")
"""Sections of the real content in which every item is a sample or waits to be confirmed."""


def test_the_working_site_marks_every_sample_and_unconfirmed_item(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        for section in ABSENT:
            items = [
                page for page in working_site.language_pages(language)
                if re.fullmatch(rf"{section}/[^/]+/", page.path)
            ]  # fmt: skip
            assert items
            assert all(page.all("main .badge") for page in items)
        assert working_site.pages[f"/{language}/queue/"].all("main .notice")
        assert len(working_site.pages[f"/{language}/about/"].all("main .badge")) >= 5


def test_an_empty_section_is_nowhere(published_site: BuiltSite) -> None:
    """Not in menu, lists, home, footer, text, sitemap, feeds or search."""
    texts = [path for path in published_site.output.rglob("*") if path.suffix in {".html", ".xml", ".json", ".js"}]
    for section in ABSENT:
        assert not any((published_site.output / language / section).exists() for language in LANGUAGES)
        named = [path.name for path in texts if f"/{section}/" in path.read_text(encoding="utf-8")]
        assert named == []


def test_what_is_not_there_is_listed_on_one_page(published_site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = published_site.pages[f"/{language}/not-yet-published/"]
        assert len(page.one("[aria-labelledby=part-sections] ul").select("li")) == len(ABSENT)
        assert len(page.one("[aria-labelledby=part-facts] ul").select("li")) == 6
        assert page.all("[aria-labelledby=part-plans] dd")
        assert not page.all("[aria-labelledby=part-unsigned]")


def test_a_signed_answer_shows_who_signed_it(working_site: BuiltSite, published_site: BuiltSite) -> None:
    page = "/ru/lawyer/is-income-shared/"
    assert "Ойдан алынған заңгер, 21 ноября 2026" in published_site.pages[page].one("main .notice").get_text()
    assert "не подписал" in working_site.pages[page].one("main .notice").get_text()


def test_the_identity_stands_on_its_pages_without_gaps(published_site: BuiltSite) -> None:
    about = published_site.pages["/ru/about/"].one("section[aria-labelledby=part-card] dl").get_text(" ", strip=True)
    assert "000000000000" in about and "Улги Улгиулы, председатель" in about
    assert "не опубликовано" not in about
    assert "9:00–18:00" in published_site.pages["/ru/contacts/"].one("dl.facts").get_text(" ", strip=True)


def test_the_published_site_bears_no_mark_of_a_working_copy_or_a_preview(published_site: BuiltSite) -> None:
    for page in published_site.pages.values():
        assert not page.all(".badge, [data-preview]"), page.url
        assert page.url.endswith("/404.html") or not page.all("meta[name=robots]"), page.url
    assert not published_site.pages["/kk/queue/"].all("main #part-waiting")


def test_facts_that_wait_are_marked_in_the_working_copy(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        for path in ("about/", "contacts/"):
            assert working_site.pages[f"/{language}/{path}"].all("main dl.facts .badge"), path


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A preview of the small site, whose cooperative has confirmed next to nothing."""
    paths = small_project(tmp_path_factory.mktemp("preview"))
    paths = replace(paths, settings=paths.settings.with_name("publishconf.py"))
    build(paths, TODAY, release=Release(preview=True, site_url="https://preview.example"))
    return BuiltSite(paths.output)


def test_every_page_of_a_preview_says_so_and_asks_not_to_be_found(preview: BuiltSite) -> None:
    assert len(preview.pages) > 20
    for page in preview.pages.values():
        assert page.all("[data-preview]"), page.url
        assert page.all("meta[name=robots][content^=noindex]"), page.url
    assert "Disallow: /\n" in (preview.output / "robots.txt").read_text(encoding="utf-8")
    assert "X-Robots-Tag: noindex" in (preview.output / "_headers").read_text(encoding="utf-8")
    assert '"edition": "preview"' in (preview.output / ".well-known/build.json").read_text(encoding="utf-8")
    assert "https://preview.example/kk/" in preview.pages["/kk/"].one("link[rel=canonical]")["href"]


def test_facts_of_which_none_is_confirmed_are_one_sentence_and_no_table_of_gaps(preview: BuiltSite) -> None:
    page = preview.pages["/ru/about/"]
    assert [row.get_text(" ", strip=True) for row in page.all("main dl.facts div")] == ["Основан 10 мая 2018\xa0г."]


def test_what_is_refused_leaves_the_last_release_as_it_was(preview: BuiltSite) -> None:
    root = preview.output.parent
    paths = Paths(root / "content", root / "theme", preview.output, root / ".cache", root / "publishconf.py")
    before = {path: path.read_bytes() for path in preview.output.rglob("*") if path.is_file()}
    with pytest.raises(ContentError) as refused:
        build(paths, TODAY, release=Release())
    assert {problem.rule for problem in refused.value.problems} >= {"unconfirmed-identity"}
    assert {path: path.read_bytes() for path in preview.output.rglob("*") if path.is_file()} == before


def test_the_published_media_hold_no_picture_of_a_sample(published_site: BuiltSite) -> None:
    names = [name for name in published_site.files() if name.startswith("media/")]
    assert names
    assert not [name for name in names if name.split("/")[1] in ABSENT]


def test_both_sites_have_equal_trees_in_both_languages(published_site: BuiltSite) -> None:
    assert published_site.files("kk") == published_site.files("ru")
