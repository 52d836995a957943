"""What a page learns of the builds: whether it is the newest, and what was found."""

from threading import Thread

from plugins.diagnostics import Problem
from plugins.server.build_state import Builds, Outcome

FAULT = Problem("content/a.md", 1, 1, "missing-front-matter")
DOUBT = Problem("content/a.md", 2, 1, "loose-typography", {"found": '"', "better": "«…»"})


def test_only_a_good_build_makes_other_pages() -> None:
    builds = Builds()
    seen = [builds.last]
    builds.succeeded([DOUBT])
    seen.append(builds.last)
    builds.failed([FAULT])
    seen.append(builds.last)
    builds.was_unchanged([DOUBT])
    seen.append(builds.last)
    assert seen == [
        Outcome(0, 0, (), is_good=True),
        Outcome(1, 1, (DOUBT,), is_good=True),
        Outcome(2, 1, (FAULT,), is_good=False),
        Outcome(3, 1, (DOUBT,), is_good=True),
    ]


def test_who_waits_is_woken_by_the_next_build() -> None:
    builds = Builds()
    woken: list[Outcome] = []
    waiting = Thread(target=lambda: woken.append(builds.wait_after(0, 60)))
    waiting.start()
    builds.failed([FAULT])
    waiting.join(60)
    assert [outcome.build for outcome in woken] == [1]


def test_who_has_missed_a_build_does_not_wait() -> None:
    builds = Builds()
    builds.failed([FAULT])
    assert builds.wait_after(0, 3600).build == 1


def test_who_waits_in_vain_gets_the_last_one() -> None:
    assert Builds().wait_after(0, 0.01).build == 0
