"""Lines made to hold a check up: what is done with them grows with their length, and few of many equal problems are told.

The bound is many times what a line needs; it counts the time of the processor, so that a busy machine changes nothing.
`python -m bench.adversarial` measures them.
"""

import signal
import sys
from types import FrameType

import pytest

from bench.adversarial import LENGTH, ODD_LINES, PIECES, PLACES, LongLines, line_of
from plugins.diagnostics.problem import MOST_OF_A_KIND

MOST_SECONDS = 15.0
"""A pattern that goes over such a line once for each of its signs takes minutes."""
WORST = (
    "Latin in comments",
    "Latin in quotes",
    "number signs",
    "soft hyphens",
    "straight quotes",
    "addresses in angles",
    "digits with hyphens",
    "capitals with hyphens",
)


class Overtime(Exception):  # noqa: N818 - told by pytest under its name
    pass


def stop(_: int, __: FrameType | None) -> None:
    raise Overtime


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> LongLines:
    return LongLines.below(tmp_path_factory.mktemp("long-lines"))


def reported_in_time(site: LongLines, place: str, line: str) -> str:
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        return site.put(place, line)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no clock of the processor")
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in WORST else pytest.mark.long) for name in (*PIECES, *ODD_LINES)]
)
def test_a_long_line_does_not_hold_a_check_up(site: LongLines, name: str) -> None:
    for place in PLACES:
        reported = reported_in_time(site, place, line_of(name, LENGTH))
        assert reported.count(" loose-typography: ") <= MOST_OF_A_KIND


def test_of_many_equal_problems_the_first_are_reported_and_the_others_counted(site: LongLines) -> None:
    reported = site.put("paragraphs", line_of("straight quotes", 20_000))
    assert reported.count(" loose-typography: ") == 300
    assert reported.count("(и ещё 19700 таких же мест в этом файле)") == 1


def test_a_line_of_many_pages_is_reported_once(site: LongLines) -> None:
    reported = site.put("line", line_of("straight quotes", LENGTH))
    assert reported.count("too-long-paragraph: ") == 1
    assert "loose-typography" not in reported
