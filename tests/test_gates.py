"""What stands before a commit and a pull request: every command they name can be given."""

import re
from importlib.util import find_spec
from typing import Any

import pytest
import yaml
from invoke.parser import Parser

from tasks import namespace
from tests.small_site import ROOT

WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8"))
HOOKS: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
TARGETS = set(re.findall(r"^(?!\.)([a-z]+|\$\(VENV\)/\.[a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def hooks() -> list[dict[str, Any]]:
    return [hook for repository in HOOKS["repos"] for hook in repository["hooks"]]


def steps() -> list[dict[str, Any]]:
    return [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def commands() -> list[str]:
    """Return every command, without where its output goes."""
    lines = [step["run"] for step in steps() if "run" in step] + [hook["entry"] for hook in hooks()]
    return [re.split(r" [>|]", line)[0] for line in lines]


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_command_can_be_given(command: str) -> None:
    program, *words = command.removeprefix("sudo ").split()
    if program == ".venv/bin/inv":
        Parser(contexts=namespace.to_contexts()).parse_argv(words)
    elif program == "make":
        (target,) = words
        assert target.replace(".venv/", "$(VENV)/") in TARGETS
    else:
        assert (program, words[0]) == (".venv/bin/python", "-m")
        assert find_spec(words[1])


def test_the_hooks_fetch_nothing() -> None:
    assert {repository["repo"] for repository in HOOKS["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks()} == {"system"}
    assert {"content", "papers", "code", "large-files", "private-keys"} <= {hook["id"] for hook in hooks()}


def test_a_pull_request_is_checked_and_built_and_its_faults_are_kept() -> None:
    given = commands()
    assert "pull_request" in WORKFLOW[True]  # YAML 1.1 reads the key `on` so
    for wanted in (
        "inv check --format github",
        "inv check --format sarif",
        "make build",
        "make test",
        "check-documents --again",
    ):
        assert any(wanted in command for command in given), wanted
    (upload,) = [step for step in steps() if "upload-sarif" in step.get("uses", "")]
    (written,) = [step["run"] for step in steps() if "sarif" in step.get("run", "")]
    assert f"> {upload['with']['sarif_file']}" in written
    assert upload["if"] == "always()"


def test_every_action_of_others_stands_by_the_hash_of_its_commit() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []
    lines = re.findall(r"uses: .*", (ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8"))
    assert [line for line in lines if not re.search(r" # v\d+\.\d+\.\d+$", line)] == []


def test_no_step_keeps_the_credentials_of_the_checkout() -> None:
    checkouts = [step for step in steps() if "actions/checkout" in step.get("uses", "")]
    assert len(checkouts) == len(WORKFLOW["jobs"])
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_workflow_may_only_read_but_for_what_it_keeps() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    allowed = {"content": {"contents": "read", "security-events": "write"}, "tests": None, "weekly": None}
    assert {name: job.get("permissions") for name, job in WORKFLOW["jobs"].items()} == allowed
