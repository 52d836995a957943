"""Papers that are committed, read again; and every other picture, on which nobody expected data."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.progress import Report
from plugins.media.opening import dots
from plugins.model.papers import PAPERS_FILE, PaperRecord, Verdict
from plugins.papers.inspection import left_over
from plugins.papers.reading import Reader
from plugins.papers.records import TOOL_VERSION, digest_of, read_records, write_records
from plugins.papers.redaction import read_again
from plugins.papers.words import Box

_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_WIDEST_READ = 2600


def check_papers(
    content: Path, cache: Path, reader: Callable[[], Reader], *, again: bool, report: Report
) -> Iterator[Problem]:
    """Read every picture below `content` that was not read as it is now, and yield what a person would not want there.

    The verdict on a paper is written into its `papers.yaml`; that on another picture is kept in `cache`. With `again`
    everything is read, whatever was read before. `reader` is called only where there is something to read.
    """
    for path in sorted(content.rglob("*")):
        if path.suffix.lower() not in _PICTURES or not path.is_file():
            continue
        shown = path.relative_to(content.parent).as_posix()
        records, raw = read_records(path.parent), path.read_bytes()
        digest, record = digest_of(raw), records.get(path.name)
        found = None if again else _known(record, digest, cache)
        if found is None:
            report("say_reads", file=shown)
            boxes = [Box(*box) for box in record.boxes] if record else []
            left = (
                read_again(raw, boxes, reader())
                if record
                else left_over(dots(path.name, raw, _WIDEST_READ), (), reader())
            )
            found = sorted({finding.kind for finding in left})
            if record:
                verdict = Verdict(sha256=digest, by=reader().version, found=tuple(found))
                write_records(path.parent, records | {path.name: record.model_copy(update={"verdict": verdict})})
            else:
                _keep(cache, digest, found)
        for kind in found:
            yield Problem(shown, 1, 1, "personal-data-in-picture", {"file": path.name, "found": Phrase(kind)})
        if record is not None and record.sha256 != digest:
            beside = f"{path.parent.relative_to(content.parent).as_posix()}/{PAPERS_FILE}"
            yield Problem(beside, 1, 1, "unredacted-document", {"file": path.name, "found": Phrase("paper-changed")})


def _known(record: PaperRecord | None, digest: str, cache: Path) -> list[str] | None:
    """Return what was read before on exactly these bytes, or None where they were not read yet."""
    if record is not None:
        verdict = record.verdict
        return list(verdict.found) if verdict and verdict.sha256 == digest else None
    try:
        parts = json.loads(_place(cache, digest).read_text(encoding="utf-8"))
        return list(parts["found"]) if parts["of"] == [TOOL_VERSION, digest] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(cache: Path, digest: str, found: list[str]) -> None:
    place = _place(cache, digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps({"of": [TOOL_VERSION, digest], "found": found}), encoding="utf-8")


def _place(cache: Path, digest: str) -> Path:
    return cache / "papers" / f"{digest}.json"
