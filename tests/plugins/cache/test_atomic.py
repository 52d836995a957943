"""A file is there whole or not at all, with the mode it had, and nothing is left beside it."""

from pathlib import Path

import pytest

from plugins.cache.atomic import write_whole


@pytest.mark.parametrize("durable", [False, True])
def test_a_file_is_written_with_its_folders_and_replaced(tmp_path: Path, durable: bool) -> None:
    target = tmp_path / "a" / "b"
    for content in (b"one", b"two and more"):
        write_whole(target, content, durable=durable)
        assert target.read_bytes() == content
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "b"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="File name too long"):
        write_whole(tmp_path / ("x" * 300), b"one")
    with pytest.raises(OSError, match="Is a directory"):
        write_whole(tmp_path / "folder", b"one")
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a"
    write_whole(target, b"one")
    assert target.stat().st_mode & 0o777 == 0o644
    target.chmod(0o664)
    write_whole(target, b"two")
    assert target.stat().st_mode & 0o777 == 0o664


def test_a_file_that_another_program_lets_go_soon_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused, replace = [2], Path.replace

    def busy(self: Path, target: Path) -> Path:
        if refused[0]:
            refused[0] -= 1
            raise PermissionError(str(target))  # as Windows answers for a file that is open
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    write_whole(tmp_path / "a", b"one")
    assert (tmp_path / "a").read_bytes() == b"one"
    refused[0] = 100
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"two")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"one"]
