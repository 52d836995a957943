"""Whether anything changed: any byte, any name, any setting."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.cache.fingerprint import fingerprint, is_unchanged, notes_of, remember

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
        "content/a.md": "бірінші", "content/b/c.md": "екінші", "content/b/d.md": "", "settings.py": "X = 1\n",
        "output/index.html": "бет", "output/kk/index.html": "ә", "output/media/x.svg": "<svg/>",
    }.items():  # fmt: skip
        writes(name, text)(tmp_path)
    return tmp_path


def inputs(project: Path, *settings: str) -> str:
    return fingerprint((project / "content", project / "settings.py"), *(settings or ("a", "b")))


INPUTS: dict[str, Change] = {
    "first file": writes("content/a.md", "Бірінші"),
    "last file": writes("content/b/d.md", " "),
    "one letter": writes("content/b/c.md", "екіншi"),
    "single file": writes("settings.py", "X = 2\n"),
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


SETTINGS = {
    "another value": ("a", "c"),
    "another order": ("b", "a"),
    "one less": ("a",),
    "one more": ("a", "b", "c"),
    "empty one more": ("a", "b", ""),
    "two written as one": ("a\nb",),
    "a capital": ("A", "b"),
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_any_change_of_the_settings_gives_another_fingerprint(project: Path, settings: tuple[str, ...]) -> None:
    assert inputs(project, *settings) != inputs(project, "a", "b")


def test_compiled_python_is_no_input(project: Path) -> None:
    before = inputs(project)
    writes("content/__pycache__/a.pyc", "0")(project)
    assert inputs(project) == before


def test_the_place_of_the_project_is_no_input(project: Path) -> None:
    before = inputs(project)
    moved = project.rename(project.with_name("elsewhere"))
    assert inputs(moved) == before


@pytest.fixture
def record(project: Path) -> Path:
    record = project / ".cache" / "last-build.json"
    remember(record, "inputs", project / "output")
    return record


def test_an_output_just_built_is_unchanged(project: Path, record: Path) -> None:
    assert is_unchanged(record, "inputs", project / "output")


def test_other_inputs_are_a_change(project: Path, record: Path) -> None:
    assert not is_unchanged(record, "other inputs", project / "output")


OUTPUTS: dict[str, Change] = {
    "one byte": writes("output/kk/index.html", "a"),
    "a byte more": writes("output/index.html", "бет "),
    "file deleted": deletes("output/media/x.svg"),
    "file added": writes("output/ru/index.html", ""),
    "hidden file added": writes("output/.x", ""),
    "file renamed": renames("output/media/x.svg", "output/media/y.svg"),
    "all gone": renames("output", "gone"),
}


@pytest.mark.parametrize("change", OUTPUTS.values(), ids=OUTPUTS)
def test_any_change_of_the_output_is_noticed(project: Path, record: Path, change: Change) -> None:
    change(project)
    assert not is_unchanged(record, "inputs", project / "output")


def test_the_same_bytes_written_again_are_no_change(project: Path, record: Path) -> None:
    writes("output/index.html", "бет")(project)
    assert is_unchanged(record, "inputs", project / "output")


RECORDS = {
    "empty": b"",
    "cut off": b'{"inputs": "inputs", "outp',
    "not JSON": b"inputs",
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "a text": b'"inputs"',
    "without the inputs": b'{"output": {}}',
    "without the output": b'{"inputs": "inputs"}',
    "with no files": b'{"inputs": "inputs", "output": {}}',
    "with another form of files": b'{"inputs": "inputs", "output": ["index.html"]}',
}


@pytest.mark.parametrize("raw", RECORDS.values(), ids=RECORDS)
def test_a_damaged_record_is_a_change(project: Path, record: Path, raw: bytes) -> None:
    record.write_bytes(raw)
    assert not is_unchanged(record, "inputs", project / "output")


def test_a_missing_record_is_a_change(project: Path) -> None:
    assert not is_unchanged(project / "none.json", "inputs", project / "output")


def test_a_record_that_is_a_folder_is_a_change(project: Path) -> None:
    assert not is_unchanged(project / "content", "inputs", project / "output")


def test_a_record_with_one_wrong_hash_is_a_change(project: Path, record: Path) -> None:
    kept = json.loads(record.read_text(encoding="utf-8"))
    kept["output"]["index.html"] = "0" * 64
    record.write_text(json.dumps(kept), encoding="utf-8")
    assert not is_unchanged(record, "inputs", project / "output")


def test_a_record_without_its_notes_is_a_change(project: Path, record: Path) -> None:
    kept = json.loads(record.read_text(encoding="utf-8"))
    del kept["notes"]
    record.write_text(json.dumps(kept), encoding="utf-8")
    assert not is_unchanged(record, "inputs", project / "output")


def test_what_a_build_left_of_itself_is_kept(project: Path) -> None:
    record = project / "record.json"
    remember(record, "inputs", project / "output", [["а", 1], {"б": None}])
    assert notes_of(record) == [["а", 1], {"б": None}]


def test_a_folder_renamed_while_it_is_read_is_no_fault(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def read_late(path: Path) -> bytes:
        if (project / "content/b").exists():
            (project / "content/b").rename(project / "content/g")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_late)
    assert inputs(project)


def test_a_new_record_replaces_the_old_one(project: Path, record: Path) -> None:
    writes("output/index.html", "жаңа бет")(project)
    remember(record, "new inputs", project / "output")
    assert is_unchanged(record, "new inputs", project / "output")
    assert not is_unchanged(record, "inputs", project / "output")
