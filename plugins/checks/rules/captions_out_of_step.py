"""Captions keep step with their video.

Deaf viewers need captions; so does anyone watching with the sound off. Captions are out of step where they are unreadable,
not in order, over each other, beyond the video, or gone before one can read them.
Source: WCAG 2.2, 1.2.2; https://www.w3.org/TR/webvtt1/
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.model.captions import Captions, Cue

MOST_CHARACTERS_A_SECOND = 21
"""Subtitlers ask for 15 to 17 of adults; from here on hardly anybody keeps up."""
_TOLERANCE = 0.25
"""Seconds by which the last words may outlast the pictures: players round."""


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every caption that is out of step."""
    for video in site.content.all_videos():
        seconds = site.video_seconds.get(video.file or "")
        for captions in video.captions.values():
            yield from _steps(captions, seconds)


def _steps(captions: Captions, video_seconds: float | None) -> Iterator[Problem]:
    for line, phrase in captions.unreadable:
        yield _out_of_step(captions.path, line, phrase)
    if not captions.cues and not captions.unreadable:
        yield _out_of_step(captions.path, 1, "cue-none")
    last_end = 0.0
    for cue in captions.cues:
        if fault := _fault(cue, last_end, video_seconds):
            yield _out_of_step(captions.path, cue.line, fault)
        last_end = max(last_end, cue.end)


def _fault(cue: Cue, last_end: float, video_seconds: float | None) -> str | None:
    if cue.end <= cue.start:
        return "cue-ends-before-start"
    if cue.start < last_end:
        return "cue-overlaps"
    if video_seconds is not None and cue.end > video_seconds + _TOLERANCE:
        return "cue-beyond-film"
    if len(cue.plain) > MOST_CHARACTERS_A_SECOND * (cue.end - cue.start):
        return "cue-too-fast"
    return None


def _out_of_step(path: str, line: int, phrase: str) -> Problem:
    return Problem(path, line, 1, "captions-out-of-step", {"detail": Phrase(phrase), "cure": Phrase(f"{phrase}-cure")})
