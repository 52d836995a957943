"""`sitemap.xml` and `robots.txt`, as sitemaps.org and RFC 9309 define them."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from plugins.model.items import LANGUAGES
from plugins.views.alternates import alternates

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(paths: Iterable[str], site_url: str) -> str:
    """Return the sitemap of `paths` (below a language), each page with its alternates."""
    entries: list[str] = [_entry(f"{site_url}/", "", site_url)]
    for path in sorted(set(paths)):
        entries += [_entry(f"{site_url}/{language}/{path}", path, site_url) for language in LANGUAGES]
    return _HEAD + "".join(entries) + "</urlset>\n"


def robots(site_url: str, *, published: bool) -> str:
    """Return `robots.txt`; a site that is not published asks to be left out of every index."""
    rule = "Allow: /" if published else "Disallow: /"
    return f"User-agent: *\n{rule}\n\nSitemap: {site_url}/sitemap.xml\n"


def _entry(url: str, path: str, site_url: str) -> str:
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{alternate.hreflang}" href={quoteattr(alternate.url)}/>\n'
        for alternate in alternates(path, site_url)
    )
    return f"  <url>\n    <loc>{escape(url)}</loc>\n{links}  </url>\n"
