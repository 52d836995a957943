"""The picture a film shows before it plays: WebP, since a film names one file for every browser, and it is half of JPEG."""

from pathlib import Path

from PIL import Image

from plugins.video.probing import open_film

_WIDTH = 640
_QUALITIES = (70, 60, 50, 40)
_ONE_ROUND_TRIP = 14_000
"""Bytes that a server sends before it waits for an answer: on the page of a film the poster is the last to be seen."""


def write_poster(film: Path, second: float, turned: int, target: Path) -> None:
    """Write the first frame at or after `second` as WebP, at most 640 pixels wide.

    Of the qualities that one round trip has room for it takes the best, and the least where it has room for none.
    """
    with open_film(film) as container:
        stream = container.streams.video[0]
        container.seek(int(second / stream.time_base) if stream.time_base else 0, stream=stream)
        shown = None
        for frame in container.decode(stream):  # a seek lands on the whole picture before
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
