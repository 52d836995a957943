"""A link of a text names a page without its language.

Bad:  [сұрақтар](/ru/faq/)
Good: [сұрақтар](/faq/)

Each language is a complete site: the only way from one to the other is the switch at the top of the page. The build adds
the language of the page to the path.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES

LANGUAGE_PATH = re.compile(rf"/(?:{'|'.join(LANGUAGES)})(/.*)?$")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link that names a language."""
    for body in site.content.all_bodies():
        for match in _LINK.finditer(body.source):
            if found := LANGUAGE_PATH.match(match.group(1)):
                line, column = body.place(match.start(1))
                values = {"link": match.group(1), "better": found.group(1) or "/"}
                yield Problem(body.path, line, column, "cross-language-link", values)
