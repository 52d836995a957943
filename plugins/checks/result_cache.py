"""Findings kept from check to check by the content of an item's folder: an unchanged item is not looked at again.

A record is kept by the item's folder, its content, and all that findings depend on beside it.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from plugins.cache.memo import key_of
from plugins.cache.store import Records
from plugins.checks.page_index import OutgoingLink, Outline
from plugins.checks.results import Findings
from plugins.diagnostics.encoding import decoded, encoded
from plugins.model.written_exceptions import WrittenException

_KIND = "results"


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
    """Keep the findings of every folder."""
    Records(cache, _KIND).put_all(
        (key_of(context, folder, digests[folder]), json.dumps(_encoded(found), ensure_ascii=False).encode())
        for folder, found in findings.items()
    )


def _encoded(found: Findings) -> dict[str, Any]:
    return {
        "problems": [encoded(problem) for problem in found.problems],
        "exceptions": [astuple(exception) for exception in found.exceptions],
        "outlines": [_encoded_outline(outline) for outline in found.outlines],
        "withheld": found.withheld,
    }


def _encoded_outline(outline: Outline) -> dict[str, Any]:
    links = [astuple(link) for link in outline.links]
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
