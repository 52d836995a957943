"""The cache of encoded pictures: a record, kept by the inputs, names the files of a picture by the hash of their content."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.memo import key_of
from plugins.cache.store import Blobs, Records
from plugins.media.encoding import RECIPE, Encoded
from plugins.media.sizes import PictureSize


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture: its size, its form (`svg` for a drawing), the hash of its content."""

    size: PictureSize
    form: str
    digest: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made from a picture file: the size of the original, its mean colour, its files by growing width."""

    size: PictureSize
    colour: str
    renditions: tuple[Rendition, ...]


def picture_key(suffix: str, raw: bytes, slots: Iterable[str], ladder: Iterable[int]) -> str:
    """Return the key of a picture: it changes with the file, the widths it is needed in, our recipe and the encoders."""
    return key_of(f"{RECIPE} {suffix.lower()} {sorted(slots)} {list(ladder)}", raw)


class PictureCache:
    """A record for each picture, and every file that was made."""

    def __init__(self, folder: Path) -> None:
        self._records = Records(folder, "pictures")
        self._files = Blobs(folder / "pictures")

    def read(self, key: str) -> Made | None:
        """Return what was made, or None where a part of it is missing or not as it was written."""
        try:
            parts = json.loads(self._records.get(key) or b"")
            renditions = tuple(
                Rendition(PictureSize(*size), form, digest) for size, form, digest in parts["renditions"]
            )
            made = Made(PictureSize(*parts["size"]), parts["colour"], renditions)
        except (ValueError, KeyError, TypeError):
            return None
        return made if all(self._files.is_whole(rendition.digest) for rendition in renditions) else None

    def write(self, key: str, size: PictureSize, colour: str, files: Iterable[Encoded]) -> Made:
        """Keep what was made, and return it; a reader sees the whole of it or nothing."""
        renditions = tuple(Rendition(file.size, file.form, self._files.put(file.content)) for file in files)
        kept = {"size": size, "colour": colour, "renditions": [(r.size, r.form, r.digest) for r in renditions]}
        self._records.put(key, json.dumps(kept).encode())
        return Made(size, colour, renditions)

    def file(self, digest: str) -> Path:
        """Return the path of the file of this content."""
        return self._files.path(digest)
