"""Compares sizes and codecs of a video with our H.264 by bytes, encoding and decoding time: `python -m bench.videos --help`.

Each film is made in the sizes the site offers as we make it (`plugins/video`), and in other codecs at the quality
number whose likeness to the film (SSIM of the brightness) is as good. Decoding is by software on one core, as on a cheap
phone whose chip does not know the codec.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import fmean
from typing import Any

import av
import numpy as np
from av.filter import Graph
from PIL import Image
from rich.console import Console
from rich.table import Table

from bench.pictures import landscape, ssim
from plugins.video.encode import encode, video_options
from plugins.video.plan import RenditionPlan, plan
from plugins.video.probe import VideoFacts, open_video, probe
from tests.small_site import ROOT

_RATE = 25
_COMPARED_EVERY = 12
"""Frames between two that are compared."""


@dataclass(frozen=True, slots=True)
class Codec:
    """An encoder, the end of its files, its quality numbers from best to worst, and its other settings."""

    name: str
    encoder: str
    container: str
    qualities: tuple[int, int]
    options: dict[str, str]


CODECS = (
    Codec("H.264, slower", "libx264", "mp4", (18, 34), {**video_options(0, _RATE), "preset": "slower"}),
    Codec("VP9", "libvpx-vp9", "webm", (22, 58), {"b": "0", "deadline": "good", "cpu-used": "3", "g": "125"}),
    Codec("AV1", "libsvtav1", "mp4", (22, 60), {"preset": "7", "g": "125", "svtav1-params": "lp=1"}),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A film in one size and codec: bytes of its pictures, likeness, seconds of one core to write and to read it."""

    quality: int
    size: int
    likeness: float
    writing: float
    reading: float


def invented_video(target: Path, seconds: float) -> Path:
    """Write what a hand-held camera would: a landscape that drifts and trembles, with the noise of a small sensor."""
    random = np.random.default_rng(7)
    wide = np.asarray(landscape(7, (2400, 1400)), np.int16)
    with av.open(str(target), "w") as output:
        video = output.add_stream("libx264", rate=_RATE)
        video.width, video.height, video.pix_fmt = 1280, 720, "yuv420p"
        video.options = {"crf": "16", "preset": "veryfast"}
        shake = np.zeros(2)
        for number in range(round(seconds * _RATE)):
            shake = 0.9 * shake + random.normal(0, 1.2, 2)
            x, y = 300 + 3 * number % 700 + round(shake[0]), 300 + round(shake[1])
            dots = wide[y : y + 720, x : x + 1280] + random.normal(0, 3, (720, 1280, 1)).astype(np.int16)
            output.mux(video.encode(av.VideoFrame.from_ndarray(np.clip(dots, 0, 255).astype(np.uint8), format="rgb24")))
        output.mux(video.encode(None))
    return target


def cut(film: Path, target: Path, seconds: float) -> Path:
    """Write the first seconds of a film, its pictures copied as they are."""
    with open_video(film) as source, av.open(str(target), "w") as output:
        pictures = source.streams.video[0]
        copy = output.add_stream_from_template(pictures)
        for packet in source.demux(pictures):
            if packet.pts is None or packet.dts is None or float(packet.pts * (packet.time_base or 0)) > seconds:
                continue
            packet.stream = copy
            output.mux(packet)
    return target


def scaled_frames(film: Path, width: int, height: int) -> Iterator[av.VideoFrame]:
    """Yield every frame in the size, as the encoders get it."""
    with open_video(film) as source:
        pictures = source.streams.video[0]
        graph = Graph()
        steps = [graph.add_buffer(template=pictures), graph.add("fps", f"fps={_RATE}")]
        steps += [graph.add("scale", f"{width}:{height}:flags=lanczos"), graph.add("format", "yuv420p")]
        graph.link_nodes(*steps, graph.add("buffersink")).configure()
        for frame in [*source.decode(pictures), None]:
            graph.push(frame)
            while True:
                try:
                    yield graph.pull()  # type: ignore[misc]
                except (av.BlockingIOError, av.EOFError):
                    break


def encoded(film: Path, wanted: RenditionPlan, codec: Codec, quality: int, target: Path) -> None:
    """Write the pictures of the film with another encoder, on one core."""
    with av.open(str(target), "w", format=codec.container) as output:
        video = output.add_stream(codec.encoder, rate=_RATE)
        assert isinstance(video, av.VideoStream)
        video.width, video.height, video.pix_fmt = wanted.width, wanted.height, "yuv420p"
        video.codec_context.thread_count = 1
        video.options = {**codec.options, "crf": str(quality)}
        for number, frame in enumerate(scaled_frames(film, wanted.width, wanted.height)):
            frame.pict_type, frame.pts, frame.time_base = 0, number, Fraction(1, _RATE)
            output.mux(video.encode(frame))
        output.mux(video.encode(None))


