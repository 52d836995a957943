"""A link of a text names a page without its language.

Each language is a complete site: the only way from one to the other is the switch at the top of the page. The build adds
the language of the page to the path.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES

LANGUAGE_PATH = re.compile(rf"/(?:{'|'.join(LANGUAGES)})(/.*)?$")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link that names a language."""
    for markdown in site.all_markdown():
        for link in markdown.document.links:
            if found := LANGUAGE_PATH.match(link.target):
                values = {"link": link.target, "better": found.group(1) or "/"}
                yield markdown.problem("cross-language-link", link.target_span.start, **values)
