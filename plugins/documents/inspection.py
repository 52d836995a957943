"""Personal data on a document: what to hide, and what can still be read afterwards."""

from collections.abc import Iterable

from PIL import Image

from plugins.documents.codes import codes_in
from plugins.documents.findings import Finding, findings_in, merged
from plugins.documents.reading import TO_CHECK, TO_HIDE, Reader, read_lines
from plugins.documents.words import Box


def to_hide(image: Image.Image, reader: Reader) -> list[Finding]:
    """Return what should be hidden on an upright photo: what was read, and what must stand beside a label."""
    return merged([*findings_in(read_lines(image, reader, TO_HIDE)), *codes_in(image)])


def left_over(image: Image.Image, boxes: Iterable[Box], reader: Reader) -> list[Finding]:
    """Return what can still be read although these boxes are hidden; a label without its value is not reported."""
    boxes = list(boxes)
    found = (finding for finding in findings_in(read_lines(image, reader, TO_CHECK)) if finding.is_read)
    return merged(finding for finding in (*found, *codes_in(image)) if _covered(finding.box, boxes) < _MOSTLY)


_MOSTLY = 0.6
"""Part of a finding under hidden boxes from which on the machine has read letters into a box."""


def _covered(box: Box, boxes: list[Box]) -> float:
    return min(1.0, sum(other.covers(box) for other in boxes))
