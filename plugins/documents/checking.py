"""Reads committed documents again, and every other picture, for personal data."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from plugins.cache.memo import key_of
from plugins.cache.store import Records, content_digest
from plugins.diagnostics import ContentError, Phrase, Problem
from plugins.diagnostics.progress import Report
from plugins.documents.hiding import burnt
from plugins.documents.inspection import left_over
from plugins.documents.reading import WIDEST_READ, Reader
from plugins.documents.records import TOOL_VERSION, read_records, write_records
from plugins.documents.words import Box
from plugins.media.faults import PictureFaultError
from plugins.media.opening import pixels
from plugins.model.papers import PAPERS_FILE, PaperRecord, PersonalData, Verdict

_KIND = "documents"
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def check_papers(
    content: Path, cache: Path, reader: Callable[[], Reader], *, again: bool, report: Report
) -> Iterator[Problem]:
    """Read every picture below `content` that was not read as it is now, and yield what a person would not want there.

    The verdict on a paper is written into its `papers.yaml`; that on another picture is kept in `cache`. With `again`
    everything is read, whatever was read before. `reader` is called only where there is something to read. What cannot
    be read at all, a picture or a record, is a problem too.
    """
    pictures = (path for path in content.rglob("*") if path.suffix.lower() in _PICTURES and path.is_file())
    for bundle, paths in groupby(sorted(pictures, key=lambda path: (path.parent, path.name)), lambda path: path.parent):
        try:
            records = read_records(bundle, content.parent)
        except ContentError as error:
            yield from error.problems
            continue
        for path in paths:
            shown, raw = path.relative_to(content.parent).as_posix(), path.read_bytes()
            digest, record = content_digest(raw), records.get(path.name)
            found = None if again else _known(record, digest, cache)
            if found is None:
                report("say_reads", file=shown)
                try:
                    found = _read(path.name, raw, record, reader())
                except PictureFaultError as fault:
                    yield Problem(shown, 1, 1, fault.rule, {"file": path.name, **fault.values})
                    continue
                if record:
                    verdict = Verdict(sha256=digest, by=reader().version, found=tuple(found))
                    records[path.name] = record.model_copy(update={"verdict": verdict})
                    write_records(bundle, records)
                else:
                    _keep(cache, digest, found)
            for kind in found:
                yield Problem(shown, 1, 1, "personal-data-in-picture", {"file": path.name, "found": Phrase(kind)})
            if record is not None and record.sha256 != digest:
                beside = f"{bundle.relative_to(content.parent).as_posix()}/{PAPERS_FILE}"
                yield Problem(
                    beside, 1, 1, "unredacted-document", {"file": path.name, "found": Phrase("paper-changed")}
                )


def _read(name: str, raw: bytes, record: PaperRecord | None, reader: Reader) -> list[PersonalData]:
    """Return what of a person reads on a picture: on a paper, beside the places that were hidden.

    Raises PictureFaultError.
    """
    image = pixels(name, raw, WIDEST_READ)
    boxes = [Box(*box) for box in record.boxes] if record else []
    return sorted(
        {finding.kind for finding in left_over(image, burnt(image, boxes), reader, is_paper=record is not None)}
    )


def _known(record: PaperRecord | None, digest: str, cache: Path) -> list[PersonalData] | None:
    """Return what was read before on exactly these bytes, or None where they were not read yet."""
    if record is not None:
        verdict = record.verdict
        return list(verdict.found) if verdict and verdict.sha256 == digest else None
    kept = Records(cache, _KIND).get(key_of(str(TOOL_VERSION), digest))
    return None if kept is None else [PersonalData(kind) for kind in json.loads(kept)]


def _keep(cache: Path, digest: str, found: list[PersonalData]) -> None:
    Records(cache, _KIND).put(key_of(str(TOOL_VERSION), digest), json.dumps(found).encode())
