"""The text editor of the desk: one file of its own, of the versions that the lock file names, with their licences."""

import hashlib
import json
import re

from tests.small_site import ROOT

SOURCE = ROOT / "plugins/desk/editor"
BUNDLE = (ROOT / "plugins/desk/assets/codemirror.js").read_text(encoding="utf-8")
LICENCES = (ROOT / "plugins/desk/assets/codemirror.txt").read_text(encoding="utf-8")
HEAD = BUNDLE[: BUNDLE.index("*/")]
PACKAGES = dict(re.findall(r"^((?:@[\w-]+/)?[\w-]+)@([\d.]+)$", HEAD, re.MULTILINE))


def test_it_holds_the_versions_of_the_lock_file() -> None:
    lock = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.removeprefix("node_modules/"): entry["version"] for name, entry in lock.items() if name}
    assert len(PACKAGES) > 10
    assert {name: locked[name] for name in PACKAGES} == PACKAGES


def test_it_was_made_from_the_source_beside_it() -> None:
    digest = hashlib.sha256((SOURCE / "editor.mjs").read_bytes()).hexdigest()
    assert f"editor.mjs {digest}" in HEAD, "run `make editor`"


def test_every_package_stands_with_its_licence() -> None:
    assert [name for name in PACKAGES if f"{name} (MIT)" not in LICENCES] == []
    assert LICENCES.count("Permission is hereby granted") >= 3


def test_it_evaluates_no_text_and_asks_no_other_site() -> None:
    assert "eval(" not in BUNDLE and "new Function" not in BUNDLE
    assert re.findall(r"https?://(?!www\.w3\.org/)", BUNDLE) == []
