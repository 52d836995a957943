"""Every release says what it was made with."""

import json
from pathlib import Path

from plugins.delivery.bill_of_materials import BILL, bill_of_locks
from tests.small_site import ROOT


def test_the_bill_names_every_package_of_the_locks_with_its_licence_and_checksums() -> None:
    bill = bill_of_locks(ROOT)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    found = {part["purl"]: part for part in bill["components"]}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = [line.split()[0] for line in lock.splitlines() if "==" in line and not line.startswith(" ")]
    assert len(pinned) >= 30
    for name in pinned:
        part = found[f"pkg:pypi/{name.lower().replace('==', '@')}"]
        assert part["hashes"]
        assert part["licenses"][0]["license"]["name"] != "not stated", name
    node = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert sum(purl.startswith("pkg:npm/") for purl in found) == len(node) - 1


def test_a_finished_tree_carries_it(server_tree: Path) -> None:
    assert json.loads((server_tree / BILL).read_text(encoding="utf-8"))["components"]
