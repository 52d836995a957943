"""The sizes a video is offered in (pure).

Two sizes pay: one for phones, one for wide screens. The one for phones is also made in AV1, which most mobile browsers
play and which costs half the bytes (`bench/videos.py`); H.264 is always there for the rest. A video is never
enlarged, and one that every browser can play is only remuxed: encoding it again loses quality and saves nothing.
"""

from dataclasses import dataclass, replace
from typing import Literal

from plugins.video.probe import VideoFacts

SHORT_SIDES = (360, 720)
"""Pixels of the shorter side."""
_CRF = {360: 26, 720: 25}
_CRF_OF_AV1 = 45
_AUDIO_BITS_A_SECOND = {360: 64_000, 720: 96_000}
_PLAYED_EVERYWHERE = ("h264", "yuv420p", ("", "aac"))
_MOST_BITS_A_SECOND = 1_600_000
"""Of a video that is not encoded again: more would be wasted on a mobile network."""
_LIGHT_BITS_A_SECOND = 250_000
"""What a weak mobile network carries. Of a video this light, a smaller size would save under a megabyte a minute, and
take the sharpness of the words on the screen."""
LEAST_SAVING = 0.2
"""Part of the bytes a smaller size must save; otherwise one size serves all."""


@dataclass(frozen=True, slots=True)
class RenditionPlan:
    """One size to be made in one codec; `crf` is the quality the encoder keeps (lower is better)."""

    short_side: int
    width: int
    height: int
    crf: int
    audio_bits_a_second: int
    as_it_is: bool = False
    codec: Literal["h264", "av1"] = "h264"


def plan(facts: VideoFacts, size_in_bytes: int, *, is_web_file: bool) -> tuple[RenditionPlan, ...]:
    """Return the sizes to be made, in the order a browser is to try them. `is_web_file`: an MP4 with its index first."""
    short = min(facts.width, facts.height)
    sides = [side for side in SHORT_SIDES if side < short]
    if len(sides) < len(SHORT_SIDES):
        sides.append(min(short, SHORT_SIDES[len(sides)]))
    wanted = tuple(_wanted(facts, side, size_in_bytes, is_web_file) for side in sides)
    if wanted[0].width == wanted[-1].width or wanted[0].height == wanted[-1].height:
        wanted = wanted[-1:]  # hardly larger than the size for phones: no page could choose between them
    is_light = size_in_bytes * 8 <= _LIGHT_BITS_A_SECOND * facts.seconds
    if wanted[-1].as_it_is and is_light:
        return wanted[-1:]
    if wanted[0].as_it_is or wanted[0].short_side > SHORT_SIDES[0]:
        return wanted
    return (replace(wanted[0], crf=_CRF_OF_AV1, codec="av1"), *wanted)


def worth_offering(sizes_in_bytes: tuple[int, ...]) -> tuple[bool, ...]:
    """Return for each file of a video, in order, whether it saves enough beside the next one that is offered."""
    offered = [True]
    next_offered = sizes_in_bytes[-1]
    for size in reversed(sizes_in_bytes[:-1]):
        offered.append(size <= next_offered * (1 - LEAST_SAVING))
        next_offered = size if offered[-1] else next_offered
    return tuple(reversed(offered))


def _wanted(facts: VideoFacts, side: int, size_in_bytes: int, is_web_file: bool) -> RenditionPlan:
    scale = side / min(facts.width, facts.height)
    quality = SHORT_SIDES[0] if side <= SHORT_SIDES[0] else SHORT_SIDES[1]
    codec, pixels, audio = _PLAYED_EVERYWHERE
    as_it_is = (
        is_web_file
        and scale == 1
        and facts.turned == 0
        and facts.width % 2 == facts.height % 2 == 0
        and (facts.video_codec, facts.pixel_format) == (codec, pixels)
        and facts.audio_codec in audio
        and size_in_bytes * 8 <= _MOST_BITS_A_SECOND * facts.seconds
    )
    width, height = (
        (facts.width, facts.height) if as_it_is else (_whole(facts.width * scale), _whole(facts.height * scale))
    )
    return RenditionPlan(side, width, height, _CRF[quality], _AUDIO_BITS_A_SECOND[quality], as_it_is)


def _whole(length: float) -> int:
    """Return a number of pixels that four divides, so that the rows of colour, half as many, are even too."""
    return max(4, round(length) // 4 * 4)
