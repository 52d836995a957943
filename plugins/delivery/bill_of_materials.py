"""The parts a release was made with, as a bill of materials (CycloneDX 1.5): from the lock files, so without the network.

Format: https://cyclonedx.org/docs/1.5/json/. Licences are those the installed packages state.
"""

import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

BILL = ".well-known/bill-of-materials.json"
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]{0,80})==([\w.+!-]{1,60})", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = "License :: OSI Approved :: "


def write_bill(tree: Path, root: Path) -> None:
    """Write the bill into a tree; nothing where the project has no lock file."""
    if (root / "requirements.lock").is_file():
        (tree / BILL).write_text(json.dumps(bill_of_locks(root), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def bill_of_locks(root: Path) -> dict[str, Any]:
    """Return the packages of `requirements.lock` and `package-lock.json` below `root` as CycloneDX names them."""
    components = [*_of_python(root / "requirements.lock"), *_of_node(root / "package-lock.json")]
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}


def _of_python(lock: Path) -> Iterator[dict[str, Any]]:
    text = lock.read_text(encoding="utf-8")
    found = list(_PINNED.finditer(text))
    for place, pinned in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        component = _component("pypi", pinned[1].lower(), pinned[2], _licence(pinned[1]))
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


def _licence(name: str) -> str:
    """Return the licence an installed package states: its SPDX expression, its classifiers, or its field's first line."""
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        return ""
    approved = [
        value.removeprefix(_CLASSIFIER) for value in stated.get_all("Classifier", []) if value.startswith(_CLASSIFIER)
    ]
    for key in ("License-Expression", "License"):
        for value in stated.get_all(key, []):
            return str(value).strip().split("\n")[0]
    return "; ".join(approved)
