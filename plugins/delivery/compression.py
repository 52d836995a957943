"""Compressed copies beside the files of a release: brotli 11 and gzip 9, kept by content from build to build.

A server sends the copy as it stands; compressing at each request would be slower and larger.
"""

import gzip
import hashlib
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

from plugins.cache.workers import usable_cores
from plugins.delivery.headers import COMPRESSIBLE

ENDINGS = (".br", ".gz")
_SMALLEST = 256
"""Bytes below which the headers weigh more than what compressing saves."""

_FILES_A_TASK = 16


def compress_tree(tree: Path, kept: Path) -> None:
    """Write `<file>.br` and `<file>.gz` beside every compressible file below `tree`; `kept` is a cache folder.

    Equal content gives equal bytes: gzip's time stamp is zero. Raises OSError where a file cannot be written.
    """
    kept.mkdir(parents=True, exist_ok=True)
    files = {file: _digest(file) for file in compressible_files(tree)}
    new = {digest: file for file, digest in files.items() if not _is_kept(kept, digest)}
    if len(new) <= _FILES_A_TASK:
        for digest, file in new.items():
            _keep(file, digest, kept)
    else:
        with ProcessPoolExecutor(usable_cores()) as pool:
            list(pool.map(_keep, new.values(), new.keys(), [kept] * len(new), chunksize=_FILES_A_TASK))
    for file, digest in files.items():
        for ending in ENDINGS:
            shutil.copyfile(kept / (digest + ending), f"{file}{ending}")


def compressible_files(tree: Path) -> Iterator[Path]:
    """Yield every file below `tree` that has compressed copies, in the order of their paths."""
    for file in sorted(tree.rglob("*")):
        if file.suffix.removeprefix(".") in COMPRESSIBLE and file.is_file() and file.stat().st_size >= _SMALLEST:
            yield file


def compress(content: bytes) -> dict[str, bytes]:
    """Return the content compressed, by the ending of its file."""
    packed = brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)
    return {".br": packed, ".gz": gzip.compress(content, compresslevel=9, mtime=0)}


def stale_copies(tree: Path) -> Iterator[Path]:
    """Yield every compressed copy that does not hold the content of its file, or has no file."""
    for copy in sorted(path for ending in ENDINGS for path in tree.rglob(f"*{ending}")):
        original = copy.with_suffix("")
        if not original.is_file() or _unpacked(copy) != original.read_bytes():
            yield copy


def _unpacked(copy: Path) -> bytes | None:
    try:
        content = copy.read_bytes()
        return bytes(brotli.decompress(content)) if copy.suffix == ".br" else gzip.decompress(content)
    except (brotli.error, OSError, EOFError):
        return None


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_kept(kept: Path, digest: str) -> bool:
    return all((kept / (digest + ending)).is_file() for ending in ENDINGS)


def _keep(file: Path, digest: str, kept: Path) -> None:
    for ending, packed in compress(file.read_bytes()).items():
        waiting = kept / f".{digest}{ending}.{os.getpid()}"
        waiting.write_bytes(packed)
        waiting.rename(kept / (digest + ending))
