"""The feed of the news is read on other sites."""

import pytest

from plugins.site.feeds import with_whole_addresses

HTML = {
    "a link": ('<a href="/kk/faq/">', '<a href="https://x.kz/kk/faq/">'),
    "a link elsewhere": ('<a href="https://y.kz/">', '<a href="https://y.kz/">'),
    "a place in the text": ('<a href="#first">', '<a href="#first">'),
    "a picture": ('<img alt="/" src="/media/a.jpg">', '<img alt="/" src="https://x.kz/media/a.jpg">'),
    "every width of a picture": (
        '<source type="image/avif" srcset="/a-1.avif 320w, /a-2.avif 640w" sizes="100vw">',
        '<source type="image/avif" srcset="https://x.kz/a-1.avif 320w, https://x.kz/a-2.avif 640w" sizes="100vw">',
    ),
    "a text": ("<p>тіркеме=&quot;/kk/&quot;</p>", "<p>тіркеме=&quot;/kk/&quot;</p>"),
}


@pytest.mark.parametrize(("html", "whole"), HTML.values(), ids=HTML)
def test_addresses_are_written_out(html: str, whole: str) -> None:
    assert with_whole_addresses(html, "https://x.kz") == whole