def measured(film: Path, wanted: RenditionPlan, quality: int, write: Callable[[Path], None], target: Path) -> Made:
    """Write the film with `write`, read it again, and compare every twelfth frame with what was given."""
    start = time.process_time()
    write(target)
    writing = time.process_time() - start
    start = time.process_time()
    with open_video(target) as made:
        made.streams.video[0].codec_context.thread_count = 1
        shown = [frame for number, frame in enumerate(made.decode(video=0)) if number % _COMPARED_EVERY == 0]
        reading = time.process_time() - start
        size = sum(packet.size for packet in _packets(target))
    given = (
        frame
        for number, frame in enumerate(scaled_frames(film, wanted.width, wanted.height))
        if number % _COMPARED_EVERY == 0
    )
    likeness = fmean(ssim(_grey(one), _grey(other)) for one, other in zip(given, shown, strict=False))
    return Made(quality, size, likeness, writing, reading)


def as_like(film: Path, wanted: RenditionPlan, codec: Codec, likeness: float, target: Path) -> Made:
    """Return the film in the worst quality of the codec that is at least as like."""
    best, worst = codec.qualities
    found = None
    while best <= worst:
        middle = (best + worst) // 2
        made = measured(film, wanted, middle, lambda path, q=middle: encoded(film, wanted, codec, q, path), target)  # type: ignore[misc]
        if made.likeness >= likeness:
            found, best = made, middle + 1
        else:
            worst = middle - 1
    assert found is not None, f"{codec.name} reaches no SSIM of {likeness:.4f}"
    return found


def _packets(film: Path) -> "Iterator[av.Packet[Any]]":
    with open_video(film) as source:
        yield from source.demux(video=0)


def _grey(frame: av.VideoFrame) -> Image.Image:
    image: Image.Image = frame.reformat(format="gray").to_image()  # type: ignore[no-untyped-call]
    return image


def _sizes(facts: VideoFacts) -> tuple[RenditionPlan, ...]:
    """Return every size the site would offer of a heavy film."""
    return tuple(size for size in plan(facts, 10**9, is_web_file=False) if size.codec == "h264")


def compare(name: str, film: Path, scratch: Path, console: Console) -> list[dict[str, object]]:
    """Make the film in every size and codec; print and return what each costs beside ours."""
    facts = probe(film, scratch / "cache")
    rows: list[dict[str, object]] = []
    table = Table("film", "size", "codec", "quality", "kB/min", "SSIM", "bytes", "writing", "reading")
    for wanted in _sizes(facts):
        target = scratch / "made.mp4"
        ours = measured(
            film, wanted, wanted.crf, lambda path, size=wanted: encode(film, facts, size, path, lambda _: None), target  # type: ignore[misc]
        )  # fmt: skip
        found = [("H.264, ours", ours)]
        found += [
            (codec.name, as_like(film, wanted, codec, ours.likeness, scratch / f"made.{codec.container}"))
            for codec in CODECS
        ]
        for codec_name, made in found:
            parts = [made.size / ours.size, made.writing / ours.writing, made.reading / ours.reading]
            minute = made.size / facts.seconds * 60 / 1000
            table.add_row(
                name, f"{wanted.width}×{wanted.height}", codec_name, str(made.quality), f"{minute:.0f}",
                f"{made.likeness:.4f}", *(f"{part:.2f}" for part in parts),
            )  # fmt: skip
            rows.append(
                {"film": name, "side": wanted.short_side, "codec": codec_name, "kB/min": minute, "bytes": parts[0],
                 "writing": parts[1], "reading": parts[2]}
            )  # fmt: skip
    console.print(table)
    return rows


def main() -> None:
    """Measure and print; there is no goal here, only what the choice rests on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, nargs="*", help="films of a camera; without them one is invented")
    parser.add_argument("--only", nargs="+", help="names of films: `drawn`, `filmed`, or of the files")
    parser.add_argument("--seconds", type=float, default=10, help="how much of each film is taken")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    os.environ |= {"OMP_NUM_THREADS": "1", "SVT_LOG": "1"}
    console = Console(width=130)
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        films = {"drawn": ROOT / "content/pages/presentation/storyboard.kk.mp4"}
        films |= {path.name: path for path in options.files or ()}
        if not options.files:
            films["filmed"] = invented_video(scratch / "filmed.mp4", options.seconds)
        for name, film in films.items():
            if options.only and name not in options.only:
                continue
            rows += compare(name, cut(film, scratch / f"cut-{name}.mp4", options.seconds), scratch, console)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
