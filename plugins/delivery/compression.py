"""Compressed copies beside the files of a release: brotli 11 and gzip 9, kept by content from build to build.

A server sends the copy as it is; compressing at each request would be slower and larger.
"""

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import brotli

from plugins.cache.memo import code_version, kept_objects, key_of
from plugins.cache.store import Records, content_digest
from plugins.cache.workers import spread
from plugins.delivery.headers import COMPRESSIBLE

ENDINGS = (".br", ".gz")
_SMALLEST = 256
"""Bytes below which the headers weigh more than what compressing saves."""

_WORTH = 16
"""Files from which on workers are started."""


def compress_tree(tree: Path, cache: Path) -> None:
    """Write `<file>.br` and `<file>.gz` beside every compressible file below `tree`; copies are kept in `cache`.

    Equal content gives equal bytes: gzip's time stamp is zero. Raises OSError where a file cannot be written.
    """
    files = {file: file.read_bytes() for file in compressible_files(tree)}
    code = code_version("delivery/compression.py", libraries=("brotli",))
    keys = {content: key_of(code, content_digest(content)) for content in files.values()}

    def compressed(contents: Sequence[bytes]) -> Iterator[dict[str, bytes]]:
        return spread(compress, contents, worth=_WORTH)

    copies = kept_objects(Records(cache, "compressed"), keys, compressed)
    for file, content in files.items():
        for ending, copy in copies[content].items():
            Path(f"{file}{ending}").write_bytes(copy)


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
