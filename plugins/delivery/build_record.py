"""`/.well-known/build.json`: identifies the release a server shows."""

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from plugins.cache.store import content_digest
from plugins.delivery.compression import ENDINGS

BUILD_FILE = ".well-known/build.json"


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """`digest` is the SHA-256 of all files of the tree, without this one and the compressed copies."""

    digest: str
    commit: str
    """Of the repository the tree was built in; empty where there is none, with `+` where files differ from it."""
    built_at: str
    """UTC, ISO 8601."""
    site: str
    edition: str
    """`published` or `preview`."""
    pages: int
    files: int
    checks: Mapping[str, int]
    """What was proven of this tree, with the number of things looked at."""


def write_build_record(
    tree: Path, root: Path, site: str, edition: str, checks: Mapping[str, int], previous: Path | None
) -> BuildRecord:
    """Write the record of `tree` and return it; the time stays that of the `previous` tree if that one is the same."""
    files = list(files_of(tree))
    record = BuildRecord(
        tree_digest(tree),
        _commit(root),
        datetime.now(UTC).isoformat(timespec="seconds"),
        site,
        edition,
        sum(file.suffix == ".html" for file in files),
        len(files),
        dict(checks),
    )
    before = read_build_record(previous) if previous else None
    if before and replace(before, built_at="") == replace(record, built_at=""):
        record = before
    target = tree / BUILD_FILE
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(asdict(record), indent=2) + "\n", encoding="utf-8")
    return record


def read_build_record(tree: Path) -> BuildRecord | None:
    """Return the record of a tree, or None where there is no readable one."""
    try:
        return BuildRecord(**json.loads((tree / BUILD_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def tree_digest(tree: Path) -> str:
    """Return the digest of a tree as `BuildRecord` means it: equal for equal paths and contents."""
    whole = hashlib.sha256()
    for file in files_of(tree):
        content = content_digest(file.read_bytes())
        whole.update(f"{file.relative_to(tree).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()


def files_of(tree: Path) -> Iterator[Path]:
    """Yield every file of a tree in order, without its record and the compressed copies."""
    for file in sorted(tree.rglob("*")):
        if file.is_file() and file.suffix not in ENDINGS and file.relative_to(tree).as_posix() != BUILD_FILE:
            yield file


def _commit(root: Path) -> str:
    def git(*words: str) -> str:
        found = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603, S607 - fixed words
        return found.stdout.strip() if found.returncode == 0 else ""

    try:
        commit = git("rev-parse", "HEAD")
        return commit + ("+" if commit and git("status", "--porcelain", "--untracked-files=no") else "")
    except OSError:  # no git on this machine
        return ""
