"""Encodes one size of a video: H.264 or AV1 with AAC in MP4, index first, without the camera's metadata."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import av
from av.audio.resampler import AudioResampler
from av.filter import Graph
from av.video.reformatter import ColorRange

from plugins.video.plan import RenditionPlan
from plugins.video.probe import VideoFacts, open_video, sound_of, video_of

_MOST_FRAMES_A_SECOND = 30
_SECONDS_A_GROUP = 5
"""Distance of key frames, where a seek begins."""
_TURNS = {0: (), 90: ("clock",), 180: ("clock", "clock"), 270: ("cclock",)}
CONTAINER = {"movflags": "+faststart", "fflags": "+bitexact"}
"""Index first, no time stamps."""
BT709 = 1


def video_options(crf: int, frames_a_second: int) -> dict[str, str]:
    """Return the settings of x264."""
    return {"crf": str(crf), "preset": "medium", "profile": "high", "g": str(_SECONDS_A_GROUP * frames_a_second)}


def av1_options(crf: int, frames_a_second: int) -> dict[str, str]:
    """Return the settings of SVT-AV1, on one core."""
    group = str(_SECONDS_A_GROUP * frames_a_second)
    return {"crf": str(crf), "preset": "7", "g": group, "svtav1-params": "lp=1"}


_ENCODERS = {"h264": ("libx264", video_options), "av1": ("libsvtav1", av1_options)}
os.environ.setdefault("SVT_LOG", "1")  # SVT-AV1 otherwise writes its settings to the terminal; errors are still shown


def encode(
    source: Path, facts: VideoFacts, wanted: RenditionPlan, target: Path, report: Callable[[float], None]
) -> None:
    """Write the size `wanted` of a video to `target`; `report` is called with the part that is done, from 0 to 1."""
    with open_video(source) as recorded, av.open(str(target), "w", format="mp4", options=CONTAINER) as output:
        pictures = video_of(recorded)
        pictures.codec_context.thread_count = 1
        rate = max(1, min(round(pictures.average_rate or 25), _MOST_FRAMES_A_SECOND))
        encoder, options = _ENCODERS[wanted.codec]
        video = output.add_stream(encoder, rate=rate)
        assert isinstance(video, av.VideoStream)
        video.width, video.height, video.pix_fmt = wanted.width, wanted.height, "yuv420p"
        video.codec_context.thread_count = 1  # videos are made side by side, one a core
        context = video.codec_context
        context.options = options(wanted.crf, rate)
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = ColorRange.MPEG
        sound = sound_of(recorded)
        audio = None
        if sound is not None:
            audio = output.add_stream("aac", rate=48_000, layout="stereo")
            audio.bit_rate = wanted.audio_bits_a_second
        resampler = AudioResampler(format="fltp", layout="stereo", rate=48_000)
        graph = _graph(pictures, facts, wanted, rate)
        count = 0
        for packet in recorded.demux([stream for stream in (pictures, sound) if stream is not None]):
            for frame in packet.decode():
                if isinstance(frame, av.VideoFrame):
                    graph.push(frame)
                    for ready in _ready(graph):
                        ready.pict_type = 0  # the encoder chooses key frames, not the camera
                        output.mux(video.encode(ready))
                        count += 1
                        if count % (rate * 2) == 0:
                            report(min(count / rate / facts.seconds, 1.0))
                elif isinstance(frame, av.AudioFrame) and audio is not None:
                    for part in resampler.resample(frame):
                        output.mux(audio.encode(part))
        graph.push(None)
        for ready in _ready(graph):
            ready.pict_type = 0
            output.mux(video.encode(ready))
        output.mux(video.encode(None))
        if audio is not None:
            for part in resampler.resample(None):
                output.mux(audio.encode(part))
            output.mux(audio.encode(None))


def _graph(pictures: av.VideoStream, facts: VideoFacts, wanted: RenditionPlan, rate: int) -> Graph:
    """Return the filter graph: rotate upright, constant frame rate, scale, BT.709 colours."""
    graph = Graph()
    graph.threads = 1
    steps = [graph.add_buffer(template=pictures)]
    steps += [graph.add("transpose", direction) for direction in _TURNS[facts.turned]]
    steps.append(graph.add("fps", f"fps={rate}"))
    steps.append(
        graph.add("scale", f"{wanted.width}:{wanted.height}:flags=lanczos:out_color_matrix=bt709:out_range=tv")
    )
    steps.append(graph.add("format", "yuv420p"))
    steps.append(graph.add("buffersink"))
    graph.link_nodes(*steps).configure()
    return graph


def _ready(graph: Graph) -> Iterator[av.VideoFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        assert isinstance(frame, av.VideoFrame)
        yield frame
