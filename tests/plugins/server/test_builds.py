"""What a page learns of the builds: whether it is the newest, and what was found."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from plugins.diagnostics import Phrase, Problem
from plugins.server.build_state import Builds, Outcome

FAULT = Problem("content/a.md", 1, 1, "not-utf-8")
DOUBT = Problem("content/a.md", 2, 1, "loose-typography", {"found": '"', "better": "«…»", "kind": Phrase("set-quotes")})


def test_the_last_build_is_kept() -> None:
    builds = Builds()
    seen = [builds.last]
    builds.succeeded([DOUBT])
    seen.append(builds.last)
    builds.failed([FAULT])
    seen.append(builds.last)
    assert seen == [
        Outcome(0, (), is_good=True),
        Outcome(1, (DOUBT,), is_good=True),
        Outcome(2, (FAULT,), is_good=False),
    ]


def test_who_listens_is_notified_of_each_build_and_of_none_that_was_missed() -> None:
    builds = Builds()
    builds.failed([FAULT])

    async def listen() -> list[int | None]:
        heard: list[int | None] = []
        async for outcome in builds.outcomes(0.05):
            heard.append(outcome.build if outcome else None)
            if len(heard) == 1:
                await asyncio.to_thread(builds.succeeded, [])
            if heard[-1] is None:
                return heard
        return heard

    with ThreadPoolExecutor(1) as pool:  # a browser test before may have left a loop in this thread
        assert pool.submit(asyncio.run, listen()).result() == [1, 2, None]


def test_who_has_gone_is_notified_no_more() -> None:
    builds, reported = Builds(), []
    with builds.subscribed(lambda: reported.append(builds.last.build)):
        builds.failed([FAULT])
    builds.failed([FAULT])
    assert reported == [1]
