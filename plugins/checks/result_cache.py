"""Findings kept from check to check by the content of an item's folder: an unchanged item is not looked at again.

A record is kept by the item's folder, its content, and all that findings depend on beside it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from plugins.cache.memo import key_of
from plugins.cache.store import Records
from plugins.checks.page_index import OutgoingLink, Outline
from plugins.checks.results import Findings
from plugins.diagnostics.encoding import decoded, encoded
from plugins.model.synced import IN_STEP_FILE
from plugins.model.written_exceptions import WrittenException

_KIND = "results"


def folder_digests(content: Path) -> dict[str, str]:
    """Return a hash of what is in each folder by its path as editors see it.

    A folder of an item counts with all below it; a section's folder and `content` itself with their own files only, and
    `content` without the declarations of `inv sync-translations`, which are compared anew each time.
    """
    digests = {content.name: _digest(content, deep=False, without=IN_STEP_FILE)}
    for section in _folders(content):
        digests[f"{content.name}/{section.name}"] = _digest(Path(section), deep=False)
        for bundle in _folders(Path(section)):
            digests[f"{content.name}/{section.name}/{bundle.name}"] = _digest(Path(bundle), deep=True)
    return digests


def read_findings(cache: Path, context: str, digests: Mapping[str, str]) -> dict[str, Findings]:
    """Return the kept findings of every folder whose digest is still the same, made in the same `context`."""
    keys = {folder: key_of(context, folder, digest) for folder, digest in digests.items()}
    kept = Records(cache, _KIND).get_many(keys.values())
    found: dict[str, Findings] = {}
    for folder, key in keys.items():
        with suppress(ValueError, KeyError, TypeError):
            if key in kept:
                found[folder] = _decoded(json.loads(kept[key]))
    return found


def write_findings(cache: Path, context: str, digests: Mapping[str, str], findings: Mapping[str, Findings]) -> None:
    """Keep the findings of every folder; a reader sees all of them or the ones before."""
    records = {
        key_of(context, folder, digests[folder]): json.dumps(_encoded(found), ensure_ascii=False).encode()
        for folder, found in findings.items()
    }
    Records(cache, _KIND).put_many(records)


def _folders(folder: Path) -> Iterable["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if entry.is_dir()), key=lambda entry: entry.name)


def _digest(folder: Path, *, deep: bool, without: str = "") -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, path in sorted(_files(folder, deep=deep)):
        if name == without:
            continue
        with open(path, "rb") as file:  # noqa: PTH123 - thousands of files: a Path for each costs more than reading it
            digest.update(f"{name}\0".encode() + hashlib.blake2b(file.read(), digest_size=16).digest())
    return digest.hexdigest()


def _files(folder: Path, *, deep: bool) -> Iterator[tuple[str, str]]:
    """Yield name below the folder and path of every file."""
    for at, folders, names in os.walk(folder):
        if not deep:
            folders.clear()
        for name in names:
            path = f"{at}{os.sep}{name}"
            yield path.removeprefix(f"{folder}{os.sep}"), path


def _encoded(found: Findings) -> dict[str, Any]:
    return {
        "problems": [encoded(problem) for problem in found.problems],
        "exceptions": [astuple(exception) for exception in found.exceptions],
        "outlines": [_encoded_outline(outline) for outline in found.outlines],
        "withheld": found.withheld,
    }


def _encoded_outline(outline: Outline) -> dict[str, Any]:
    links = [(link.target, link.file, link.line, link.column) for link in outline.links]
    own = {name: getattr(outline, name) for name in Outline.__slots__}
    return own | {"anchors": sorted(outline.anchors), "links": links}


def _decoded_outline(parts: dict[str, Any]) -> Outline:
    links = tuple(OutgoingLink(*link) for link in parts["links"])
    return Outline(**parts | {"anchors": frozenset(parts["anchors"]), "links": links})


def _decoded(parts: dict[str, Any]) -> Findings:
    return Findings(
        tuple(map(decoded, parts["problems"])),
        tuple(WrittenException(*exception) for exception in parts["exceptions"]),
        tuple(_decoded_outline(outline) for outline in parts["outlines"]),
        parts["withheld"],
    )
