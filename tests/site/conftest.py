"""A copy of the small project with its good site, for tests of whole builds."""

import shutil
from pathlib import Path

import pytest

from plugins.pipeline.paths import Paths
from tests.small_site import built_small_project


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Paths:
    """A small project with a good site in output/."""
    root = tmp_path / "project"
    shutil.copytree(built_small_project(), root)
    return Paths(root / "content", root / "theme", root / "output", root / ".cache", root / "pelicanconf.py")
