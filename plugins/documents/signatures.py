"""Places where a paper asks for a signature or a seal, and ink there that was not surely taken for one."""

import re
from collections.abc import Iterable, Iterator

from plugins.documents.finding import Finding
from plugins.documents.ink import Blot
from plugins.documents.labels import label_of
from plugins.documents.words import Box, Line, Word
from plugins.model.papers import PersonalData

_SEAL_PLACE = re.compile(r"[(«]?[МM][.,]\s?[ПОO0][.,]?[)»/]?")
"""Place for a seal: «М.П.» (ru), «М.О.» (kk)."""

_BEFORE, _BEHIND, _ABOVE, _BELOW = 8, 16, 4, 4
"""Heights of the label within which a hand that belongs to it begins: before and behind it, above and below."""

_LEAST_INK = 0.8
"""Heights of a line that ink beside a label has at least each way: a dot or the rest of a rule is less."""


def signature_places(line: Line) -> Iterator[Finding]:
    """Yield the place to hide beside each label of a line, whether ink was found there or not."""
    for word in line:
        if label_of(word.text) is PersonalData.SIGNATURE:
            yield Finding(PersonalData.SIGNATURE, _place(word), is_read=False)


def possible_signatures(lines: Iterable[Line], ink: Iterable[Blot]) -> Iterator[Finding]:
    """Yield ink beside a label that nothing explains: a person has to look whether it is a signature."""
    labels = [word for line in lines for word in line if _asks_for_hand(word)]
    for blot in ink:
        if min(blot.across, blot.down) >= _LEAST_INK and any(_reach(word).covers(blot.box) > 0.5 for word in labels):
            yield Finding(PersonalData.SIGNATURE, blot.box)


def _asks_for_hand(word: Word) -> bool:
    return label_of(word.text) is PersonalData.SIGNATURE or _SEAL_PLACE.fullmatch(word.text) is not None


def _place(label: Word) -> Box:
    """Return the place above a label in brackets, which is below its line, or right of another one.

    The tails of a hand reach below the line, into the label.
    """
    box, height = label.box, label.box.height
    if label.text.startswith("("):
        return Box(box.x - 3 * height, box.y - 3 * height, box.width + 6 * height, 3 * height + height // 3)
    return Box(box.right + height // 3, box.y - height, 14 * height, 3 * height)


def _reach(label: Word) -> Box:
    box, height = label.box, label.box.height
    return Box(
        box.x - _BEFORE * height, box.y - _ABOVE * height,
        box.width + (_BEFORE + _BEHIND) * height, (_ABOVE + 1 + _BELOW) * height,
    )  # fmt: skip
