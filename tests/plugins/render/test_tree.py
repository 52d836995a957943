"""The new tree: what stayed is a second name of the same file, what changed is new, what was damaged is not taken over."""

import marshal
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.cache.fingerprint import stamps
from plugins.cache.store import Records
from plugins.delivery.staging import staged
from plugins.render.tree import NewTree, TreeRecord, read_record, spare_of, write_record

FILES = {"index.html": b"1", "kk/index.html": b"2", "media/x.svg": b"<svg/>"}


def build(root: Path, files: dict[str, bytes]) -> NewTree:
    """Build a site whose files have their content as key."""
    output, cache = root / "output", root / "cache"
    with staged(output, spare_of(cache, output)) as fresh:
        tree = NewTree(fresh, output, read_record(cache, output))
        for path, content in files.items():
            if not tree.keep(path, content.decode()):
                tree.put(path, content.decode(), content)
        tree.finish()
    write_record(cache, output, "inputs", tree, ["note"])
    return tree


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def numbers(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    build(tmp_path, FILES)
    return tmp_path


def test_what_stayed_is_the_same_file_and_what_changed_is_another(root: Path) -> None:
    before = numbers(root / "output")
    changed = FILES | {"kk/index.html": b"3", "new.html": b"4"}
    del changed["media/x.svg"]
    assert build(root, changed).kept == 1
    assert held(root / "output") == changed
    after = numbers(root / "output")
    assert after["index.html"] == before["index.html"]
    assert after["kk/index.html"] != before["kk/index.html"]
    assert build(root, FILES).kept == 3
    assert held(root / "output") == FILES


def test_two_trees_take_turns_and_an_empty_folder_does_not_stay(root: Path) -> None:
    other = {"index.html": b"9", "ru/a/index.html": b"5"}
    for _ in range(3):
        build(root, other)
        assert held(root / "output") == other
        assert held(spare_of(root / "cache", root / "output")) == FILES
        assert not (root / "output/kk").exists()
        build(root, FILES)
        assert held(root / "output") == FILES
        assert not (root / "output/ru").exists()


@pytest.mark.parametrize("damage", ["index.html", "new.html", ""])
def test_a_damaged_spare_is_not_used(root: Path, damage: str) -> None:
    build(root, FILES | {"index.html": b"9"})
    spare = spare_of(root / "cache", root / "output")
    (spare / damage).write_bytes(b"x") if damage else shutil.rmtree(spare)
    build(root, FILES)
    assert held(root / "output") == FILES


DAMAGES: dict[str, Callable[[Path], object]] = {
    "one byte": lambda output: (output / "kk/index.html").write_bytes(b"x"),
    "the same bytes written again": lambda output: (output / "kk/index.html").write_bytes(b"2"),
    "a byte more": lambda output: (output / "index.html").write_bytes(b"1 "),
    "deleted": lambda output: (output / "media/x.svg").unlink(),
    "added": lambda output: (output / "kk/.x").write_bytes(b""),
    "renamed": lambda output: (output / "media/x.svg").rename(output / "media/y.svg"),
    "another file in its place": lambda output: (output / "kk/index.html").replace(output / "index.html"),
    "all gone": lambda output: output.rename(output.with_name("gone")),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_any_touch_is_noticed_and_the_next_build_is_whole(root: Path, damage: Callable[[Path], object]) -> None:
    output = root / "output"
    assert read_record(root / "cache", output).is_still_there(output)
    damage(output)
    assert not read_record(root / "cache", output).is_still_there(output)
    build(root, FILES)
    assert held(output) == FILES
    assert read_record(root / "cache", output).is_still_there(output)


def test_a_change_that_keeps_size_and_time_is_noticed(root: Path) -> None:
    file = root / "output/index.html"
    status = file.stat()
    file.write_bytes(b"x")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not read_record(root / "cache", root / "output").is_still_there(root / "output")
    build(root, FILES)
    assert file.read_bytes() == b"1"


def test_the_record_holds_inputs_and_notes(root: Path) -> None:
    record = read_record(root / "cache", root / "output")
    assert (record.inputs, record.notes) == ("inputs", ["note"])
    assert read_record(root / "cache", root / "elsewhere") == TreeRecord()
    assert not TreeRecord().is_still_there(root / "nowhere")


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b'{"inputs": 1}', *map(marshal.dumps, ([], None, {"inputs": 1}, {"inputs": "", "files": [1]}))]
)
def test_a_damaged_record_is_none(root: Path, raw: bytes) -> None:
    Records(root / "cache", "trees").put(str((root / "output").resolve()), raw)
    assert read_record(root / "cache", root / "output") == TreeRecord()
    build(root, FILES)
    assert held(root / "output") == FILES


def test_a_file_is_linked_from_a_cache_and_never_written_over(root: Path) -> None:
    kept = root / "kept"
    kept.write_bytes(b"blob")
    tree = NewTree(root / "fresh", root / "output", TreeRecord())
    tree.link("a/b", "key", kept)
    assert (root / "fresh/a/b").stat().st_ino == kept.stat().st_ino
    with pytest.raises(FileExistsError):
        tree.put("a/b", "key", b"other")
    assert kept.read_bytes() == b"blob"


def test_the_record_names_every_file_as_it_stands_without_looking_at_all(root: Path) -> None:
    other = {"index.html": b"9", "ru/a/index.html": b"5", "media/x.svg": b"<svg/>"}
    for files in (other, FILES, other | {"new.html": b"1"}, other, FILES):
        build(root, files)
        for tree, recorded in (
            (root / "output", read_record(root / "cache", root / "output").files),
            (spare_of(root / "cache", root / "output"), read_record(root / "cache", root / "output").spare),
        ):
            assert stamps(tree) == {path: stamp for path, (_, stamp) in recorded.items()}
