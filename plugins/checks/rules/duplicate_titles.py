"""Two pages of a language do not bear the same title.

Bad:  title: Жарна қайтарыла ма? · title: Жарна қайтарыла ма?
Good: title: Жарна қайтарыла ма? · title: Шыққанда үлес қайтарыла ма?

In a list, in a search result and in a browser's tabs nobody can tell them apart.
Source: WCAG 2.2, 2.4.2.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check_duplicate_titles(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the second and every further page with a title."""
    first: dict[tuple[str, str], str] = {}
    for path, text in sorted(site.texts(), key=lambda pair: pair[0]):
        language = path.split(".")[-2]
        key = (language, text.title.casefold())
        if key in first:
            yield site.content.sources[path].problem_at_value("duplicate-title", ("title",), other=first[key])
        else:
            first[key] = path
