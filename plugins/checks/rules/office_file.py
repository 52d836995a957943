"""A document of an office program is no page.

The site shows texts and pictures; a PDF or a Word file is published nowhere, a phone cannot read it well, and what is in it
nobody checked: personal data, the author's name, earlier versions.
"""

from collections.abc import Iterator

from plugins.checks.bundle_files import files_at_the_top, files_in, is_of_an_office
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every document of an office program below the content."""
    found = [(part.folder, name) for part in site.content.parts() for name in files_in(part, site.root)]
    for folder, name in (*found, *files_at_the_top(site.content, site.root)):
        if is_of_an_office(name):
            yield Problem(f"{folder}/{name}", 1, 1, "office-file", {"file": name})
