"""The record of a release and its files: what is identified, and which time they bear."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.delivery.build_record import BUILD_FILE, BuildRecord, read_build_record, write_build_record
from plugins.delivery.tree import keep_times

EARLIER = "2020-01-01T00:00:00+00:00"


def record_of(tree: Path, site: str = "https://a.example", previous: Path | None = None) -> BuildRecord:
    """Return the record written for a tree, with one page if it has none yet; the root is no repository."""
    (tree / "kk").mkdir(parents=True, exist_ok=True)
    page = tree / "kk/index.html"
    page.write_text(page.read_text(encoding="utf-8") if page.exists() else "<p>Ә</p>", encoding="utf-8")
    return write_build_record(tree, tree, site, "published", {"links": 3}, previous)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A tree that was built long ago."""
    tree = tmp_path / "earlier"
    record_of(tree)
    data = json.loads((tree / BUILD_FILE).read_text(encoding="utf-8"))
    (tree / BUILD_FILE).write_text(json.dumps(data | {"built_at": EARLIER}), encoding="utf-8")
    return tree


def test_the_same_release_built_again_keeps_its_time(earlier: Path, tmp_path: Path) -> None:
    again = record_of(tmp_path / "again", previous=earlier)
    assert again == read_build_record(earlier) == read_build_record(tmp_path / "again")
    assert (again.built_at, again.pages, again.files, again.commit) == (EARLIER, 1, 1, "")


def with_another_page(tree: Path, before: Path) -> BuildRecord:
    (tree / "kk").mkdir(parents=True)
    (tree / "kk/index.html").write_text("<p>Ғ</p>", encoding="utf-8")
    return record_of(tree, previous=before)


def with_damaged_record(tree: Path, before: Path) -> BuildRecord:
    (before / BUILD_FILE).write_text('{"digest": 1}', encoding="utf-8")
    return record_of(tree, previous=before)


OTHERS: dict[str, Callable[[Path, Path], BuildRecord]] = {
    "another address": lambda tree, before: record_of(tree, "https://b.example", before),
    "another page": with_another_page,
    "no release before": lambda tree, _: record_of(tree),
    "an earlier record that cannot be read": with_damaged_record,
}


@pytest.mark.parametrize("build", OTHERS.values(), ids=OTHERS)
def test_another_release_bears_its_own_time(
    earlier: Path, tmp_path: Path, build: Callable[[Path, Path], BuildRecord]
) -> None:
    assert build(tmp_path / "other", earlier).built_at > EARLIER


def test_only_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    """Servers make their ETag from time and length: a changed page with its old time would never reach a browser again."""
    before, after = tmp_path / "before", tmp_path / "after"
    for tree, page in ((before, "<p>Ә</p>"), (after, "<p>Ғ</p>")):
        tree.mkdir()
        (tree / "page.html").write_text(page, encoding="utf-8")
        (tree / "robots.txt").write_text("Allow: /", encoding="utf-8")
    for file in before.iterdir():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    keep_times(before, after)
    kept = {file.name for file in after.iterdir() if file.stat().st_mtime == 1_000_000_000}
    assert kept == {"robots.txt"}
