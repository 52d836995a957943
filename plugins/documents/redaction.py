"""Turns a photo of a document into a picture that may be shown, with a record of what was hidden."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.cache.store import content_digest
from plugins.diagnostics.progress import Report, no_progress
from plugins.diagnostics.refusal import RefusedError
from plugins.documents.finding import Finding
from plugins.documents.hiding import boxes_of, burnt, encoded
from plugins.documents.inspection import inspect_paper, left_over
from plugins.documents.originals import open_original
from plugins.documents.reading import Reader, straightened
from plugins.documents.records import TOOL_VERSION, read_records, write_records
from plugins.documents.words import Box
from plugins.model.papers import PaperKind, PaperRecord, PersonalData, Verdict

Confirm = Callable[[Image.Image, Sequence[Box]], Sequence[Box] | None]
"""Shows an upright photo with the boxes found; returns the boxes wanted, or None where the editor gives up."""

_ROUNDS = 2
"""Times that what is still read is hidden too, before the editor is asked to look."""


class RedactionError(RefusedError):
    """Nothing may be written."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A paper with its data hidden: the picture, its place and record, and what could still be read on it."""

    path: Path
    content: bytes
    """The picture as a JPEG."""
    record: PaperRecord
    boxes: tuple[Box, ...]
    left: tuple[Finding, ...]
    is_legible: bool
    """Whether the machine could read most of the photo; where not, a person must have hidden what it missed."""


def redact(
    photo: Path,
    into: Path,
    kind: PaperKind,
    project: Path,
    *,
    more: Sequence[Box],
    confirm: Confirm,
    reader: Reader,
    page: int = 1,
    is_seen: bool = True,
    report: Report = no_progress,
) -> Redacted:
    """Return the photo with what belongs to a person hidden; `write_paper` writes it.

    `more` are boxes that the editor names, in pixels of the upright photo; `page` is that of a PDF. The photo itself is
    only read, and may not lie in the project: what once lies there stays in its history. Nothing of it is kept. What
    cannot be read is reported before `confirm`, and where nobody looks (`is_seen`) it stays in the verdict.
    Raises RedactionError, RefusedError, PictureFaultError, ContentError.
    """
    if photo.resolve().is_relative_to(project.resolve()):
        raise RedactionError("original_inside", file=str(photo))
    _check_target(into, project)
    read_records(into.parent, project)  # a record that cannot be read is refused before an editor has worked
    report("say_straightens", file=photo.name)
    upright = straightened(open_original(photo, page), reader)
    report("say_reads", file=photo.name)
    inspected = inspect_paper(upright, reader)
    if not inspected.is_legible:
        report("say_hard_to_read", file=photo.name)
    boxes = confirm(upright, [*boxes_of(inspected.findings, upright.size), *more])
    if boxes is None:
        raise RedactionError("given_up")
    content, hidden = encoded(upright, boxes)
    report("say_reads_again", file=photo.name)
    left = _read_again(content, hidden, reader)
    for _ in range(_ROUNDS):
        if not left:
            break
        report("say_reads_again", file=photo.name)
        with Image.open(io.BytesIO(content)) as so_far:
            content, hidden = encoded(so_far, [*hidden, *boxes_of(left, so_far.size)])
        left = _read_again(content, hidden, reader)
    digest = content_digest(content)
    kinds = {finding.kind for finding in left}
    if not (inspected.is_legible or is_seen):
        kinds.add(PersonalData.UNREAD)
    verdict = Verdict(sha256=digest, by=reader.version, found=tuple(sorted(kinds)))
    record = PaperRecord(
        paper=kind, tool=TOOL_VERSION, sha256=digest, boxes=tuple(tuple(box) for box in hidden), verdict=verdict
    )
    return Redacted(into, content, record, tuple(hidden), tuple(left), inspected.is_legible)


def write_paper(paper: Redacted, project: Path) -> None:
    """Write the picture and its record beside each other; other papers of the item keep their records.

    Raises ContentError for a record file that cannot be read, and then writes nothing.
    """
    records = read_records(paper.path.parent, project)
    paper.path.write_bytes(paper.content)
    write_records(paper.path.parent, records | {paper.path.name: paper.record})


def _read_again(content: bytes, boxes: Sequence[Box], reader: Reader) -> list[Finding]:
    """Return what can still be read on a finished picture."""
    with Image.open(io.BytesIO(content)) as image:
        image.load()
    return left_over(image, burnt(image, boxes), reader)


def _check_target(into: Path, project: Path) -> None:
    content = (project / "content").resolve()
    if not into.resolve().is_relative_to(content) or into.suffix.lower() not in (".jpg", ".jpeg"):
        raise RedactionError("no_place_for_paper", file=str(into))
    if not (into.parent / "facts.yaml").is_file():
        raise RedactionError("no_item_there", folder=str(into.parent))
