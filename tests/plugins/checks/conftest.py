"""The small site again, one copy for all tests of the rules: hundreds edit it, and copying costs more than a rule."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

Snapshot = dict[Path, bytes]


@pytest.fixture(scope="session")
def shared_copy(untouched_content: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Snapshot]:
    """Return a copy of the small site's content, and what is in it."""
    content = Path(shutil.copytree(untouched_content, tmp_path_factory.mktemp("rules") / "content"))
    return content, files_in(content)


@pytest.fixture
def content(shared_copy: tuple[Path, Snapshot]) -> Iterator[Path]:
    """A copy of the small site's content, to edit; put back as it was after the test."""
    folder, before = shared_copy
    yield folder
    now = files_in(folder)
    for path in now.keys() - before.keys():
        path.unlink()
    for path, raw in before.items():
        if now.get(path) != raw:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def files_in(folder: Path) -> Snapshot:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
