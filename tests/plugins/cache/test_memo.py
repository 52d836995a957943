"""A key stands for its inputs; a value is made once for each key."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from plugins.cache import memo
from plugins.cache.memo import code_version, kept_or_made, key_of
from plugins.cache.store import Records

INPUTS = [("a", "b"), ("b", "a"), ("ab",), ("ab", ""), ("", "ab"), ("a",), (), ("a\0b",), ("А", "b"), ("a", "b", "c")]


def test_no_two_lists_of_inputs_share_a_key() -> None:
    assert len({key_of(*inputs) for inputs in INPUTS}) == len(INPUTS)
    assert key_of("ә") == key_of("ә".encode())


def doubled(cache: Path, names: str, code: str = "1") -> tuple[dict[str, str], list[str]]:
    """Return every name doubled, and those that were made now."""
    made: list[str] = []

    def make(missing: Sequence[str]) -> Iterable[str]:
        made.extend(missing)
        return [name * 2 for name in missing]

    keys = {name: key_of(code, name) for name in names}
    return kept_or_made(Records(cache, "doubled"), keys, make, lambda value: [value], lambda data: str(data[0])), made


def test_a_value_is_made_once_and_in_the_order_that_was_asked(tmp_path: Path) -> None:
    assert doubled(tmp_path, "ab") == ({"a": "aa", "b": "bb"}, ["a", "b"])
    found, made = doubled(tmp_path, "cba")
    assert list(found.items()) == [("c", "cc"), ("b", "bb"), ("a", "aa")]
    assert made == ["c"]
    assert doubled(tmp_path, "abc")[1] == []


def test_another_code_makes_everything_anew(tmp_path: Path) -> None:
    doubled(tmp_path, "ab")
    assert doubled(tmp_path, "ab", code="2")[1] == ["a", "b"]


@pytest.mark.parametrize("raw", [b"", b"{", b"{}", b"[]", b"1", b"\xff"])
def test_an_entry_of_another_form_is_made_anew_and_mended(tmp_path: Path, raw: bytes) -> None:
    doubled(tmp_path, "ab")
    Records(tmp_path, "doubled").put(key_of("1", "a"), raw)
    assert doubled(tmp_path, "ab") == ({"a": "aa", "b": "bb"}, ["a"])
    assert doubled(tmp_path, "ab")[1] == []


def test_the_version_of_code_changes_with_any_byte_or_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_CODE", tmp_path)
    (tmp_path / "own/rules").mkdir(parents=True)
    (tmp_path / "own/rules/a.py").write_text("1")
    versions = [code_version("own")]
    for change in (
        lambda: (tmp_path / "own/rules/a.py").write_text("2"),
        lambda: (tmp_path / "own/b.yaml").write_text(""),
        lambda: (tmp_path / "own/b.yaml").rename(tmp_path / "own/c.yaml"),
        (tmp_path / "own/c.yaml").unlink,
    ):
        change()
        code_version.cache_clear()
        versions.append(code_version("own"))
    code_version.cache_clear()
    assert versions[-1] == versions[1], "the new file has gone again"
    assert len(set(versions)) == len(versions) - 1
    assert code_version("own", libraries=("pydantic",)) != code_version("own")
    code_version.cache_clear()
