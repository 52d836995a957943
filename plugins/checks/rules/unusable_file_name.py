"""The name of a published file can be part of an address.

A blank or a comma breaks the list of sizes a browser chooses from, a quote or a percent sign the address itself, and a
second ending may be taken for a program by the server.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from slugify import slugify

from plugins.checks.bundle_files import files_in
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_PUBLISHED = {
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".avif",
    ".gif",
    ".svg",
    ".mp4",
    ".webm",
    ".mov",
    ".vtt",
    ".m4a",
    ".mp3",
}
_USABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z]{2})?\.[A-Za-z0-9]+")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture, video and caption file whose name is no part of an address."""
    for part in site.content.parts():
        for file in files_in(part, site.root):
            name = PurePosixPath(file)
            kind = name.suffix.lower()
            if kind in _PUBLISHED and not _USABLE.fullmatch(name.name):
                wanted = (slugify(name.stem) or "file") + kind
                values = {"file": name.name, "wanted": wanted}
                yield Problem(f"{part.folder}/{file}", 1, 1, "unusable-file-name", values)
