"""Headings of a law are links to themselves."""

import pytest
from markupsafe import Markup

from plugins.markdown import parse
from plugins.views.anchors import anchored

CASES = {
    "no heading": ("Сөз.", "<p>Сөз.</p>"),
    "second level": ("## 1-бап {#b-1}", '<h2 id="b-1"><a class="anchor" href="#b-1">1-бап</a></h2>'),
    "third level, with ё and bold": (
        "### **Ёлка** {#e}", '<h3 id="e"><a class="anchor" href="#e"><strong>Ёлка</strong></a></h3>',
    ),
    "fourth level": ("#### Тармақ {#t}", '<h4 id="t">Тармақ</h4>'),
    "a heading that holds a link": ("## [Заң](/laws/) {#z}", '<h2 id="z"><a href="\u0001/laws/\u0001">Заң</a></h2>'),
    "a link beside the heading": (
        "## А {#a}\n\n[б](/b/)\n\n## В {#v}",
        '<h2 id="a"><a class="anchor" href="#a">А</a></h2>\n<p><a href="\u0001/b/\u0001">б</a></p>\n'
        '<h2 id="v"><a class="anchor" href="#v">В</a></h2>',
    ),
    "an id with an apostrophe": ("## А {#a'b}", '<h2 id="a\'b"><a class="anchor" href="#a\'b">А</a></h2>'),
    "an id of signs": ('## А {#a"b}', '<h2 id="a&quot;b"><a class="anchor" href="#a&quot;b">А</a></h2>'),
}  # fmt: skip


@pytest.mark.parametrize(("source", "html"), CASES.values(), ids=CASES)
def test_a_heading_links_to_itself(source: str, html: str) -> None:
    document = parse(source)
    assert anchored(Markup(document.html), document.headings) == html
