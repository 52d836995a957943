"""Lines made to hold a check up: what is done with them grows with their length, and few of many equal problems are told.

Each line is checked in a forked child, which the system ends when it has had a minute of the processor: a busy machine changes
nothing. `python -m bench.adversarial` measures the lines.
"""

import os
import resource
import sys

import pytest

from bench.adversarial import LENGTH, ODD_LINES, PIECES, PLACES, LongLines, line_of
from plugins.diagnostics.problem import MOST_OF_A_KIND

MOST_SECONDS = 60
"""Of the processor, for a line that needs one; a pattern that goes over it once for each of its signs takes minutes."""
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> LongLines:
    return LongLines.below(tmp_path_factory.mktemp("long-lines"))


def reported_within_the_limit(site: LongLines, place: str, line: str) -> str:
    """Return what a child reports of a line."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
            resource.setrlimit(resource.RLIMIT_CPU, (int(used) + MOST_SECONDS, resource.RLIM_INFINITY))
            with os.fdopen(writing, "wb") as out:
                out.write(site.put(place, line).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as reported:
        told = reported.read().decode()
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended == 0, f"the child ended with {ended}"
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in WORST else pytest.mark.long) for name in (*PIECES, *ODD_LINES)]
)
def test_a_long_line_does_not_hold_a_check_up(site: LongLines, name: str) -> None:
    for place in PLACES:
        reported = reported_within_the_limit(site, place, line_of(name, LENGTH))
        assert reported.count(" loose-typography: ") <= MOST_OF_A_KIND


def test_of_many_equal_problems_the_first_are_reported_and_the_others_counted(site: LongLines) -> None:
    reported = site.put("paragraphs", line_of("straight quotes", 20_000))
    assert reported.count(" loose-typography: ") == 300
    assert reported.count("(и ещё 19700 таких же мест в этом файле)") == 1


def test_a_line_of_many_pages_is_reported_once(site: LongLines) -> None:
    reported = site.put("line", line_of("straight quotes", LENGTH))
    assert reported.count("too-long-paragraph: ") == 1
    assert "loose-typography" not in reported
