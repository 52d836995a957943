"""Captions as WebVTT writes them: cues with the place of each, so that a fault is reported at its line (pure).

Read strictly: what browsers would skip in silence is a fault here. https://www.w3.org/TR/webvtt1/
"""

import re
from dataclasses import dataclass
from itertools import groupby

_SIGNATURE = re.compile(r"WEBVTT(?:[ \t][^\n]*)?")
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?P<settings>(?:[ \t]+[a-z]+:\S+)*)\s*")
_ARROW = "-->"
_CLOCK = re.compile(r"\d{1,2}:\d{2}[.,]\d{1,3}")
_NEAR_SIGNATURE = re.compile(r"\W*web\s?vtt\b", re.IGNORECASE)
_NOT_CUES = ("NOTE", "STYLE", "REGION")
_TAG = re.compile(r"</?[a-z][^>\n]*>|<\d[\d:.]*>")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and the seconds between which they are shown."""

    start: float
    end: float
    text: str
    """Without tags, lines as written; a tag is blanked out by spaces, so that places stay right."""
    line: int
    """Of the timing, from 1; the words begin on the next line."""

    @property
    def plain(self) -> str:
        """Return the words on one line."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Captions:
    """A caption file as it was written."""

    path: str
    source: str
    cues: tuple[Cue, ...]
    unreadable: tuple[tuple[int, str], ...]
    """Lines, from 1, of which no cue could be made, each with the phrase that names why."""


def read_captions(text: str, path: str) -> Captions:
    """Return the cues of a WebVTT text in the order they are written, and the lines that could not be read."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cues: list[Cue] = []
    unreadable: list[tuple[int, str]] = []
    if not _SIGNATURE.fullmatch(lines[0]):
        place = next((number for number, line in enumerate(lines, start=1) if _NEAR_SIGNATURE.match(line)), None)
        unreadable.append((1, "cue-no-signature") if place is None else (place, "cue-odd-signature"))
        lines = (
            ["", *lines[1:]] if place == 1 else lines if place is None else [*lines[: place - 1], "", *lines[place:]]
        )
    numbered = list(enumerate(lines, start=1))[1:]
    for has_words, group in groupby(numbered, key=lambda pair: bool(pair[1].strip())):
        block = list(group)
        if not has_words or (block[0][0] == 2 and not any(_ARROW in line for _, line in block)):
            continue  # a blank, or the rest of the header
        if block[0][1].split(" ")[0] in _NOT_CUES:
            continue
        if len(block) > 1 and _ARROW not in block[0][1] and _ARROW in block[1][1]:
            block = block[1:]  # the identifier of the cue
        cue = _cue(block)
        if cue is None:
            unreadable.append((block[0][0], _why(block)))
        else:
            cues.append(cue)
    return Captions(path, text, tuple(cues), tuple(unreadable))


def _cue(block: list[tuple[int, str]]) -> Cue | None:
    line, timing = block[0]
    match = _TIMING.fullmatch(timing)
    words = "\n".join(_TAG.sub(lambda tag: " " * len(tag.group(0)), text) for _, text in block[1:])
    if match is None or not words.strip() or _ARROW in words:
        return None
    start, end = (_seconds(match.groups()[first : first + 4]) for first in (0, 4))
    return Cue(start, end, words, line)


def _why(block: list[tuple[int, str]]) -> str:
    """Return the phrase for why no cue could be made of a block."""
    timing = block[0][1]
    if _TIMING.fullmatch(timing):
        return "cue-no-gap" if any(_ARROW in words for _, words in block[1:]) else "cue-no-words"
    if _ARROW in timing and _TIMING.fullmatch(timing.replace(",", ".")):
        return "cue-comma"
    if len(_CLOCK.findall(timing)) == 2 and not _TIMING.search(timing):
        return "cue-arrow" if _ARROW not in timing else "cue-unreadable"
    return "cue-unreadable" if ":" in timing or _ARROW in timing else "cue-empty-line"


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def write_captions(cues: tuple[Cue, ...]) -> str:
    """Return the cues as a WebVTT text."""
    blocks = [f"{_written(cue.start)} {_ARROW} {_written(cue.end)}\n{cue.text}\n" for cue in cues]
    return "WEBVTT\n\n" + "\n".join(blocks)


def _written(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    whole, rest = divmod(thousandths, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:03}"
