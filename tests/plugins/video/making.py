"""Small films made for a test: a moving square, with a tone where sound is wanted."""

import math
import struct
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image, ImageDraw

RATE = 10


def make_video(
    path: Path,
    seconds: float = 2.0,
    size: tuple[int, int] = (320, 180),
    *,
    sound: bool = False,
    codec: str = "libx264",
    fast_start: bool = True,
    pixel_format: str = "yuv420p",
    is_restless: bool = False,
) -> Path:
    """Write a film and return its path; a restless one is as heavy as one of a camera."""
    options = {"movflags": "+faststart"} if fast_start and path.suffix in {".mp4", ".mov"} else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", options=options) as output:
        video = output.add_stream(codec, rate=RATE)
        video.width, video.height, video.pix_fmt = *size, pixel_format
        audio = output.add_stream("aac", rate=48_000, layout="mono") if sound else None
        for number in range(round(seconds * RATE)):
            frame = av.VideoFrame.from_image(_square(size, number, is_restless=is_restless)).reformat(
                format=pixel_format
            )
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            output.mux(video.encode(frame))
        output.mux(video.encode(None))
        if audio is not None:
            for frame in tone(seconds):
                output.mux(audio.encode(frame))
            output.mux(audio.encode(None))
    return path


def make_sound(path: Path, seconds: float = 2.0) -> Path:
    """Write a tone as an M4A file and return its path."""
    with av.open(str(path), "w", format="mp4") as output:
        audio = output.add_stream("aac", rate=48_000, layout="mono")
        for frame in tone(seconds):
            output.mux(audio.encode(frame))
        output.mux(audio.encode(None))
    return path


def tone(seconds: float) -> list[av.AudioFrame]:
    frames = []
    for start in range(0, round(seconds * 48_000), 1024):
        samples = [round(8000 * math.sin((start + place) / 17)) for place in range(1024)]
        frame = av.AudioFrame(format="s16", layout="mono", samples=1024)
        frame.planes[0].update(struct.pack("<1024h", *samples))
        frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
        frames.append(frame)
    return frames


def _square(size: tuple[int, int], number: int, *, is_restless: bool) -> Image.Image:
    image = Image.new("RGB", size, "#e3f4e9")
    if is_restless:
        image.paste(Image.effect_noise((160, 120), 40).convert("RGB"), (size[0] - 160, size[1] - 120))
    left = (number * 7) % max(1, size[0] - 40)
    ImageDraw.Draw(image).rectangle((left, 20, left + 39, 59), fill="#0b5cc4")
    return image
