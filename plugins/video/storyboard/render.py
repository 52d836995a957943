"""A composition rendered to H.264 in MP4: its frames, and the editor's sound as AAC where there is one."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.audio.resampler import AudioResampler
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.reformatter import ColorRange, Colorspace
from PIL import Image

from plugins.video.encode import BT709, CONTAINER
from plugins.video.probe import open_sound
from plugins.video.storyboard.composition import Composition
from plugins.video.storyboard.frames import FRAMES_A_SECOND, crossed, frames_of_scene
from plugins.video.storyboard.layout import HEIGHT, WIDTH
from plugins.video.storyboard.style import Style

_QUALITY = {
    "crf": "23", "preset": "fast", "tune": "animation", "profile": "high", "level": "3.1",
    "g": str(20 * FRAMES_A_SECOND),
}  # fmt: skip
"""Each scene begins with a whole picture, so that a chapter is found at once; between them one in 20 s is enough."""


def render(composition: Composition, style: Style, target: Path, report: Callable[[float], None]) -> None:
    """Write the video to `target`; `report` is called with the part that is done, from 0 to 1.

    One thread, fixed settings and no time stamps: the same storyboard gives the same bytes.
    """
    total = round(composition.seconds * FRAMES_A_SECOND)
    with av.open(str(target), "w", format="mp4", options=CONTAINER) as output:
        video = output.add_stream("libx264", rate=FRAMES_A_SECOND)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = video.codec_context
        context.thread_count = 1
        context.options = dict(_QUALITY)
        context.colorspace = context.color_primaries = context.color_trc = BT709  # untagged, players guess
        context.color_range = ColorRange.MPEG
        sound = _Sound(composition.sound, output, composition.seconds) if composition.sound else None
        shown: Image.Image | None = None
        converted: av.VideoFrame | None = None
        for number, (image, is_first) in enumerate(_frames(composition, style)):
            if converted is None or image is not shown:
                converted, shown = _converted(image), image
            converted.pts, converted.time_base = number, Fraction(1, FRAMES_A_SECOND)
            converted.pict_type = PictureType.I if is_first else PictureType.NONE
            output.mux(video.encode(converted))
            if number % FRAMES_A_SECOND == 0:
                report(number / total)
                if sound:
                    sound.play_until(number / FRAMES_A_SECOND)
        output.mux(video.encode(None))
        if sound:
            sound.play_until(composition.seconds)
            sound.close()


def _frames(composition: Composition, style: Style) -> Iterator[tuple[Image.Image, bool]]:
    """Yield every frame, and whether a scene begins with it."""
    last: Image.Image | None = None
    begins = 0.0
    for scene, seconds in zip(composition.scenes, composition.lengths, strict=True):
        before = last
        for number, frame in enumerate(crossed(before, frames_of_scene(scene, begins, seconds, style))):
            last = frame
            yield frame, number == 0
        begins += seconds


class _Sound:
    """The editor's sound, encoded along with the pictures and cut at the end of the video."""

    def __init__(self, file: Path, output: OutputContainer, seconds: float) -> None:
        self._input = open_sound(file)
        self._output = output
        self._stream = output.add_stream("aac", rate=48_000, layout="stereo")
        self._stream.bit_rate = 96_000
        self._resampler = AudioResampler(format="fltp", layout="stereo", rate=48_000)
        self._frames = self._resampled()
        self._next: av.AudioFrame | None = next(self._frames, None)
        self._seconds = seconds

    def play_until(self, second: float) -> None:
        while self._next is not None and (self._next.time or 0.0) < min(second, self._seconds):
            self._output.mux(self._stream.encode(self._next))
            self._next = next(self._frames, None)

    def close(self) -> None:
        self._output.mux(self._stream.encode(None))
        self._input.close()

    def _resampled(self) -> Iterator[av.AudioFrame]:
        for frame in self._input.decode(audio=0):
            yield from self._resampler.resample(frame)


def _converted(image: Image.Image) -> av.VideoFrame:
    frame: av.VideoFrame = av.VideoFrame.from_image(image.convert("RGB"))  # type: ignore[no-untyped-call]
    return frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG)
