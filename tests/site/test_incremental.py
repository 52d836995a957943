"""After any edit, the site built from what changed is, byte for byte, the one that is built from nothing."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import ContentError
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.site.edits import EDITS, Project, held, remembered
from tests.small_site import small_project

Outcome = dict[str, bytes] | list[tuple[str, str]]


def outcome(paths: Paths, today: date, *, plain: bool) -> Outcome:
    """Return the files of a build, or its problems where there are errors."""
    try:
        build(paths, today, plain=plain)
    except ContentError as error:
        return [(problem.path.replace("judged", "output"), problem.rule) for problem in error.problems]
    return dict(held(paths.output))


def edited(folder: Path, seed: int, edits: int, judged_every: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make random edits one after another, build after each, and judge after some; return the kinds of the edits."""
    (installed := folder / "installed").mkdir()
    monkeypatch.syspath_prepend(str(installed))
    project = Project(small_project(folder), random.Random(seed), installed)
    remembered(project, folder / "first")
    judged = replace(project.paths, output=folder / "judged", cache=folder / "judge-cache")
    build(project.paths, project.today)
    kinds: list[str] = []
    while len(kinds) < edits:
        kinds.append(project.edit())
        found = outcome(project.paths, project.today, plain=False)
        if len(kinds) % judged_every == 0:
            expected = outcome(judged, project.today, plain=True)
            differing = different(found, expected)
            assert not differing, f"after {kinds[-judged_every:]} (seed {seed}): {differing}"
    return kinds


def different(found: Outcome, expected: Outcome) -> list[str]:
    if isinstance(found, list) or isinstance(expected, list):
        return [] if found == expected else [f"problems: {found if isinstance(found, list) else expected}"]
    return sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))[:10]


def test_twenty_random_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(edited(tmp_path, seed=7, edits=20, judged_every=4, monkeypatch=monkeypatch)) == 20


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_random_edits(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(tmp_path, seed=100 + seed, edits=24, judged_every=1, monkeypatch=monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize("kind", EDITS)
def test_every_kind_of_edit_by_itself(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Project, "edit", lambda self: (setattr(self, "number", self.number + 1), EDITS[kind](self), kind)[-1]
    )
    edited(tmp_path, seed=1, edits=2, judged_every=1, monkeypatch=monkeypatch)


def test_a_plain_build_takes_nothing_over(tmp_path: Path) -> None:
    paths = small_project(tmp_path, is_cold=True)
    first = build(paths, date(2026, 11, 22))
    again = build(paths, date(2026, 11, 22), plain=True)
    assert first.rendered.kept == again.rendered.kept == again.rendered.assembled == 0
    assert first.rendered.rendered == again.rendered.rendered == again.pages > 50
