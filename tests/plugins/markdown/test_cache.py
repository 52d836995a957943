"""Conversions kept between builds: read when they are whole, made anew when they are not."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.markdown import convert, convert_all
from plugins.markdown.cache import ConversionCache, cache_key
from plugins.markdown.conversion import Converted, Heading, Link

TEXT, OTHER = "## Әділ баға\n\n[ё](/news/) ![қ](a.svg)", "## Басқа"
MARKED = Converted("<p>кэштен</p>", (Heading(2, "ә", "Ә"),), (Link("/b/", is_picture=False),))
"""No text is converted to this: who gets it got it from the cache."""


def entries(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def entry_of(cache: Path, text: str) -> Path:
    (found,) = [path for path in entries(cache) if path.name == cache_key(text)]
    return found


def test_what_is_written_is_read(tmp_path: Path) -> None:
    ConversionCache(tmp_path).write(cache_key(TEXT), MARKED)
    assert ConversionCache(tmp_path).read(cache_key(TEXT)) == MARKED


def test_an_empty_cache_holds_nothing(tmp_path: Path) -> None:
    assert ConversionCache(tmp_path / "missing").read(cache_key(TEXT)) is None


def test_a_second_run_reads_what_the_first_has_kept(tmp_path: Path) -> None:
    assert convert_all([TEXT], tmp_path) == {TEXT: convert(TEXT)}
    ConversionCache(tmp_path).write(cache_key(TEXT), MARKED)
    assert convert_all([TEXT], tmp_path) == {TEXT: MARKED}


def test_equal_texts_are_converted_and_kept_once(tmp_path: Path) -> None:
    found = convert_all([TEXT, OTHER, TEXT, TEXT], tmp_path)
    assert found == {TEXT: convert(TEXT), OTHER: convert(OTHER)}
    assert len(entries(tmp_path)) == 2


def test_a_changed_text_has_another_key() -> None:
    texts = [TEXT, f"{TEXT} ", TEXT.replace("ё", "е"), TEXT.replace("Ә", "ә"), "", "\n"]
    assert len({cache_key(text) for text in texts}) == len(texts)


def test_no_texts_are_no_conversions(tmp_path: Path) -> None:
    assert convert_all([], tmp_path) == {}


def resealed(data: object) -> Callable[[bytes], bytes]:
    """Return a change that puts `data` in place of the entry, with a checksum of the old form."""

    def change(_: bytes) -> bytes:
        payload = json.dumps(data).encode()
        return hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload

    return change


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "cut off after the checksum": lambda raw: raw[:64],
    "cut off after the first line": lambda raw: raw[:65],
    "cut off in the middle": lambda raw: raw[: len(raw) // 2],
    "without its last byte": lambda raw: raw[:-1],
    "with a byte more": lambda raw: raw + b" ",
    "first byte of the checksum changed": lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
    "byte in the middle changed": lambda raw: raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
    "last byte changed": lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
    "without its checksum": lambda raw: raw.partition(b"\n")[2],
    "not text": lambda raw: bytes(range(256)),
    "of another form": resealed(["html"]),
    "with parts missing": resealed({"html": "<p>бөтен</p>"}),
    "with a checksum that does not know its key": resealed({"html": "<p>бөтен</p>", "headings": [], "links": []}),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_is_converted_anew_and_mended(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    convert_all([TEXT, OTHER], tmp_path)
    entry = entry_of(tmp_path, TEXT)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert entry.read_bytes() != whole
    assert convert_all([TEXT, OTHER], tmp_path) == {TEXT: convert(TEXT), OTHER: convert(OTHER)}
    assert entry.read_bytes() == whole


def test_the_entry_of_another_text_is_not_taken_for_this_one(tmp_path: Path) -> None:
    convert_all([TEXT, OTHER], tmp_path)
    entry, foreign = entry_of(tmp_path, TEXT), entry_of(tmp_path, OTHER)
    whole = entry.read_bytes()
    entry.write_bytes(foreign.read_bytes())
    assert convert_all([TEXT], tmp_path) == {TEXT: convert(TEXT)}
    assert entry.read_bytes() == whole


def test_a_deleted_entry_comes_back(tmp_path: Path) -> None:
    convert_all([TEXT, OTHER], tmp_path)
    entry_of(tmp_path, TEXT).unlink()
    assert convert_all([TEXT, OTHER], tmp_path) == {TEXT: convert(TEXT), OTHER: convert(OTHER)}
    assert len(entries(tmp_path)) == 2


def test_many_texts_are_converted_in_parallel_as_one_by_one(tmp_path: Path) -> None:
    texts = [f"## Бөлім {number}\n\n[ё](/a-{number}/)" for number in range(120)]
    assert convert_all(texts, tmp_path) == {text: convert(text) for text in texts}
    assert len(entries(tmp_path)) == 120


def test_what_a_stopped_build_left_half_written_is_not_read(tmp_path: Path) -> None:
    convert_all([TEXT], tmp_path)
    entry = entry_of(tmp_path, TEXT)
    entry.with_name(f"{entry.name}.99999").write_bytes(b"half")
    assert convert_all([TEXT], tmp_path) == {TEXT: convert(TEXT)}
