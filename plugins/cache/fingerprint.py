"""Whether anything changed since the last build: input and output are both held against their hashes."""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_Hashes = dict[str, str]


def fingerprint(paths: Iterable[Path], *settings: str) -> str:
    """Return a hash of the files at and below `paths`, with their names, and of `settings`."""
    digest = hashlib.sha256(json.dumps(settings).encode())
    for path in paths:
        for file, content_hash in sorted(_hashes(path).items()):
            digest.update(f"{path.name}/{file}\0{content_hash}\n".encode())
    return digest.hexdigest()


def is_unchanged(record: Path, inputs: str, output: Path) -> bool:
    """Return whether `output` is, byte for byte, what was last built from the same inputs."""
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
        is_whole = isinstance(kept["notes"], list)
        return bool(is_whole and kept["inputs"] == inputs and kept["output"] == _hashes(output))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remember(record: Path, inputs: str, output: Path, notes: Sequence[Any] = ()) -> None:
    """Keep what `output` was built from, and its hashes; and `notes`, data for JSON that a build left of itself."""
    record.parent.mkdir(parents=True, exist_ok=True)
    kept = {"inputs": inputs, "output": _hashes(output), "notes": notes}
    record.write_text(json.dumps(kept), encoding="utf-8")


def notes_of(record: Path) -> list[Any]:
    """Return the notes of the build on record, where `is_unchanged` has found one."""
    return list(json.loads(record.read_text(encoding="utf-8"))["notes"])


def _hashes(path: Path) -> _Hashes:
    """Return the hash of every file by its path below `path`; caches of Python are no input."""
    if path.is_file():
        return {"": _hash(path)}
    hashes: _Hashes = {}
    for at, folders, names in os.walk(path):
        folders[:] = [folder for folder in folders if folder != "__pycache__"]
        inside = Path(at).relative_to(path).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        for name in names:
            with suppress(FileNotFoundError):  # an editor renames a folder while it is read: what has gone is not there
                if os.path.isfile(file := f"{at}{os.sep}{name}"):  # noqa: PTH113 - as in `_hash`
                    hashes[prefix + name] = _hash(file)
    return hashes


def _hash(file: Path | str) -> str:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - a Path for each of ten thousand files takes longer
        return hashlib.sha256(opened.read()).hexdigest()
