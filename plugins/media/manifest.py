"""Which pictures the site shows and where each of their files is published.

`/media/<bundle>/<name>.<hash>.svg` for a drawing, `/media/<bundle>/<name>-<width>.<hash>.<form>` for what was made
from a photo: the name changes with the content, so that a browser may keep the file for ever.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from plugins.diagnostics import Problem
from plugins.diagnostics.progress import Report, no_progress
from plugins.media.sizes import PictureSize, PictureUse

if TYPE_CHECKING:
    from plugins.media.store import Made, PictureCache


@dataclass(frozen=True, slots=True)
class MediaImage:
    """One file of a picture: its address on the site, its width in pixels, and where its bytes are now."""

    url: str
    width: int
    source: Path


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture as pages name it: its size, and its files by growing width; a drawing has one file only."""

    size: PictureSize
    fallback: tuple[MediaImage, ...]
    """In a form that every browser shows."""
    avif: tuple[MediaImage, ...] = ()
    colour: str = ""
    """Mean colour as `#rgb`, to be there until the picture has come; nothing for a drawing."""

    @property
    def url(self) -> str:
        """Address of the widest file that every browser shows."""
        return self.fallback[-1].url

    @property
    def is_drawing(self) -> bool:
        """Whether it is one file of any size."""
        return not self.colour

    @property
    def images(self) -> tuple[MediaImage, ...]:
        """Every file of the picture."""
        return (*self.fallback, *self.avif)


MediaManifest = Mapping[str, MediaFile]
"""Picture by its path below the project, for example `content/honor-board/x/portrait.svg`."""


def read_media(
    root: Path, uses: Iterable[PictureUse], cache_folder: Path, report: Report = no_progress
) -> tuple[dict[str, MediaFile], list[Problem]]:
    """Return every picture in use, and a problem for each that cannot be shown."""
    wanted = list(uses)
    if not wanted:
        return {}, []
    from plugins.media.pictures import make_pictures  # noqa: PLC0415 - a text without pictures needs no Pillow
    from plugins.media.store import PictureCache  # noqa: PLC0415 - as above

    made, problems = make_pictures(root, wanted, cache_folder, report)
    cache = PictureCache(cache_folder)
    return {path: _media_file(path, picture, cache) for path, picture in made.items()}, problems


def inspect_media(root: Path, uses: Iterable[PictureUse], cache_folder: Path) -> list[Problem]:
    """Return a problem for each picture in use that cannot be shown, as `read_media` does; nothing is encoded."""
    wanted = list(uses)
    if not wanted:
        return []
    from plugins.media.pictures import inspect_pictures  # noqa: PLC0415 - as above

    return inspect_pictures(root, wanted, cache_folder)


def _media_file(path: str, made: "Made", cache: "PictureCache") -> MediaFile:
    name = PurePosixPath(path)
    place = f"/media/{'/'.join(name.parent.parts[1:])}/{name.stem}"
    if not made.colour:
        (drawing,) = made.renditions
        url = f"{place}.{drawing.digest[:8]}.svg"
        return MediaFile(made.size, (MediaImage(url, made.size.width, cache.file(drawing.digest)),))
    images = {
        rendition: MediaImage(
            f"{place}-{rendition.size.width}.{rendition.digest[:8]}.{rendition.form}",
            rendition.size.width,
            cache.file(rendition.digest),
        )
        for rendition in made.renditions
    }
    return MediaFile(
        made.size,
        tuple(image for rendition, image in images.items() if rendition.form != "avif"),
        tuple(image for rendition, image in images.items() if rendition.form == "avif"),
        made.colour,
    )
