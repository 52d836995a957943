"""The picture a film shows before it plays: WebP, since a film names one file for every browser, and it is half of JPEG."""

from pathlib import Path

from PIL import Image

from plugins.media.films.probing import open_film

_WIDTH = 800
_QUALITY = 70


def write_poster(film: Path, second: float, turned: int, target: Path) -> None:
    """Write the first frame at or after `second` as WebP, at most 800 pixels wide."""
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
    image.save(target, "WEBP", quality=_QUALITY, method=6)
