"""A file of a bundle is shown on its page.

Bad:  photo2.jpg that no text and no facts name
Good: only files that the page shows

A forgotten file is published by nobody, but stays in the history of the repository: a paper with personal data too.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.fields import Picture
from plugins.model.items import LANGUAGES
from plugins.model.loading import FACTS_FILE, index_file
from plugins.model.references import values_in


def check_unused_files(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every file of a bundle that its page does not name."""
    own = {FACTS_FILE, *map(index_file, LANGUAGES)}
    for item in site.content.all_items():
        used = {value.file for _, value in values_in(item.facts) if isinstance(value, Picture)}
        for body in item.bodies.values():
            used |= {link.target for link in site.converted[body.source].links if link.is_picture}
        for entry in sorted((site.root / item.folder).iterdir()):
            if entry.is_file() and entry.name not in used | own:
                path = f"{item.folder}/{entry.name}"
                yield Problem(path, 1, 1, "unused-file", {"file": entry.name})
