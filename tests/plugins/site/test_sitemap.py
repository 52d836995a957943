"""`sitemap.xml` and `robots.txt` as search engines read them."""

from xml.etree import ElementTree

import pytest

from plugins.site.sitemap import robots, sitemap

SITE = "https://small.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

GOLDEN = """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>https://small.example/</loc>
    <xhtml:link rel="alternate" hreflang="kk" href="https://small.example/kk/"/>
    <xhtml:link rel="alternate" hreflang="ru" href="https://small.example/ru/"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://small.example/"/>
  </url>
  <url>
    <loc>https://small.example/kk/news/</loc>
    <xhtml:link rel="alternate" hreflang="kk" href="https://small.example/kk/news/"/>
    <xhtml:link rel="alternate" hreflang="ru" href="https://small.example/ru/news/"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://small.example/kk/news/"/>
  </url>
  <url>
    <loc>https://small.example/ru/news/</loc>
    <xhtml:link rel="alternate" hreflang="kk" href="https://small.example/kk/news/"/>
    <xhtml:link rel="alternate" hreflang="ru" href="https://small.example/ru/news/"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://small.example/kk/news/"/>
  </url>
</urlset>
"""


def places(text: str) -> list[str]:
    return [str(loc.text) for loc in ElementTree.fromstring(text.encode()).findall("s:url/s:loc", NAMES)]


def test_a_sitemap_of_one_page_reads_so() -> None:
    assert sitemap(["news/"], SITE) == GOLDEN


def test_pages_stand_in_order_and_each_once_whatever_order_they_came_in() -> None:
    expected = [f"{SITE}/"] + [f"{SITE}/{lang}/{path}" for path in ("", "a/", "b/c/") for lang in ("kk", "ru")]
    assert places(sitemap(["b/c/", "", "a/"], SITE)) == expected
    assert sitemap(["a/", "b/c/", "", "a/"], SITE) == sitemap(["b/c/", "", "a/"], SITE)


def test_a_site_without_pages_still_has_its_choice_of_language() -> None:
    assert places(sitemap([], SITE)) == [f"{SITE}/"]


@pytest.mark.parametrize("path", ["a&b/", 'a"b/', "a'b/", "a<b>/", "әғқңөұүһі-ё/"])
def test_a_path_with_signs_of_xml_stays_one_address(path: str) -> None:
    root = ElementTree.fromstring(sitemap([path], SITE).encode())
    urls = root.findall("s:url", NAMES)
    assert [url.findtext("s:loc", namespaces=NAMES) for url in urls[1:]] == [f"{SITE}/kk/{path}", f"{SITE}/ru/{path}"]
    assert urls[1].findall("x:link", NAMES)[1].get("href") == f"{SITE}/ru/{path}"


ROBOTS = {
    "published": (True, "User-agent: *\nAllow: /\n\nSitemap: https://small.example/sitemap.xml\n"),
    "not published": (False, "User-agent: *\nDisallow: /\n\nSitemap: https://small.example/sitemap.xml\n"),
}


@pytest.mark.parametrize(("published", "expected"), ROBOTS.values(), ids=ROBOTS)
def test_only_a_published_site_may_be_indexed(published: bool, expected: str) -> None:
    assert robots(SITE, published=published) == expected
