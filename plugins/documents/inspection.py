"""Personal data on a document: what to hide, and what can still be read afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

from plugins.documents.codes import codes_in
from plugins.documents.finding import Finding, merged
from plugins.documents.findings import findings_in
from plugins.documents.hiding import blanked
from plugins.documents.ink import Blot, Written, written_on
from plugins.documents.reading import TO_CHECK, TO_HIDE, Reader, read_lines
from plugins.documents.signatures import possible_signatures
from plugins.documents.words import Box, Line
from plugins.model.papers import PersonalData

_MOSTLY = 0.6
"""Part of a finding under hidden boxes from which on the machine has read letters into a box."""

_WIDEST_PART, _HIGHEST_PART = 0.9, 0.5
"""Parts of the picture's width and height from which on a blot is the picture itself: a shadow, a table."""

_HAND_DOWN, _HAND_INKED = 1.6, 0.55
"""A hand's stroke is higher than a line, or leaves much of its place free; the rest is print."""


LEAST_UNDERSTOOD = 0.85
"""Part of what is written that must have been understood; of the rest a person judges better than a machine.

Of a blurred photo four fifths may be understood and a third of the names be left.
"""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What should be hidden on a photo, and how far it could be read at all."""

    findings: tuple[Finding, ...]
    understood: float
    """Part of what is written that was understood, 0 to 1."""

    @property
    def is_legible(self) -> bool:
        """Whether what was found may be trusted to be all there is."""
        return self.understood >= LEAST_UNDERSTOOD


def inspect_paper(image: Image.Image, reader: Reader) -> Inspected:
    """Return what should be hidden on an upright photo: what was read, what must be beside a label, what was not read."""
    return inspect_lines(image, list(read_lines(image, reader, TO_HIDE)))


def inspect_lines(image: Image.Image, lines: list[Line]) -> Inspected:
    """Return what should be hidden where these lines were read."""
    codes = list(codes_in(image))
    written = written_on(image, lines, [code.box for code in codes])
    hands = possible_signatures(lines, (*written.blots, *written.bits))
    found = merged([*findings_in(lines), *codes, *_unread(image, written), *hands])
    return Inspected(tuple(found), written.understood if lines else 0.0)


def left_over(image: Image.Image, boxes: Iterable[Box], reader: Reader, *, is_paper: bool = True) -> list[Finding]:
    """Return what can still be read although these boxes are hidden; a label alone gives nobody away.

    On a paper, illegible writing is reported too; another picture may show anything.
    """
    boxes = list(boxes)
    image = blanked(image, boxes)
    return left_in(image, list(read_lines(image, reader, TO_CHECK)), boxes, is_paper=is_paper)


def left_in(image: Image.Image, lines: list[Line], boxes: list[Box], *, is_paper: bool = True) -> list[Finding]:
    """Return what is left on a picture without its hidden boxes, where these lines were read."""
    found = [finding for finding in findings_in(lines) if finding.is_read]
    if is_paper:
        written = written_on(image, lines)
        found += _unread(image, written, is_reported=True)
        found += possible_signatures(lines, (*written.blots, *written.bits))
    return merged(finding for finding in (*found, *codes_in(image)) if _covered(finding.box, boxes) < _MOSTLY)


def _unread(image: Image.Image, written: Written, *, is_reported: bool = False) -> list[Finding]:
    """Return what is written and was not understood; folds and the grain of a table are not reported."""
    return [
        Finding(PersonalData.SIGNATURE if _is_hand(blot) else PersonalData.UNREAD, blot.box)
        for blot in written.blots
        if not (is_reported and not blot.in_pen and (blot.at_edge or _may_be_a_fold(blot)))
        and blot.box.width < _WIDEST_PART * image.width
        and blot.box.height < _HIGHEST_PART * image.height
    ]


def _is_hand(blot: Blot) -> bool:
    return blot.in_pen or blot.down > _HAND_DOWN or blot.inked < _HAND_INKED


def _may_be_a_fold(blot: Blot) -> bool:
    return blot.across < 3 or blot.down < 1.7 if _is_hand(blot) else blot.across < 2.5


def _covered(box: Box, boxes: list[Box]) -> float:
    return min(1.0, sum(other.covers(box) for other in boxes))
