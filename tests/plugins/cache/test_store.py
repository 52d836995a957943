"""The store: what is whole is found again, what is damaged, foreign or in the way never is, and never stops a build."""

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from plugins.cache import store
from plugins.cache.store import Blobs, Records, content_digest
from plugins.cache.workers import spread

VALUE, OTHER = "Әділ баға".encode(), b"\x00\xff"


def database(cache: Path) -> sqlite3.Connection:
    return sqlite3.connect(cache / "records.sqlite3")


def test_what_is_put_is_found_by_its_key_and_kind_only(tmp_path: Path) -> None:
    Records(tmp_path, "a").put_many({"1": VALUE, "2": OTHER, "3": b""})
    assert Records(tmp_path, "a").get_many(["3", "1", "4", "1"]) == {"1": VALUE, "3": b""}
    assert Records(tmp_path, "b").get("1") is None
    assert Records(tmp_path / "missing", "a").get("1") is None


def test_more_keys_than_one_query_takes_are_found(tmp_path: Path) -> None:
    values = {str(number): str(number).encode() for number in range(1203)}
    Records(tmp_path, "a").put_many(values)
    assert Records(tmp_path, "a").get_many(values) == values


DAMAGES = {
    "value changed": "UPDATE records SET value = x'00'",
    "value emptied": "UPDATE records SET value = x''",
    "value of another type": "UPDATE records SET value = 'text'",
    "checksum changed": "UPDATE records SET checksum = x'00'",
    "of another key": "UPDATE records SET key = '2' WHERE key = '1'",
    "of another kind": "UPDATE records SET kind = 'b'",
    "gone": "DELETE FROM records",
    "table gone": "DROP TABLE records",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_not_found_and_can_be_put_again(tmp_path: Path, damage: str) -> None:
    Records(tmp_path, "a").put("1", VALUE)
    with closing(database(tmp_path)) as opened, opened:
        opened.execute(damage)
    assert [Records(tmp_path, kind).get(key) for kind in "ab" for key in "12"] == [None] * 4
    Records(tmp_path, "a").put("1", VALUE)
    assert Records(tmp_path, "a").get("1") == VALUE


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:700])


def folder_in_its_place(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)


def dead_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere/at/all")


RUINS: dict[str, Callable[[Path], object]] = {
    "cut": cut,
    "emptied": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_text("бұл дерекқор емес" * 100),
    "a folder": folder_in_its_place,
    "a dead link": dead_link,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_a_ruined_database_costs_its_records_and_no_more(tmp_path: Path, ruin: Callable[[Path], object]) -> None:
    records = Records(tmp_path, "a")
    records.put("1", VALUE)
    ruin(tmp_path / "records.sqlite3")
    assert records.get("1") is None
    records.put("1", VALUE)
    assert records.get("1") == VALUE


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    records = Records(tmp_path / "file", "a")
    records.put("1", VALUE)
    assert records.get("1") is None


def test_a_full_disk_keeps_nothing_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Records(tmp_path, "a").put("1", VALUE)
    monkeypatch.setattr(store, "_TABLE", f"PRAGMA max_page_count = 1; {store._TABLE}".partition(";")[0])
    Records(tmp_path, "a").put("2", b"x" * 200_000)
    monkeypatch.undo()
    assert Records(tmp_path, "a").get("1") == VALUE
    assert Records(tmp_path, "a").get("2") is None


def test_two_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        for part in range(20):
            Records(tmp_path, "a").put_many({f"{number} {part} {n}": VALUE for n in range(20)})

    assert list(spread(write, range(3), cores=3)) == [None] * 3
    assert (
        len(Records(tmp_path, "a").get_many(f"{a} {b} {c}" for a in range(3) for b in range(20) for c in range(20)))
        == 1200
    )


def test_a_build_that_is_killed_leaves_whole_records(tmp_path: Path) -> None:
    Records(tmp_path, "a").put("before", VALUE)
    child = os.fork()
    if child == 0:
        for number in range(100_000):
            Records(tmp_path, "a").put_many({f"{number} {part}": VALUE * 200 for part in range(50)})
        os._exit(0)
    while Records(tmp_path, "a").get("3 0") is None:
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = Records(tmp_path, "a").get_many(
        ["before", *(f"{number} {part}" for number in range(3) for part in range(50))]
    )
    assert len(found) == 151
    Records(tmp_path, "a").put("after", VALUE)
    assert Records(tmp_path, "a").get("after") == VALUE


def test_the_records_not_used_for_longest_go_first_when_there_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Records(tmp_path, "a")
    monkeypatch.setattr(store, "_today", lambda: 1)
    records.put_many({f"old {number}": b"x" * 10_000 for number in range(50)})
    monkeypatch.setattr(store, "_today", lambda: 2)
    assert records.get("old 7")
    records.put_many({f"new {number}": b"x" * 10_000 for number in range(10)})
    monkeypatch.setattr(store, "MOST_BYTES", 300_000)
    records.put("last", VALUE)
    assert records.get("last") == VALUE
    assert records.get("old 7") is not None
    assert len(records.get_many(f"new {number}" for number in range(10))) == 10
    assert len(records.get_many(f"old {number}" for number in range(50))) < 30


def test_a_blob_is_found_by_its_content(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(VALUE)
    assert digest == content_digest(VALUE)
    assert blobs.path(digest).read_bytes() == VALUE
    assert blobs.is_whole(digest)
    assert not blobs.is_whole(content_digest(OTHER))


@pytest.mark.parametrize("ruin", RUINS.values(), ids=RUINS)
def test_a_blob_in_whose_place_something_else_stands_is_written_again(
    tmp_path: Path, ruin: Callable[[Path], object]
) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(VALUE * 1000)
    ruin(blobs.path(digest))
    assert not blobs.is_whole(digest)
    assert blobs.put(VALUE * 1000) == digest
    assert blobs.path(digest).read_bytes() == VALUE * 1000


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"a")
    blobs.path(digest).unlink()
    os.mkfifo(blobs.path(digest))
    assert not blobs.is_whole(digest)
    assert blobs.put(b"a") == digest
    assert blobs.is_whole(digest)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_process_forked_while_threads_use_the_records_uses_them_too(tmp_path: Path) -> None:
    records, end = Records(tmp_path, "a"), Event()
    records.put("1", VALUE)

    def use() -> None:
        while not end.is_set():
            records.get("1")

    threads = [Thread(target=use) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(100):
            child = os.fork()
            if not child:
                signal.alarm(60)  # ends a child that waits for ever
                os._exit(0 if records.get("1") == VALUE else 1)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        end.set()
        for thread in threads:
            thread.join()
