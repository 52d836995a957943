"""A recorded film taken into an item: probed, stripped of the camera's metadata, and named; its captions as rows."""

import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import av

from plugins.diagnostics import Problem
from plugins.model.captions import Cue, read_captions, write_captions
from plugins.video.inspect import inspect_files
from plugins.video.probe import UndecodableVideoError, VideoFacts, probe
from plugins.video.remux import remux

_LETTERS_A_SECOND = 15
"""As a slow reader reads a caption."""
_SHORTEST = 2.0
"""Seconds a caption stays at least."""
_ENDINGS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv"})
_TIME = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,2})(?:[.,](\d{1,3}))?")
_TYPED_TAG = re.compile(r"-->|<")


class UnusableFilmError(Exception):
    """A film that is not taken; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def taken_film(file: Path, cache: Path) -> tuple[Path, VideoFacts]:
    """Return the file to keep of a film that was sent, and its facts. Raises UnusableFilmError.

    Where its streams fit into an MP4, that holds them alone, with the index first; a film that is turned keeps its file.
    """
    found, problems = inspect_files(file.parent, [file.name], cache)
    if file.name not in found:
        raise UnusableFilmError(problems[0])
    facts = found[file.name]
    plain = file.with_name("plain.mp4")
    with suppress(av.FFmpegError, ValueError, UndecodableVideoError):
        remux(file, plain)
        again = probe(plain, cache)
        if (again.width, again.height, again.turned) == (facts.width, facts.height, facts.turned):
            return plain, again
    return file, facts


def ending_of(name: str) -> str:
    """Return the ending a film of this name keeps; `.mp4` for a name without a known one."""
    ending = Path(name).suffix.lower()
    return ending if ending in _ENDINGS else ".mp4"


def moved_into(folder: Path, file: Path, key: str) -> str:
    """Move a film into the folder of its item; return its name there."""
    name = f"{key}{file.suffix}"
    shutil.move(file, folder / name)
    return name


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """One caption as it is typed."""

    start: str
    end: str
    text: str


def rows_of_captions(text: str) -> list[CaptionRow] | None:
    """Return the captions of a WebVTT text as rows; None for one that holds more than rows can show."""
    captions = read_captions(text, "")
    if text and (captions.unreadable or write_captions(captions.cues) != text.replace("\r\n", "\n")):
        return None
    return [CaptionRow(short_time(cue.start), short_time(cue.end), cue.text) for cue in captions.cues]


def timed(rows: Sequence[CaptionRow], others: Sequence[CaptionRow], seconds: float) -> list[CaptionRow]:
    """Return the rows with a time where only words were typed.

    It is that of the same row in the other language; without one, each row follows the one before and stays as long as the
    longer of its two texts is read. No row goes beyond the `seconds` of the film.
    """
    found: list[CaptionRow] = []
    end = 0.0
    for row, other in zip_longest(rows, others[: len(rows)], fillvalue=CaptionRow("", "", "")):
        found.append(_timed(row, other, end, seconds))
        end = seconds_of(found[-1].end) or end
    return found


def _timed(row: CaptionRow, other: CaptionRow, start: float, seconds: float) -> CaptionRow:
    if not row.text.strip() or row.start.strip() or row.end.strip():
        return row
    if other.start.strip() and other.end.strip():
        return CaptionRow(other.start, other.end, row.text)
    longest = max(len(row.text), len(other.text)) / _LETTERS_A_SECOND
    end = min(start + max(longest, _SHORTEST), seconds)
    return CaptionRow(short_time(start), short_time(end), row.text)


def captions_of_rows(rows: Sequence[CaptionRow]) -> tuple[str, Mapping[int, str]]:
    """Return the WebVTT text of the rows, and for each row that is none, by its number, what is wrong with it.

    What is wrong is `time` or `words`. Rows of which nothing is filled in are left out.
    """
    cues: list[Cue] = []
    wrong: dict[int, str] = {}
    for number, row in enumerate(rows):
        lines = [line.strip() for line in row.text.splitlines() if line.strip()]
        start, end = seconds_of(row.start), seconds_of(row.end)
        if not lines and not row.start and not row.end:
            continue
        if start is None or end is None or end <= start:
            wrong[number] = "time"
        elif not lines or _TYPED_TAG.search(row.text):
            wrong[number] = "words"
        else:
            cues.append(Cue(start, end, "\n".join(lines), 0))
    return write_captions(tuple(sorted(cues, key=lambda cue: cue.start))), wrong


def seconds_of(time: str) -> float | None:
    """Return the seconds of a time such as `5`, `1:05,5` or `00:01:05.500`; None where it is none."""
    match = _TIME.fullmatch(time.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    return hours * 3600 + minutes * 60 + seconds + int((match[4] or "0").ljust(3, "0")) / 1000


def short_time(seconds: float) -> str:
    """Return a time as an editor writes it: `1:05.500`."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{left:02}.{thousandths:03}"
