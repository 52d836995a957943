"""The small site, written once per worker and copied for each test that edits it."""

import shutil
from pathlib import Path

import pytest

from tests.small_site import write_small_site


@pytest.fixture(scope="session")
def untouched_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site's content; read it, do not edit it."""
    return write_small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture
def content(untouched_content: Path, tmp_path: Path) -> Path:
    """A copy of the small site's content, to edit."""
    return shutil.copytree(untouched_content, tmp_path / "content")
