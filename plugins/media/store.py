"""Encoded pictures kept by the hash of what they were made from. A damaged entry is made anew, never trusted.

An index names the files of a picture by the hash of their content; the files stand beside it under these names, so that
a file that was changed does not match its own name.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.media.encoding import RECIPE, Encoded
from plugins.media.sizes import PictureSize


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture: its size, its form, the hash of its content."""

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
    recipe = f"{RECIPE} {suffix.lower()} {sorted(slots)} {list(ladder)}\n"
    return hashlib.sha256(recipe.encode() + raw).hexdigest()


class PictureCache:
    """A folder with an index for each picture and every file that was made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pictures"
        self._files = f"{self._folder}/files"

    def read(self, key: str) -> Made | None:
        """Return what was made, or None where a part of it is missing or not as it was written."""
        try:
            checksum, _, payload = (self._folder / key[:2] / key).read_bytes().partition(b"\n")
            if checksum.decode("ascii", "replace") != _checksum(key, payload):
                return None
            parts = json.loads(payload)
            renditions = tuple(
                Rendition(PictureSize(*size), form, digest) for size, form, digest in parts["renditions"]
            )
            made = Made(PictureSize(*parts["size"]), parts["colour"], renditions)
            return made if all(self._is_whole(rendition.digest) for rendition in renditions) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, key: str, size: PictureSize, colour: str, files: Iterable[Encoded]) -> Made:
        """Keep what was made, and return it; a reader sees the whole of it or nothing."""
        renditions: list[Rendition] = []
        for file in files:
            digest = hashlib.sha256(file.content).hexdigest()
            _put(self.file(digest), file.content)
            renditions.append(Rendition(file.size, file.form, digest))
        payload = json.dumps(
            {"size": size, "colour": colour, "renditions": [(r.size, r.form, r.digest) for r in renditions]}
        ).encode()
        _put(self._folder / key[:2] / key, _checksum(key, payload).encode() + b"\n" + payload)
        return Made(size, colour, tuple(renditions))

    def file(self, digest: str) -> Path:
        """Return where the file of this content stands."""
        return Path(f"{self._files}/{digest[:2]}/{digest}")

    def _is_whole(self, digest: str) -> bool:
        return hashlib.sha256(self.file(digest).read_bytes()).hexdigest() == digest


def _put(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(target)


def _checksum(key: str, payload: bytes) -> str:
    return hashlib.sha256(key.encode() + payload).hexdigest()  # with the key: an entry of another picture is refused
