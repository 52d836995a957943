"""The parts a release was made with, as a bill of materials (CycloneDX 1.5): from the lock files, so without the network.

Format: https://cyclonedx.org/docs/1.5/json/. Licences are those the installed packages state.
"""

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

BILL = ".well-known/bill-of-materials.json"
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]{0,80})==([\w.+!-]{1,60})", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = "License :: OSI Approved :: "
_READ_IN_THEIR_FILES = {"axe-playwright-python": "MIT", "resvg_py": "MIT"}
"""Licences of packages that state them in a file only, as read by hand."""


def write_bill(file: Path, root: Path) -> None:
    """Write the bill of the project at `root` to a file; nothing where the project has no lock file."""
    if (root / "requirements.lock").is_file():
        file.write_text(json.dumps(bill_of_locks(root), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def bill_of_locks(root: Path) -> dict[str, Any]:
    """Return the packages of `requirements.lock` and `package-lock.json` below `root` as CycloneDX names them."""
    components = [*_of_python(root / "requirements.lock"), *_of_node(root / "package-lock.json")]
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}


def _of_python(lock: Path) -> Iterator[dict[str, Any]]:
    text = lock.read_text(encoding="utf-8")
    found = list(_PINNED.finditer(text))
    for place, pinned in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        component = _component("pypi", pinned[1].lower(), pinned[2], _licence_of_installed(pinned[1]))
        hashes = _HASH.findall(text, pinned.end(), end)
        yield component | {"hashes": [{"alg": "SHA-256", "content": value} for value in hashes]}


def _of_node(lock: Path) -> Iterator[dict[str, Any]]:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"] if lock.is_file() else {}
    for path, package in sorted(packages.items()):
        if path:
            name = path.rpartition("node_modules/")[2]
            yield _component("npm", name, package["version"], str(package.get("license", ""))) | {"scope": "excluded"}


def _component(registry: str, name: str, version: str, licence: str) -> dict[str, Any]:
    purl = f"pkg:{registry}/{name.replace('@', '%40')}@{version}"
    licences = [{"license": {"name": licence or "not stated"}}]
    return {"type": "library", "name": name, "version": version, "purl": purl, "licenses": licences}


def licence_of(package: Distribution) -> str:
    """Return the licence a package states: its SPDX expression, its classifiers, or the first line of its field."""
    if expression := _field(package, "License-Expression"):
        return expression
    classifiers = package.metadata.get_all("Classifier", [])
    approved = [value.removeprefix(_CLASSIFIER) for value in classifiers if value.startswith(_CLASSIFIER)]
    stated = "; ".join(approved) or _field(package, "License")
    return stated or _READ_IN_THEIR_FILES.get(package.name, "")


def _field(package: Distribution, name: str) -> str:
    """Return the first line of a field, empty where it is missing."""
    values = package.metadata.get_all(name) or [""]
    return re.sub(r"\s+", " ", str(values[0]).strip().split("\n")[0])


def _licence_of_installed(name: str) -> str:
    try:
        return licence_of(distribution(name))
    except PackageNotFoundError:
        return ""
