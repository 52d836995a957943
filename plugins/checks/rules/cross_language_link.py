"""A link names a page without its language.

Each language is a complete site: the only way from one to the other is the switch at the top of the page. The build adds
the language of the page to the path, also to that of `link:`, where `/ru/faq/` would be published as `/ru/ru/faq/`.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import own_addresses, yaml_values
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES
from plugins.model.other_sites import shortened

LANGUAGE_PATH = re.compile(rf"/(?:{'|'.join(LANGUAGES)})(/.*)?$", re.IGNORECASE)


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link, path in a YAML file and spelled-out address of this site that names a language."""
    for markdown in site.all_markdown():
        for link in markdown.document.links:
            if found := LANGUAGE_PATH.match(link.target):
                values = {"link": link.target, "better": found.group(1) or "/"}
                yield markdown.problem("cross-language-link", link.target_span.start, **values)
    for written in yaml_values(site, beginning="/"):
        if found := LANGUAGE_PATH.match(written.address):
            yield written.problem("cross-language-link", link=written.address, better=found.group(1) or "/")
    for written, path in own_addresses(site):
        if found := LANGUAGE_PATH.match(path):
            better = found.group(1) or "/"
            yield written.problem("cross-language-link", link=shortened(written.address), better=better)
