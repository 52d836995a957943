"""A picture of a text lies in the folder of the text.

The page would show a gap instead of the picture. Pictures are named by their file name.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.near_names import nfc
from plugins.model.schema_problems import nearest


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture that is not in its bundle; those of another site have a rule of their own."""
    for markdown in site.all_markdown():
        folder = (site.root / markdown.path).parent
        files: list[str] = []
        for image in markdown.document.images:
            if "//" in image.target:
                continue
            if "/" in image.target or not (folder / image.target).is_file():
                files = files or sorted(entry.name for entry in folder.iterdir() if entry.is_file())
                if nfc(image.target) in map(nfc, files):
                    continue  # the same name, of which no address can be made; reported as that
                values = {"file": image.target, "nearest": nearest(image.target, files)}
                yield markdown.problem("missing-file", image.target_span.start, **values)
