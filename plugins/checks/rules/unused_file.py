"""A file of a bundle is shown on its page.

A forgotten file is published by nobody, but stays in the history of the repository: a paper with personal data too.
"""

from collections.abc import Iterator

from plugins.checks.bundle_files import files_in, is_of_an_office
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import BUNDLE_FILES, Item, video_files
from plugins.model.near_names import nfc
from plugins.model.papers import PAPERS_FILE
from plugins.model.references import files_of


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every file of a bundle that its page does not name."""
    for part in site.content.parts():
        used = set(BUNDLE_FILES)
        bodies = [*part.bodies.values()]
        if isinstance(part, Item):
            used |= {PAPERS_FILE} if part.papers else set()
            if len(part.videos) < len(part.facts.films):
                continue  # a video could not be read, nor what it shows
            used |= files_of(part.facts)
            used |= {name for key, video in part.facts.films.items() for name in video_files(key, video)}
            bodies += [body for video in part.videos for body in video.bodies.values()]
        for body in bodies:
            used |= {image.target for image in site.documents[body.source].images}
        used = {nfc(name) for name in used}
        for name in files_in(part, site.root):
            if nfc(name) not in used and not is_of_an_office(name):
                yield Problem(f"{part.folder}/{name}", 1, 1, "unused-file", {"file": name})
