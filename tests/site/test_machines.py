"""What machines read: feeds, the sitemap, robots."""

import json
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.site.built import LANGUAGES, BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_holds_the_news_of_its_language_newest_first(working_site: BuiltSite, language: str) -> None:
    feed = ElementTree.parse(working_site.output / language / "feeds/news.atom.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    links = [urlsplit(entry.find(f"{ATOM}link").get("href")).path for entry in entries]
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert len(entries) >= 6
    assert all(link.startswith(f"/{language}/news/") and working_site.has(link) for link in links)
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    self_link = feed.find(f"{ATOM}link[@rel='self']").get("href")
    assert working_site.has(urlsplit(self_link).path)
    assert not any(' href="/' in (entry.findtext(f"{ATOM}content") or "") for entry in entries)


def test_the_sitemap_names_every_page_with_the_alternates_the_page_itself_names(published_site: BuiltSite) -> None:
    root = ElementTree.parse(published_site.output / "sitemap.xml").getroot()
    entries = {
        urlsplit(url.findtext(f"{SITEMAP}loc")).path: {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in root.findall(f"{SITEMAP}url")
    }
    assert set(entries) == {"/"} | {page.url for page in published_site.both()}
    for address, alternates in entries.items():
        page = published_site.pages[address]
        assert alternates == {str(a["hreflang"]): a["href"] for a in page.all("link[rel=alternate][hreflang]")}


def test_only_a_published_site_asks_to_be_indexed(working_site: BuiltSite, published_site: BuiltSite) -> None:
    assert "Disallow: /\n" in (working_site.output / "robots.txt").read_text()
    published = (published_site.output / "robots.txt").read_text()
    assert "Disallow" not in published
    assert "Sitemap: https://halykquaty.kz/sitemap.xml" in published


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_web_manifest_has_the_light_colours_and_icons_that_exist(working_site: BuiltSite, language: str) -> None:
    manifest = json.loads((working_site.output / language / "site.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["background_color"], manifest["theme_color"]) == ("#fff", "#0b5cc4")
    assert (manifest["lang"], manifest["start_url"]) == (language, f"/{language}/")
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512"]
    assert all(working_site.has(icon["src"]) for icon in manifest["icons"])


def test_media_and_theme_files_exist_once(working_site: BuiltSite) -> None:
    per_language = {name for language in LANGUAGES for name in working_site.files(language)}
    assert {name.rsplit(".", 1)[-1] for name in per_language} == {"html", "xml", "webmanifest"}
    assert any(name.startswith("media/honor-board/") for name in working_site.files())
