"""Whether anything changed since the last build: input and output are both held against their hashes."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

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
        return bool(kept["inputs"] == inputs and kept["output"] == _hashes(output))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remember(record: Path, inputs: str, output: Path) -> None:
    """Keep what `output` was built from, and its hashes."""
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps({"inputs": inputs, "output": _hashes(output)}), encoding="utf-8")


def _hashes(path: Path) -> _Hashes:
    """Return the hash of every file by its path below `path`; caches of Python are no input."""
    if path.is_file():
        return {"": _hash(path)}
    return {
        file.relative_to(path).as_posix(): _hash(file)
        for file in path.rglob("*")
        if "__pycache__" not in file.parts and file.is_file()
    }


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
