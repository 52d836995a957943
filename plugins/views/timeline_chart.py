"""The timeline chart: the chapters of history on one scale of years, with the place of each line and dot (pure)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.model.sections.history import TimelineYear

_TICK_YEARS = 50
_SILENCES = ((100, "century"), (50, "half-century"), (20, "decades"))
"""Years without an event, and what so long a silence is called in the stylesheet."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An event in its order of time; `gap` names the silence after it, and is empty where it is short."""

    id: str
    year: int
    until: int | None
    gap: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on its line; `until` is where its span ends."""

    along: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Lane:
    """A chapter's line, `at` so far across, and from `start` to `end` along the years."""

    title: str
    at: int
    start: int
    end: int
    marks: tuple[Mark, ...]
    name_at_start: bool
    """Whether the name has more room after the line's start than before its end."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the scale."""

    year: int
    along: int


@dataclass(frozen=True, slots=True)
class TimePicture:
    """A drawing in whole units of its own: how long and broad it is, its scale of years, a line for each chapter."""

    length: int
    breadth: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a picture is laid out: its length along the years, room at both ends, and the distance of the lines."""

    length: int
    margin: int
    first_lane: int
    lane_distance: int


ACROSS = Sheet(length=1120, margin=30, first_lane=64, lane_distance=50)
DOWN = Sheet(length=600, margin=34, first_lane=70, lane_distance=50)


def in_time(timeline: Mapping[str, TimelineYear]) -> tuple[Stop, ...]:
    """Return the events from the earliest on; of one year, in the order they were written."""
    events = sorted(timeline.items(), key=lambda event: event[1].year)
    silences = [_silence(after.year - (before.until or before.year)) for (_, before), (_, after) in pairwise(events)]
    return tuple(
        Stop(name, event.year, event.until, gap)
        for (name, event), gap in zip(events, [*silences, ""][: len(events)], strict=True)
    )


def time_picture(chapters: Sequence[tuple[str, Mapping[str, TimelineYear]]], sheet: Sheet) -> TimePicture:
    """Return where the years of `chapters` (title and timeline) are on `sheet`; a year is everywhere as long.

    There is a chapter, and an event in each.
    """
    years = [year for _, events in chapters for event in events.values() for year in (event.year, event.until or 0)]
    first = min(filter(None, years)) // _TICK_YEARS * _TICK_YEARS
    last = max(-(-max(years) // _TICK_YEARS) * _TICK_YEARS, first + _TICK_YEARS)

    def along(year: int) -> int:
        return sheet.margin + round((year - first) * (sheet.length - 2 * sheet.margin) / (last - first))

    ticks = tuple(Tick(year, along(year)) for year in range(first, last + 1, _TICK_YEARS))
    lanes = tuple(
        _lane(title, sheet.first_lane + sheet.lane_distance * number, events, along, sheet.length)
        for number, (title, events) in enumerate(chapters)
    )
    return TimePicture(sheet.length, sheet.first_lane + sheet.lane_distance * (len(chapters) - 1) + 24, ticks, lanes)


def _lane(title: str, at: int, events: Mapping[str, TimelineYear], along: Callable[[int], int], length: int) -> Lane:
    marks = tuple(
        Mark(along(event.year), along(event.until) if event.until else None)
        for event in sorted(events.values(), key=lambda event: event.year)
    )
    start, end = marks[0].along, max(mark.until or mark.along for mark in marks)
    return Lane(title, at, start, end, marks, name_at_start=length - start >= end)


def _silence(years: int) -> str:
    return next((name for least, name in _SILENCES if years >= least), "")
