"""The project itself: locks, documents, commands."""

import re
import subprocess

import pytest

from tests.small_site import ROOT

TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")


def tasks() -> list[str]:
    source = (ROOT / "tasks.py").read_text(encoding="utf-8")
    (names,) = re.findall(r"namespace = Collection\(([^)]+)\)", source)
    return [name.strip().replace("_", "-") for name in names.split(",")]


def test_no_lock_holds_an_address() -> None:
    locks = [ROOT / name for name in TRACKED if name.endswith((".lock", "lock.json", "lock.yaml"))]
    assert len(locks) >= 2
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        if lock.suffix == ".lock":
            assert text.count("--hash=") > text.count("==")
        else:
            assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


def test_the_locks_hold_what_the_project_names() -> None:
    named = re.findall(r'^  "([a-z0-9-]+)(?:==|")', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert "pelican" in named
    assert [name for name in named if not re.search(rf"^{name}==", lock, re.MULTILINE)] == []


def test_no_tracked_file_holds_a_place_of_this_machine() -> None:
    places = (str(ROOT), str(ROOT.parent) + "/shared")
    for name in filter(None, TRACKED):
        content = (ROOT / name).read_bytes()
        assert not any(place.encode() in content for place in places), name


@pytest.mark.parametrize("task", tasks())
def test_every_command_is_described_in_the_readme(task: str) -> None:
    assert f"`inv {task}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_the_commands_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    commands = [line for line in ci.splitlines() if line.startswith("make ")]
    assert commands == ["make build", "make test"]
    assert all(command in readme for command in commands)


def test_every_place_the_documents_name_exists() -> None:
    for document in ("README.md", "docs/architecture.md", "docs/security.md", "docs/queue.md", "bench/README.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        links = re.findall(r"\]\((?!https?:|/)([^)#]+)", text)
        places = re.findall(r"`((?:plugins|theme|content|tests|bench|docs)/[\w./-]+)`", text)
        assert links or places
        missing = [place for place in links + places if not (ROOT / document).parent.joinpath(place).exists()
                   and not (ROOT / place).exists()]  # fmt: skip
        assert missing == [], document
