"""Releases in a real S3 store: the order keeps the site whole, and a file named by content is never written over."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.delivery.targets.configuration import S3Target
from plugins.diagnostics.refusal import RefusedError
from tests.plugins.delivery.stores import a_store, store
from tests.plugins.delivery.trees import files_of, write_release

TODAY = date(2026, 11, 22)
SITE = "https://site.example"


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[S3Target, Path]]:
    with a_store(tmp_path_factory.mktemp("store")) as found:
        yield found


def sent(tree: Path) -> dict[str, bytes]:
    """What of a tree a store holds: no compressed copies."""
    return {name: content for name, content in files_of(tree).items() if not name.endswith((".br", ".gz"))}


def test_releases_one_after_the_other(bucket: tuple[S3Target, Path], tmp_path: Path) -> None:
    target, objects = bucket
    one = write_release(tmp_path / "one", "one", SITE, tmp_path / "cache")
    two = write_release(tmp_path / "two", "two", SITE, tmp_path / "cache")
    (one / "kk/gone").mkdir()
    (one / "kk/gone/index.html").write_text("a page that the next release does not have", encoding="utf-8")
    store(target).send(one, TODAY)
    assert {name: content for name, content in files_of(objects).items() if "kept.json" not in name} == sent(one)

    store(target).send(two, TODAY + timedelta(days=1))
    held = files_of(objects)
    assert sent(two).items() <= held.items()
    assert "kk/gone/index.html" not in held
    (old,) = (one / "theme/js").glob("*.js")
    assert f"theme/js/{old.name}" in held

    store(target).send(two, TODAY + timedelta(days=30))
    assert f"theme/js/{old.name}" in files_of(objects)
    store(target).send(two, TODAY + timedelta(days=31))
    assert {name for name in files_of(objects) if "kept.json" not in name} == set(sent(two))


def test_without_the_record_of_days_files_of_past_releases_stay(bucket: tuple[S3Target, Path], tmp_path: Path) -> None:
    target, objects = bucket
    one = write_release(tmp_path / "four", "four", SITE, tmp_path / "cache")
    two = write_release(tmp_path / "five", "five", SITE, tmp_path / "cache")
    store(target).send(one, TODAY)
    (objects / ".well-known/kept.json").unlink()
    store(target).send(two, TODAY)
    assert {name for name in sent(one) if name.startswith("theme/")} <= files_of(objects).keys()


def test_a_file_named_by_content_is_never_written_over(bucket: tuple[S3Target, Path], tmp_path: Path) -> None:
    target, objects = bucket
    tree = write_release(tmp_path / "three", "three", SITE, tmp_path / "cache")
    store(target).send(tree, TODAY)
    (script,) = (tree / "theme/js").glob("*.js")
    script.write_text("another content under the old name", encoding="utf-8")
    (tree / "kk/index.html").write_text("a page that must not come", encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        store(target).send(tree, TODAY)
    assert refused.value.label == "publish_failed"
    assert (objects / "kk/index.html").read_bytes() != (tree / "kk/index.html").read_bytes()
