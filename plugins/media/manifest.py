"""Which pictures the site uses and where each is published: `/media/<bundle>/<name>.<hash>.<ending>`."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.diagnostics import Problem
from plugins.media.pictures import DamagedPictureError, PictureSize, measure


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture as pages name it: its address on the site and its size in CSS pixels."""

    url: str
    size: PictureSize


MediaManifest = Mapping[str, MediaFile]
"""Picture by its path below the project, for example `content/honor-board/x/portrait.svg`."""


def read_media(root: Path, paths: Iterable[str]) -> tuple[dict[str, MediaFile], list[Problem]]:
    """Return every picture of `paths` (relative to `root`), and a problem for each that cannot be shown."""
    manifest: dict[str, MediaFile] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        try:
            manifest[path] = MediaFile(_public_url(root, path), measure(root / path))
        except DamagedPictureError:
            problems.append(Problem(path, 1, 1, "damaged-picture", {"file": PurePosixPath(path).name}))
    return manifest, problems


def publish_media(root: Path, manifest: MediaManifest, output: Path) -> None:
    """Copy every picture to its address below `output`."""
    for path, media in manifest.items():
        target = output / media.url.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, target)


def _public_url(root: Path, path: str) -> str:
    name = PurePosixPath(path)
    digest = hashlib.sha256((root / path).read_bytes()).hexdigest()[:8]
    bundle = "/".join(name.parent.parts[1:])
    return f"/media/{bundle}/{name.stem}.{digest}{name.suffix.lower()}"
