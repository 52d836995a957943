"""Stored results: records in one database file, and files named by the hash of their content.

A cache may be damaged, deleted or locked at any moment and only ever costs time: each entry is checked against its own key
before it is used, and a store that cannot be read or written keeps nothing.
"""

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import RLock

from plugins.cache.atomic import write_whole

_FILE = "records.sqlite3"
_TABLE = "CREATE TABLE IF NOT EXISTS records (kind, key, checksum, value, used, PRIMARY KEY (kind, key))"
_AT_ONCE = 500
"""Keys of one query; SQLite allows 999 variables."""
_AT_A_TIME = 200
"""Values that `put_all` holds at once."""
_WAIT_SECONDS = 5.0
"""For another build that writes."""
MOST_BYTES = 600_000_000
"""Of records; beyond it, those that were not used for the longest time are deleted."""

_OPEN = RLock()
"""Held while a database is open. A process that is forked while another thread is inside SQLite inherits SQLite's own locks,
which nobody releases there, and waits for ever; so no process is forked meanwhile."""
if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(before=_OPEN.acquire, after_in_parent=_OPEN.release, after_in_child=_OPEN.release)


class Records:
    """Values of one kind by key, each with a checksum over kind, key and value."""

    def __init__(self, cache: Path, kind: str) -> None:
        """Keep the records in a database below `cache`; nothing is opened yet."""
        self._cache, self._kind = cache, kind

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, or None."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that are kept and whole."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, bytes] = {}
        today, old = _today(), []
        with suppress(sqlite3.Error, OSError), _open(self._cache) as database:
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, checksum, value, used FROM records WHERE kind = ? AND key IN ({marks})"  # noqa: S608
                for key, checksum, value, used in database.execute(query, (self._kind, *part)):
                    if isinstance(value, bytes) and checksum == _checksum(self._kind, key, value):
                        found[key] = value
                        if used != today:
                            old.append((today, self._kind, key))
            if old:
                database.executemany("UPDATE records SET used = ? WHERE kind = ? AND key = ?", old)
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep one value."""
        self.put_many({key: value})

    def put_all(self, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep keys with their values, some at a time, so that not all of them are in memory at once."""
        waiting = iter(values)
        while part := dict(islice(waiting, _AT_A_TIME)):
            self.put_many(part)

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep all values in one step: a reader sees all of them or none."""
        if not values:
            return
        rows = [(self._kind, key, _checksum(self._kind, key, value), value, _today()) for key, value in values.items()]
        for _ in range(2):
            try:
                with _open(self._cache) as database:
                    database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", rows)
                    _bound(database)
            except (sqlite3.Error, OSError) as error:
                if isinstance(error, sqlite3.OperationalError) and (self._cache / _FILE).is_file():
                    return  # locked, or no room left: nothing is kept this time
                remove(self._cache / _FILE)
            else:
                return


class Blobs:
    """Files by the hash of their content: a file that was changed does not match its own name."""

    def __init__(self, folder: Path) -> None:
        """Keep the files below `folder`."""
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep a file and return its digest. Raises OSError where it cannot be written."""
        digest = content_digest(content)
        if not self.is_whole(digest):
            write_over(self.path(digest), content)
        return digest

    def path(self, digest: str) -> Path:
        """Return the path of the file of this content, if it is kept."""
        return Path(f"{self._folder}/{digest[:2]}/{digest}")

    def is_whole(self, digest: str) -> bool:
        """Return whether the file is there with the bytes its name states."""
        with suppress(OSError):
            place = self.path(digest)
            return place.is_file() and content_digest(place.read_bytes()) == digest  # a pipe would be waited for
        return False


def content_digest(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_over(target: Path, content: bytes) -> None:
    """Write a file of a cache whole; what is in its place is removed, also a folder. Raises OSError."""
    if target.is_dir() and not target.is_symlink():
        remove(target)
    write_whole(target, content)


@contextmanager
def _open(cache: Path) -> Iterator[sqlite3.Connection]:
    """Yield the database with a transaction that ends with the block. Raises sqlite3.Error or OSError."""
    cache.mkdir(parents=True, exist_ok=True)
    with _OPEN, closing(sqlite3.connect(cache / _FILE, timeout=_WAIT_SECONDS)) as database, database:
        database.execute("PRAGMA synchronous = OFF")  # lost with the power, never with the process
        database.execute(_TABLE)
        yield database


def remove(place: Path) -> None:
    """Remove what is in the place of a file: a folder, a link, a file that is none of ours."""
    with suppress(OSError):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()


def _bound(database: sqlite3.Connection) -> None:
    (pages,), (page_size,) = (
        database.execute("PRAGMA page_count").fetchone(),
        database.execute("PRAGMA page_size").fetchone(),
    )
    (free,) = database.execute("PRAGMA freelist_count").fetchone()
    if (pages - free) * page_size > MOST_BYTES:
        database.execute(
            "DELETE FROM records WHERE rowid IN (SELECT rowid FROM records ORDER BY used LIMIT (SELECT count(*)/2 FROM records))"
        )


def _checksum(kind: str, key: str, value: bytes) -> bytes:
    return hashlib.blake2b(f"{kind}\0{key}\0".encode() + value, digest_size=16).digest()


def _today() -> int:
    return int(time.time() // 86_400)
