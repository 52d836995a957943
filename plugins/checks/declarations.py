"""Both languages of a page, and what editors declared about them, for `stale-translation` and `undeclared-translation`.

`content/in-step.yaml` holds a fingerprint of the words of both languages as they were when an editor declared that they
say the same; spaces, quotes and dashes do not count.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Outline, Overview
from plugins.diagnostics import Problem
from plugins.model.synced import Fingerprints


def declared_pairs(site: Overview) -> Iterator[tuple[Outline, Outline, Fingerprints | None]]:
    """Yield the Kazakh and the Russian page of each address, and what was declared of both, if anything was."""
    by_path: dict[str, dict[str, Outline]] = {}
    for outline in site.outlines:
        by_path.setdefault(outline.path, {})[outline.language] = outline
    for pair in by_path.values():
        yield pair["kk"], pair["ru"], site.content.in_step.get(pair["kk"].item)


def behind(page: Outline, other: Outline, rule: str) -> Problem:
    """Return the problem of `rule` at the title of `page`, which is to be compared with `other`."""
    values = {"other": other.file.rpartition("/")[2], "item": page.item}
    return Problem(page.file, page.title_line, page.title_column, rule, values)
