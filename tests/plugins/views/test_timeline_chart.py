"""Chapters of history on one scale of years."""

from plugins.model.sections.history import TimelineYear
from plugins.views.timeline_chart import ACROSS, in_time, time_picture


def timeline(*years: tuple[int, int | None]) -> dict[str, TimelineYear]:
    return {f"event-{place}": TimelineYear(year=year, until=until) for place, (year, until) in enumerate(years)}


def test_a_year_is_everywhere_as_long() -> None:
    picture = time_picture([("Бір", timeline((1761, 1873))), ("Екі", timeline((1844, None), (1900, None)))], ACROSS)
    first, last = picture.ticks[0], picture.ticks[-1]
    assert (first.year, last.year) == (1750, 1900)
    assert (first.along, last.along) == (ACROSS.margin, ACROSS.length - ACROSS.margin)
    assert {right.along - left.along for left, right in zip(picture.ticks, picture.ticks[1:], strict=False)} <= {
        353,
        354,
    }
    assert picture.lanes[1].marks[-1].along == last.along


def test_one_event_in_a_year_that_begins_a_part_of_the_scale_has_a_scale_too() -> None:
    picture = time_picture([("Бір", timeline((1850, None)))], ACROSS)
    assert [tick.year for tick in picture.ticks] == [1850, 1900]
    assert picture.lanes[0].marks[0].along == ACROSS.margin


def test_events_stand_in_their_order_with_the_silence_after_each() -> None:
    stops = in_time(timeline((1950, None), (1761, 1873), (1955, None)))
    assert [(stop.year, stop.gap) for stop in stops] == [(1761, "half-century"), (1950, ""), (1955, "")]
    assert in_time({}) == ()
