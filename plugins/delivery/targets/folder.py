"""A release as a folder, and as an archive: what any host of static files takes."""

import gzip
import shutil
import tarfile
from pathlib import Path

from plugins.delivery.staging import staged
from plugins.delivery.targets.configuration import FolderTarget


def send(tree: Path, target: FolderTarget, root: Path) -> Path:
    """Copy `tree` to the folder of the target, whole or not at all, and write its archive; return the folder."""
    folder = (root / target.path).resolve()
    with staged(folder) as fresh:
        shutil.copytree(tree, fresh, dirs_exist_ok=True)
    if target.archive:
        _archive(folder, (root / target.archive).resolve())
    return folder


def _archive(folder: Path, archive: Path) -> None:
    """Write a `.tar.gz` whose bytes depend on names and contents only."""
    waiting = archive.with_name(f".{archive.name}.new")
    waiting.parent.mkdir(parents=True, exist_ok=True)
    with (
        waiting.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in sorted(folder.rglob("*")):
            tar.add(path, path.relative_to(folder).as_posix(), recursive=False, filter=_plain)
    waiting.replace(archive)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry
