"""The lock of a cache is taken whatever stands in the place of its file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.cache.exclusive import one_at_a_time
from plugins.diagnostics.progress import no_progress

ODD: dict[str, Callable[[Path], object]] = {
    "nothing": lambda place: None,
    "words": lambda place: place.write_text("бос"),
    "a folder": lambda place: (place / "inside").mkdir(parents=True),
    "a link to nowhere": lambda place: place.symlink_to("nowhere/at/all"),
    "a link to itself": lambda place: place.symlink_to(place.name),
}


@pytest.mark.parametrize("put", ODD.values(), ids=ODD)
def test_the_lock_is_taken(tmp_path: Path, put: Callable[[Path], object]) -> None:
    put(tmp_path / "build.lock")
    with one_at_a_time(tmp_path, no_progress):
        assert (tmp_path / "build.lock").is_file()


@pytest.mark.parametrize("put", ODD.values(), ids=ODD)
def test_a_cache_that_is_no_folder_is_made_anew(tmp_path: Path, put: Callable[[Path], object]) -> None:
    cache = tmp_path / ".cache"
    put(cache)
    with one_at_a_time(cache, no_progress):
        assert (cache / "build.lock").is_file()
