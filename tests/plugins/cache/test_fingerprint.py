"""Whether anything changed: any byte, any name."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.cache import fingerprint
from plugins.cache.fingerprint import Fingerprints, below, digest_of, folder_digests
from plugins.cache.store import Records

Change = Callable[[Path], None]


def writes(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return change


def renames(old: str, new: str) -> Change:
    def change(root: Path) -> None:
        (root / old).rename(root / new)

    return change


def deletes(name: str) -> Change:
    return lambda root: (root / name).unlink()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "content/a.md": "бірінші", "content/b/c.md": "екінші", "content/b/d.md": "",
    }.items():  # fmt: skip
        writes(name, text)(tmp_path)
    return tmp_path


def inputs(project: Path) -> str:
    return digest_of(Fingerprints(project / ".cache").tree(project / "content"))


INPUTS: dict[str, Change] = {
    "first file": writes("content/a.md", "Бірінші"),
    "last file": writes("content/b/d.md", " "),
    "one letter": writes("content/b/c.md", "екіншi"),
    "file emptied": writes("content/a.md", ""),
    "new file": writes("content/e.md", "жаңа"),
    "new empty file": writes("content/e.md", ""),
    "new hidden file": writes("content/.e", "жаңа"),
    "new file in a new folder": writes("content/f/g/h.md", "жаңа"),
    "file deleted": deletes("content/b/d.md"),
    "file renamed": renames("content/b/d.md", "content/b/e.md"),
    "file moved up": renames("content/b/c.md", "content/c.md"),
    "folder renamed": renames("content/b", "content/g"),
}


@pytest.mark.parametrize("change", INPUTS.values(), ids=INPUTS)
def test_any_change_of_the_inputs_gives_another_fingerprint(project: Path, change: Change) -> None:
    before = inputs(project)
    assert inputs(project) == before
    change(project)
    assert inputs(project) != before


def test_two_files_that_change_places_give_another_fingerprint(project: Path) -> None:
    before = inputs(project)
    writes("content/a.md", "екінші")(project)
    writes("content/b/c.md", "бірінші")(project)
    assert inputs(project) != before


def test_compiled_python_is_no_input(project: Path) -> None:
    before = inputs(project)
    writes("content/__pycache__/a.pyc", "0")(project)
    assert inputs(project) == before


def test_the_place_of_the_project_is_no_input(project: Path) -> None:
    before = inputs(project)
    moved = project.rename(project.with_name("elsewhere"))
    assert inputs(moved) == before


def test_a_link_to_a_file_is_read_and_a_link_to_a_folder_is_not_followed(project: Path) -> None:
    (project / "content/link.md").symlink_to("a.md")
    (project / "content/around").symlink_to("..")
    tree = Fingerprints(None).tree(project / "content")
    assert tree["link.md"] == tree["a.md"]
    assert not [name for name in tree if name.startswith("around")]


def test_a_folder_renamed_while_it_is_read_is_no_fault(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = fingerprint.stamps

    def renamed_after(root: Path) -> dict[str, fingerprint.Stamp]:
        found = read(root)
        (project / "content/b").rename(project / "content/g")
        return found

    monkeypatch.setattr(fingerprint, "stamps", renamed_after)
    assert inputs(project)


READS: list[str] = []
sys.addaudithook(lambda event, arguments: READS.append(str(arguments[0])) if event == "open" else None)


def test_what_did_not_change_is_not_read_again(project: Path) -> None:
    cache = project / ".cache"
    first = Fingerprints(cache).tree(project / "content")
    settle(project / "content")
    Fingerprints(cache).tree(project / "content")
    READS.clear()
    assert Fingerprints(cache).tree(project / "content") == first
    assert not [name for name in READS if "/content/" in name]
    writes("content/b/c.md", "басқа")(project)
    READS.clear()
    changed = Fingerprints(cache).tree(project / "content")
    assert {name for name in first if first[name] != changed[name]} == {"b/c.md"}
    assert [name for name in READS if "/content/" in name] == [f"{project}/content/b/c.md"]


def settle(folder: Path) -> None:
    """Wait until no file below `folder` is so young that it has to be read again."""
    while max(max(stamp[2:]) for stamp in fingerprint.stamps(folder).values()) >= time.time_ns() - 60_000_000:
        time.sleep(0.01)


def test_a_change_that_keeps_size_and_time_is_noticed(project: Path) -> None:
    cache, file = project / ".cache", project / "content/a.md"
    before = Fingerprints(cache).tree(project / "content")
    settle(project / "content")
    Fingerprints(cache).tree(project / "content")
    status = file.stat()
    file.write_text("екінші\n\n", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size == 14
    assert Fingerprints(cache).tree(project / "content") != before


def test_a_text_is_read_once_and_another_file_anew(project: Path) -> None:
    writes("content/p.bin", "1")(project)
    fingerprints = Fingerprints(None)
    fingerprints.tree(project / "content")
    READS.clear()
    assert fingerprints.read(project / "content/a.md").decode() == "бірінші"
    assert fingerprints.read(project / "content/p.bin") == b"1"
    assert [name for name in READS if "/content/" in name] == [f"{project}/content/p.bin"]


@pytest.mark.parametrize("raw", [b"", b"[]", b"1", b'{"a.md": 1}', b'{"a.md": [[1, 2], "x"]}'])
def test_damaged_knowledge_is_none(project: Path, raw: bytes) -> None:
    cache = project / ".cache"
    expected = Fingerprints(cache).tree(project / "content")
    Records(cache, "stamps").put(str(project / "content"), raw)
    assert Fingerprints(cache).tree(project / "content") == expected


def test_a_folder_of_an_item_counts_with_all_below_it_and_others_with_their_own_files() -> None:
    tree = {
        "site.yaml": "1",
        "in-step.yaml": "2",
        "news/index.kk.md": "3",
        "news/a/facts.yaml": "4",
        "news/a/b/c.md": "5",
    }
    before = folder_digests(tree, "content", without={"in-step.yaml"})
    assert set(before) == {"content", "content/news", "content/news/a"}

    def changed(name: str) -> set[str]:
        after = folder_digests(tree | {name: "other"}, "content", without={"in-step.yaml"})
        return {folder for folder in before.keys() | after.keys() if before.get(folder) != after.get(folder)}

    assert changed("site.yaml") == {"content"}
    assert changed("in-step.yaml") == set()
    assert changed("news/index.kk.md") == {"content/news"}
    assert changed("news/a/b/c.md") == {"content/news/a"}
    assert changed("faq/b/index.kk.md") == {"content/faq", "content/faq/b"}


def test_a_part_of_a_tree_is_chosen_by_whole_names() -> None:
    tree = {"a/b": "1", "ab/c": "2", "a": "3", "c": "4"}
    assert below(tree, "a", "c") == {"a/b": "1", "a": "3", "c": "4"}
