"""Prepares a built site for a server: policy, compressed copies, record, and the old time stamp of unchanged files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from plugins.delivery.bill_of_materials import BILL, write_bill
from plugins.delivery.build_record import BuildRecord, write_build_record
from plugins.delivery.compression import ENDINGS, compress_tree, compressible_files, stale_copies
from plugins.delivery.headers import hash_sources
from plugins.delivery.headers_file import HEADERS_FILE, headers_file
from plugins.delivery.styles import STYLE_HASHES, refused_by_policy, style_hashes
from plugins.diagnostics import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Finishing:
    """What finishing a tree needs to know."""

    root: Path
    """The project; its commit is recorded."""
    cache: Path
    previous: Path
    """The tree that the new one will replace, if there is one."""
    shown: str
    """How problems name the tree."""
    site: str
    preview: bool = False


def finish_tree(tree: Path, finishing: Finishing, checks: Mapping[str, int]) -> BuildRecord:
    """Complete a built tree in place and return its record.

    Raises ContentError where a browser would refuse a part of a page under the policy.
    """
    if refused := list(refused_by_policy(tree, finishing.shown)):
        raise ContentError(refused)
    styles = hash_sources(style_hashes(tree))
    (tree / ".well-known").mkdir(exist_ok=True)
    (tree / STYLE_HASHES).write_text(f"{styles}\n", encoding="utf-8")
    (tree / HEADERS_FILE).write_text(headers_file(styles, preview=finishing.preview), encoding="utf-8")
    edition = "preview" if finishing.preview else "published"
    previous = finishing.previous if finishing.previous.is_dir() else None
    write_bill(tree / BILL, finishing.root)
    record = write_build_record(tree, finishing.root, finishing.site, edition, checks, previous)
    compress_tree(tree, finishing.cache)
    if previous:
        keep_times(previous, tree)
    return record


def keep_times(previous: Path, tree: Path) -> None:
    """Give every file that is the same in `previous` the time it has there: servers make their ETag from it."""
    for file in tree.rglob("*"):
        before = previous / file.relative_to(tree)
        if file.is_file() and before.is_file() and cmp(file, before, shallow=False):
            time = before.stat().st_mtime_ns
            os.utime(file, ns=(time, time))


def faults_of(tree: Path, shown: str) -> list[Problem]:
    """Return what makes a finished tree unfit to be sent: stale or missing copies, parts the policy refuses."""
    stale = {*stale_copies(tree), *(file for file in compressible_files(tree) if not _has_copies(file))}
    problems = [Problem(f"{shown}/{file.relative_to(tree).as_posix()}", 1, 1, "stale-copy") for file in sorted(stale)]
    return [*problems, *refused_by_policy(tree, shown)]


def _has_copies(file: Path) -> bool:
    return all(Path(f"{file}{ending}").is_file() for ending in ENDINGS)
