"""The photographed documents a site shows, for `unredacted-document` and `personal-data-in-picture`."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.cache.store import content_digest
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase
from plugins.model.fields import Paper
from plugins.model.items import FACTS_FILE
from plugins.model.papers import PaperRecord, Verdict
from plugins.model.references import values_in
from plugins.model.yaml_source import Location, YamlSource


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper on a page, and what is known of exactly these bytes."""

    file: str
    source: YamlSource
    place: Location
    """Of the file's name in `source`."""
    verdict: Verdict | None
    """What a machine could still read on it; None where that is not known."""
    unknown: Phrase | None
    """Why it is not known."""


def shown_papers(site: CheckedSite) -> Iterator[ShownPaper]:
    """Yield every paper whose file is there; a missing one has been reported."""
    for item in site.content.all_items():
        source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
        for location, value in values_in(item.facts):
            path = site.root / item.folder / value.file if isinstance(value, Paper) else None
            if path is not None and path.is_file():
                record = item.papers.get(path.name)
                unknown = _unknown(record, content_digest(path.read_bytes()))
                verdict = record.verdict if record and not unknown else None
                yield ShownPaper(path.name, source, (*location, "file"), verdict, unknown)


def _unknown(record: PaperRecord | None, digest: str) -> Phrase | None:
    if record is None:
        return Phrase("paper-without-record")
    if record.sha256 != digest:
        return Phrase("paper-changed")
    if record.verdict is None or record.verdict.sha256 != digest:
        return Phrase("paper-not-read")
    return None
