"""When each text of a storyboard appears, and the captions and chapters that follow from it (pure)."""

from dataclasses import dataclass

from plugins.design.text import break_lines
from plugins.model.captions import Cue
from plugins.video.storyboard.scenes import Scene, SceneList

_LEAD = 0.3
"""Seconds after the beginning of a scene at which its heading appears."""
_TAIL = 1.0
"""Seconds at the end of a scene in which nothing new appears."""
_WEIGHT_OF_A_TEXT = 12
"""Characters that finding a new text costs, however short it is."""
_CHARACTERS_A_SECOND = 14
"""What is read without haste: the next text comes no later, and time that is left shows the whole scene."""
_GAP = 0.1
_MOST_IN_LINE, _LINES = 42, 2
"""Characters in a line, and lines, that viewers read without losing the picture."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of a scene, and the seconds of the video between which it is the newest."""

    text: str
    start: float
    end: float


def shown_texts(scene: Scene, begins: float) -> tuple[Shown, ...]:
    """Return the texts of a scene with their times; each has time in proportion to its length."""
    weights = [len(text) + _WEIGHT_OF_A_TEXT for text in scene.texts]
    share = min((scene.seconds - _LEAD - _TAIL) / sum(weights), 1 / _CHARACTERS_A_SECOND)
    shown: list[Shown] = []
    start = begins + _LEAD
    for text, weight in zip(scene.texts, weights, strict=True):
        end = start + weight * share
        shown.append(Shown(text, round(start, 3), round(end, 3)))
        start = end
    last = shown[-1]
    return (*shown[:-1], Shown(last.text, last.start, round(begins + scene.seconds - _GAP, 3)))


def captions_of(storyboard: SceneList) -> tuple[Cue, ...]:
    """Return the captions of the video: every text when it appears, in cues of at most two lines."""
    cues: list[Cue] = []
    for begins, scene in zip(storyboard.starts, storyboard.scenes, strict=True):
        for shown in shown_texts(scene, begins):
            lines = break_lines(shown.text, _MOST_IN_LINE, len)
            parts = [lines[place : place + _LINES] for place in range(0, len(lines), _LINES)]
            start, length = shown.start, sum(map(len, lines))
            for part in parts:
                end = start + (shown.end - shown.start) * sum(map(len, part)) / length
                cues.append(Cue(round(start, 3), round(end, 3), "\n".join(part), 0))
                start = end
    return tuple(cues)


def chapters_of(storyboard: SceneList) -> tuple[Cue, ...]:
    """Return the chapters of the video: one a scene, named by its heading."""
    return tuple(
        Cue(begins, begins + scene.seconds, scene.heading, 0)
        for begins, scene in zip(storyboard.starts, storyboard.scenes, strict=True)
    )
