"""The licences of what is installed, and the parts of the software as a bill of materials (CycloneDX 1.5)."""

import json
import re
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from plugins.diagnostics.terminal import say

_CLASSIFIER = "License :: OSI Approved :: "
_READ_IN_THEIR_FILES = {"axe-playwright-python": "MIT", "resvg_py": "MIT"}
"""Licences of packages that state them in a file only, as read by hand."""


def run_licences(bill: Path | None) -> int:
    """Print name, version and licence of every installed package, and write the bill of materials; return 0.

    Return 1 where a package says nothing of its licence: somebody has to look.
    """
    packages = sorted(distributions(), key=lambda package: package.name.lower())
    unknown = [package.name for package in packages if not licence_of(package)]
    for package in packages:
        say(f"{package.name}\t{package.version}\t{licence_of(package) or '?'}")
    if bill:
        bill.write_text(json.dumps(bill_of(packages), indent=2) + "\n", encoding="utf-8")
    return int(bool(unknown))


def licence_of(package: Distribution) -> str:
    """Return the licence a package states: its SPDX expression, its classifiers, or the first line of its field."""
    metadata = package.metadata
    if expression := _field(package, "License-Expression"):
        return expression
    approved = [
        value.removeprefix(_CLASSIFIER) for value in metadata.get_all("Classifier", []) if value.startswith(_CLASSIFIER)
    ]
    stated = "; ".join(approved) or _field(package, "License")
    return stated or _READ_IN_THEIR_FILES.get(package.name, "")


def _field(package: Distribution, name: str) -> str:
    """Return the first line of a field, empty where it is missing."""
    values = package.metadata.get_all(name) or [""]
    return re.sub(r"\s+", " ", str(values[0]).strip().split("\n")[0])


def bill_of(packages: list[Distribution]) -> dict[str, Any]:
    """Return the packages as CycloneDX names them."""
    components = [
        {
            "type": "library",
            "name": package.name,
            "version": package.version,
            "purl": f"pkg:pypi/{package.name.lower()}@{package.version}",
            "licenses": [{"license": {"name": licence_of(package) or "unknown"}}],
        }
        for package in packages
    ]
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}
