"""Both languages have the same headings, links, pictures and tables, in the same order.

Bad:  index.kk.md: ## Кіру {#joining} · index.ru.md: ### Вступление {#joining}
Good: index.kk.md: ## Кіру {#joining} · index.ru.md: ## Вступление {#joining}

Whoever switches the language looks for the same place, and a missing part is a missing part.
"""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import zip_longest

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.model.items import Body

_PARTS = {
    "headings": re.compile(r"^(#{1,6})\s.*?(\{#[\w-]+\})?\s*$", re.MULTILINE),
    "links": re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)"),
    "pictures": re.compile(r"!\[[^\]]*\]\(([^)\s]+)"),
    "table-rows": re.compile(r"^[ \t]*(\|.*)$", re.MULTILINE),
}
_FRAGMENT_OR_QUERY = re.compile("[?#]")

_Part = re.Match[str] | None


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the first heading, link, picture and table row that differs."""
    for bodies in site.pairs():
        kk, ru = bodies["kk"], bodies["ru"]
        for kind, pattern in _PARTS.items():
            pairs = zip_longest(pattern.finditer(kk.source), pattern.finditer(ru.source))
            yield from _first_difference(kind, kk, ru, pairs, site.content.paths)


def _first_difference(
    kind: str, kk: Body, ru: Body, pairs: Iterable[tuple[_Part, _Part]], paths: Set[str]
) -> Iterator[Problem]:
    for one, other in pairs:
        if kind == "links" and (_leads_nowhere(one, paths) or _leads_nowhere(other, paths)):
            continue  # a fault of its own, told by the rule of links
        if one is None or other is None or _form(kind, one) != _form(kind, other):
            body, match, counterpart = (kk, one, ru) if one is not None else (ru, other, kk)
            assert match is not None
            line, column = body.place(match.start())
            values = {"kind": Phrase(kind), "found": match.group(0).strip()[:60]}
            values["other"] = counterpart.path.rpartition("/")[2]
            yield Problem(body.path, line, column, "different-structure", values)
            return


def _leads_nowhere(link: _Part, paths: Set[str]) -> bool:
    if link is None or not link.group(1).startswith("/"):
        return False
    return _FRAGMENT_OR_QUERY.split(link.group(1))[0] not in paths


def _form(kind: str, match: re.Match[str]) -> object:
    """Return what must be equal in both languages."""
    if kind == "headings":
        return len(match.group(1)), match.group(2)
    if kind == "table-rows":
        return match.group(1).rstrip().count("|")
    return match.group(1)
