"""Films of other sites."""

from pathlib import Path

import pytest

from plugins.checks.rules import third_party_video
from plugins.checks.rules.third_party_video import leads_to_video
from tests.plugins.checks.checked import CASE_BODY_LINE, told_by, write_case
from tests.plugins.model.edits import problems_of, replaced

FILMS = [
    "https://www.youtube.com/watch?v=abc", "https://youtu.be/abc", "http://m.youtube.com/shorts/abc", "//youtube.com/embed/a",
    "https://www.youtube-nocookie.com/embed/abc", "https://vimeo.com/12345", "https://player.vimeo.com/video/1",
    "https://rutube.ru/video/abc/", "https://vk.com/video-1_2", "https://ok.ru/video/123", "https://vkvideo.ru/video-1_2",
    "https://www.tiktok.com/@a/video/1", "https://www.instagram.com/reel/abc/", "https://www.facebook.com/watch/?v=1",
    "https://example.org/films/story.mp4", "https://example.org/STORY.MOV?x=1", "https://cdn.example.org/live.m3u8",
    "HTTPS://YOUTU.BE/abc", "https://youtube.com./watch?v=abc",
]  # fmt: skip
NO_FILMS = [
    "https://adilet.zan.kz/kaz/docs/Z010000197_", "/faq/how-to-join/", "story.mp4", "#film", "mailto:a@example.org",
    "https://notyoutube.com/watch", "https://example.org/youtube.com/", "https://vk.com/club1", "https://ok.ru/group/1",
    "https://example.org/mp4/", "https://www.instagram.com/someone/",
]  # fmt: skip


@pytest.mark.parametrize("address", FILMS)
def test_an_address_of_a_video_elsewhere_is_known(address: str) -> None:
    assert leads_to_video(address)


@pytest.mark.parametrize("address", NO_FILMS)
def test_any_other_address_is_left_alone(address: str) -> None:
    assert not leads_to_video(address)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_link_is_told_at_its_address(content: Path, language: str) -> None:
    file = write_case(content, language, "Ә [ё](https://youtu.be/abc) ұ.\n\n[і](https://youtu.be/abc)")
    assert told_by(third_party_video.check, content) == [
        (file, CASE_BODY_LINE, 7, "third-party-video", {}), (file, CASE_BODY_LINE + 2, 5, "third-party-video", {}),
    ]  # fmt: skip


def test_an_address_in_facts_is_told_at_its_value(content: Path) -> None:
    replaced("news/meeting/facts.yaml", "https://example.org/", "https://youtu.be/abc")(content)
    assert told_by(third_party_video.check, content) == [("news/meeting/facts.yaml", 4, 10, "third-party-video", {})]


def test_a_video_of_another_site_cannot_be_a_video_of_the_page(content: Path) -> None:
    replaced("faq/how-to-join/facts.yaml", "order: 1", "order: 1\nfilms: {a: {file: https://youtu.be/abc}}")(content)
    assert ("faq/how-to-join/facts.yaml", 2, 19, "third-party-video", {}) in problems_of(content)


def test_a_page_without_videos_elsewhere_is_not_told(content: Path) -> None:
    assert told_by(third_party_video.check, content) == []
