"""The poster of a video. WebP, because a video names one file for every browser, and it has half the bytes of JPEG."""

from pathlib import Path

from PIL import Image

from plugins.video.probe import open_video, video_of

_WIDTH = 640
_QUALITIES = (70, 60, 50, 40)
_ONE_ROUND_TRIP = 14_000
"""Bytes a server sends in the first round trip (TCP initial window)."""


def write_poster(video: Path, second: float, turned: int, target: Path) -> None:
    """Write the first frame at or after `second` as WebP, at most 640 pixels wide.

    The best quality that fits into one round trip is taken; the lowest where none does.
    """
    with open_video(video) as container:
        stream = video_of(container)
        container.seek(int(second / stream.time_base) if stream.time_base else 0, stream=stream)
        shown = None
        for frame in container.decode(stream):  # a seek lands on the key frame before
            shown = frame
            if frame.time is not None and frame.time >= second:
                break
        assert shown is not None
        upright: Image.Image = shown.to_image().rotate(-turned, expand=True)  # type: ignore[no-untyped-call]
        image = upright
    if image.width > _WIDTH:
        image = image.resize((_WIDTH, round(image.height * _WIDTH / image.width)), Image.Resampling.LANCZOS)
    for quality in _QUALITIES:
        image.save(target, "WEBP", quality=quality, method=6)
        if target.stat().st_size <= _ONE_ROUND_TRIP:
            break
