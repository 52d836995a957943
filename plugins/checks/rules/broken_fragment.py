"""The place a link names on a page is there.

Bad:  [13-бап](/laws/consumer-cooperatives-197-ii/#art-99)
Good: [мүшелік](/laws/consumer-cooperatives-197-ii/#members)

The browser opens the page at its top and says nothing; the reader believes to have read the right article.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES, Body, Language
from plugins.model.schema_problems import nearest

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]*)#([^)\s]+)\)")
_ID = re.compile(r' id="([^"]+)"')


def check_broken_fragment(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every `#place` that the page it leads to does not have."""
    for language in LANGUAGES:
        places = _places(site, language)
        for path, body in ((path, bodies[language]) for path, bodies in _bodies(site)):
            for match in _LINK.finditer(body.source):
                target, place = match.group(1) or path, unquote(match.group(2))
                if target in places and place not in places[target]:
                    line, column = body.place(match.start(2))
                    values = {"place": place, "nearest": nearest(place, sorted(places[target]))}
                    yield Problem(body.path, line, column, "broken-fragment", values)


def _bodies(site: CheckedSite) -> Iterator[tuple[str, Mapping[Language, Body]]]:
    for intro in site.content.intros.values():
        yield f"/{intro.section.index_path}", intro.bodies
    for item in site.content.all_items():
        yield f"/{item.path}", item.bodies


def _places(site: CheckedSite, language: Language) -> dict[str, set[str]]:
    return {path: set(_ID.findall(site.converted[bodies[language].source].html)) for path, bodies in _bodies(site)}
