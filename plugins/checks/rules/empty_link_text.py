"""A link says in words where it leads.

Bad:  [](/faq/)   [осында](/faq/)   [тут](/faq/)
Good: [сұрақтар мен жауаптар](/faq/)

Who listens to a page hears its links one after another, without what stands around them.
Source: WCAG 2.2, 2.4.4.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)")
_SAYS_NOTHING = {"", "осында", "мұнда", "мында", "толығырақ", "тут", "здесь", "сюда", "подробнее", "ссылка", "сілтеме"}


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link whose words are missing or say nothing."""
    for body in site.content.all_bodies():
        for match in _LINK.finditer(body.source):
            if match.group(1).strip(" *_.…").casefold() in _SAYS_NOTHING:
                line, column = body.place(match.start())
                yield Problem(body.path, line, column, "empty-link-text", {"link": match.group(2)})
