"""Which sizes a film is offered in."""

import pytest

from plugins.video.plan import plan, worth_offering
from plugins.video.probe import VideoFacts


def facts(
    width: int, height: int, *, codec: str = "h264", pixels: str = "yuv420p", audio: str = "aac", turned: int = 0
) -> VideoFacts:
    return VideoFacts(60.0, width, height, turned, codec, pixels, audio, "digest")


LIGHTEST, LIGHT, HEAVY = 1_500_000, 5_000_000, 40_000_000

PLANS = {
    "high definition": (facts(1920, 1080), HEAVY, [(640, 360, False), (1280, 720, False)]),
    "720 lines, light: published as it stands": (facts(1280, 720), LIGHT, [(640, 360, False), (1280, 720, True)]),
    "720 lines, so light that one size serves all": (facts(1280, 720), LIGHTEST, [(1280, 720, True)]),
    "light, but to be encoded anew": (facts(1280, 720, codec="hevc"), LIGHTEST, [(640, 360, False), (1280, 720, False)]),
    "720 lines, heavy": (facts(1280, 720), HEAVY, [(640, 360, False), (1280, 720, False)]),
    "720 lines, another codec": (facts(1280, 720, codec="hevc"), LIGHT, [(640, 360, False), (1280, 720, False)]),
    "720 lines, ten bits": (facts(1280, 720, pixels="yuv420p10le"), LIGHT, [(640, 360, False), (1280, 720, False)]),
    "720 lines, sound browsers may not play": (facts(1280, 720, audio="ac3"), LIGHT, [(640, 360, False), (1280, 720, False)]),
    "720 lines, silent": (facts(1280, 720, audio=""), LIGHT, [(640, 360, False), (1280, 720, True)]),
    "upright, turned by the player": (facts(720, 1280, turned=90), LIGHT, [(360, 640, False), (720, 1280, False)]),
    "upright": (facts(1080, 1920), HEAVY, [(360, 640, False), (720, 1280, False)]),
    "between both sizes": (facts(854, 480), LIGHT, [(640, 360, False), (854, 480, True)]),
    "smaller than both: never enlarged": (facts(320, 180), LIGHT, [(320, 180, True)]),
    "exactly the small size": (facts(640, 360), LIGHT, [(640, 360, True)]),
    "an odd width becomes even": (facts(853, 480), LIGHT, [(640, 360, False), (852, 480, False)]),
    "hardly larger than the size for telephones": (facts(362, 640), HEAVY, [(360, 640, False)]),
    "old television": (facts(720, 576), HEAVY, [(448, 360, False), (720, 576, False)]),
}  # fmt: skip


@pytest.mark.parametrize(("film", "size_in_bytes", "expected"), PLANS.values(), ids=PLANS)
def test_sizes_are_chosen(film: VideoFacts, size_in_bytes: int, expected: list[tuple[int, int, bool]]) -> None:
    planned = [
        (wanted.width, wanted.height, wanted.as_it_is)
        for wanted in plan(film, size_in_bytes, is_web_file=True)
        if wanted.codec == "h264"
    ]
    assert planned == expected


IN_AV1 = {
    "what is made for telephones": (facts(1920, 1080), HEAVY, (640, 360)),
    "an upright film": (facts(1080, 1920), HEAVY, (360, 640)),
    "a small film that is made anew": (facts(320, 180, codec="hevc"), LIGHT, (320, 180)),
    "not what is published as it stands": (facts(640, 360), LIGHT, None),
    "not a film so light that one size serves all": (facts(1280, 720), LIGHTEST, None),
}


@pytest.mark.parametrize(("film", "size_in_bytes", "expected"), IN_AV1.values(), ids=IN_AV1)
def test_the_size_for_telephones_is_offered_in_av1_before_the_same_in_h264(
    film: VideoFacts, size_in_bytes: int, expected: tuple[int, int] | None
) -> None:
    wanted = plan(film, size_in_bytes, is_web_file=True)
    assert [one.codec for one in wanted].count("av1") == (expected is not None)
    assert wanted[-1].codec == "h264"
    if expected:
        assert [(one.codec, one.width, one.height) for one in wanted[:2]] == [("av1", *expected), ("h264", *expected)]


def test_another_container_is_never_published_as_it_stands() -> None:
    assert [wanted.as_it_is for wanted in plan(facts(1280, 720), LIGHT, is_web_file=False)] == [False, False, False]


def test_four_divides_every_side_and_none_is_larger_than_the_video() -> None:
    for width in range(2, 2000, 37):
        for height in range(2, 1200, 53):
            for wanted in plan(facts(width, height), HEAVY, is_web_file=True):
                assert wanted.width % 4 == wanted.height % 4 == 0
                assert wanted.width <= max(4, width)
                assert wanted.height <= max(4, height)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((100,), (True,)), ((50, 100), (True, True)), ((80, 100), (True, True)), ((81, 100), (False, True)), ((120, 100), (False, True)), ((79, 100, 80), (False, False, True)), ((60, 100, 80), (True, False, True)), ((30, 60, 100), (True, True, True))],
)  # fmt: skip
def test_a_smaller_size_is_offered_where_it_saves_a_fifth(sizes: tuple[int, ...], expected: tuple[bool, ...]) -> None:
    assert worth_offering(sizes) == expected
