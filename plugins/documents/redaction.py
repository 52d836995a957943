"""Turns a photo of a document into a picture that may be shown, with a record of what was hidden."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.diagnostics.refusal import RefusedError
from plugins.documents.findings import Finding
from plugins.documents.hiding import boxes_of, burnt, encoded
from plugins.documents.inspection import left_over, to_hide
from plugins.documents.reading import WIDEST_READ, Reader, straightened
from plugins.documents.records import TOOL_VERSION, digest_of, read_records, write_records
from plugins.documents.words import Box
from plugins.media.opening import original
from plugins.model.papers import PaperKind, PaperRecord, Verdict

Confirm = Callable[[Image.Image, Sequence[Box]], Sequence[Box] | None]
"""Shows an upright photo with the boxes found; returns the boxes wanted, or None where the editor gives up."""

_ROUNDS = 3
"""Times that what is still read is hidden too, before the editor is asked to look."""


class RedactionError(RefusedError):
    """Nothing was written."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A paper that was written: where, what was hidden, and what could still be read on it."""

    path: Path
    boxes: tuple[Box, ...]
    left: tuple[Finding, ...]


def redact(
    photo: Path, into: Path, kind: PaperKind, project: Path, *, more: Sequence[Box], confirm: Confirm, reader: Reader
) -> Redacted:
    """Hide on `photo` what belongs to a person, and write the picture and its record beside each other.

    `more` are boxes that the editor names, in pixels of the upright photo. The photo itself is only read, and may not lie
    in the project: what once lies there stays in its history. Raises RedactionError, PictureFaultError, ContentError.
    """
    if photo.resolve().is_relative_to(project.resolve()):
        raise RedactionError("original_inside", file=str(photo))
    _check_target(into, project)
    records = read_records(into.parent, project)
    upright = straightened(original(photo.name, photo.read_bytes(), WIDEST_READ), reader)
    boxes = confirm(upright, [*boxes_of(to_hide(upright, reader), upright.size), *more])
    if boxes is None:
        raise RedactionError("given_up")
    content, hidden = encoded(upright, boxes)
    left = _read_again(content, hidden, reader)
    for _ in range(_ROUNDS):
        if not left:
            break
        with Image.open(io.BytesIO(content)) as so_far:
            content, hidden = encoded(so_far, [*hidden, *boxes_of(left, so_far.size)])
        left = _read_again(content, hidden, reader)
    into.write_bytes(content)
    digest = digest_of(content)
    verdict = Verdict(sha256=digest, by=reader.version, found=tuple(sorted({finding.kind for finding in left})))
    record = PaperRecord(
        paper=kind, tool=TOOL_VERSION, sha256=digest, boxes=tuple(tuple(box) for box in hidden), verdict=verdict
    )
    write_records(into.parent, records | {into.name: record})
    return Redacted(into, tuple(hidden), tuple(left))


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
