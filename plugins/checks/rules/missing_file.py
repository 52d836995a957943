"""A picture of a text lies in the folder of the text.

Bad:  ![үй](house.png)
Good: ![үй](house.svg)

The page would show a gap instead of the picture. Pictures are named by their file name.
"""

from collections import Counter
from collections.abc import Iterator

from plugins.checks.page_index import place_of_address
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.schema_problems import nearest


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture that is not in its bundle; those of another site have a rule of their own."""
    for body in site.content.all_bodies():
        folder = (site.root / body.path).parent
        seen: Counter[str] = Counter()
        for link in site.converted[body.source].links:
            seen[link.target] += 1
            if not link.is_picture or "//" in link.target:
                continue
            if "/" in link.target or not (folder / link.target).is_file():
                files = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
                values = {"file": link.target, "nearest": nearest(link.target, files)}
                place = place_of_address(body, link.target, seen[link.target])
                yield Problem(body.path, *place, "missing-file", values)
