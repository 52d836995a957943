"""`inv clean-cache`: the cache is gone, what it says it freed is what nothing else holds."""

import os
from pathlib import Path

import pytest

from plugins.commands.clean_cache import run_clean_cache


def test_what_only_the_cache_holds_is_freed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cache, output = tmp_path / ".cache", tmp_path / "output"
    for folder in (cache / "pictures", cache / "spare/x", output):
        folder.mkdir(parents=True)
    (cache / "pictures/own").write_bytes(b"x" * 1_500_000)
    (output / "shared").write_bytes(b"y" * 4_000_000)
    os.link(output / "shared", cache / "pictures/shared")
    (cache / "pictures/twice").write_bytes(b"z" * 2_000_000)
    os.link(cache / "pictures/twice", cache / "spare/x/twice")
    assert run_clean_cache(tmp_path, language="en") == 0
    assert "3.5 MB freed" in capsys.readouterr().out
    assert (output / "shared").stat().st_size == 4_000_000
    assert [path.name for path in cache.iterdir()] in ([], ["build.lock"])
