"""Films that play on another site, in links and in plain words."""

from pathlib import Path

import pytest

from plugins.checks.rules import third_party_video
from tests.plugins.checks.marked_body import found_and_marked
from tests.plugins.model.edits import problems_of, replaced

CASES = {
    "first, middle and last": "[а](‹›https://youtu.be/abc) ә\n\n- ‹›rutube.ru/video/a/\n- бір\n\nә ‹›vk.com/video-1_2",
    "by reference": "[а][1]\n\n[1]: ‹›https://youtu.be/abc",
    "in angle brackets": "<‹›https://vimeo.com/123>",
    "two in a line": "‹›youtu.be/a және ‹›youtu.be/b",
    "a channel, not a film": "[а](https://example.kz/video/)",
    "the name of the site": "Youtube.com сайтына хабарлама беріледі.",
    "a redirect, which another rule reports": "[а](https://clck.ru/abc)",
    "a frame, which another rule reports": '<iframe src="https://youtu.be/abc"></iframe>',
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_film_elsewhere_is_reported(content: Path, language: str, body: str) -> None:
    found, marked = found_and_marked(third_party_video.check, content, language, body)
    assert found == marked


def test_a_video_of_another_site_cannot_be_a_video_of_the_page(content: Path) -> None:
    replaced("faq/how-to-join/facts.yaml", "order: 1", "order: 1\nfilms: {a: {file: https://youtu.be/abc}}")(content)
    assert ("faq/how-to-join/facts.yaml", 2, 19, "third-party-video", {}) in problems_of(content)
