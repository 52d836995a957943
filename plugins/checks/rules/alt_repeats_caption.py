"""The words for who cannot see a picture say what it shows; the caption says what it means.

Bad:  ![Жаңа үй](house.jpg "Жаңа үй")
Good: ![екі қабатты ақ үй, алдында гүлзар](house.jpg "Ридердегі отбасының жаңа үйі")

Who listens to the page would hear the same words twice, and still not learn what the picture shows.
Source: WCAG 2.2, 1.1.1.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_WITH_CAPTION = re.compile(r"!\[([^\]]*)\]\(\s*<?[^)\s>]+>?\s+(?:\"([^\"]*)\"|'([^']*)')\s*\)")
_WORD = re.compile(r"\w+")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture whose caption has the same words as its alternative."""
    for body in site.content.all_bodies():
        for match in _WITH_CAPTION.finditer(body.source):
            alt, caption = match.group(1), match.group(2) or match.group(3) or ""
            if _words(alt) and _words(alt) == _words(caption):
                line, column = body.place(match.start(1))
                yield Problem(body.path, line, column, "alt-repeats-caption", {"found": alt})


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
