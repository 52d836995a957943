"""Computes a value once for each key and keeps it; a key names everything the value depends on."""

import hashlib
import json
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from plugins.cache.store import Records

_CODE = Path(__file__).parents[1]

K = TypeVar("K")
V = TypeVar("V")


def key_of(*inputs: str | bytes) -> str:
    """Return one key for all inputs in their order; no two lists of inputs share one."""
    digest = hashlib.blake2b(digest_size=16)
    for part in inputs:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return digest.hexdigest()


@cache
def code_version(*packages: str, libraries: tuple[str, ...] = ()) -> str:
    """Return a digest of the source files of our `packages` (`markdown`, `video/encode.py`) and of installed versions.

    Read once in a process. Nobody raises a version by hand when code changes.
    """
    from importlib.metadata import version  # noqa: PLC0415 - a build that finds nothing changed asks for none

    parts: list[str | bytes] = [f"{library} {version(library)}" for library in libraries]
    for package in packages:
        place = _CODE / package
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                parts += [file.relative_to(_CODE).as_posix(), file.read_bytes()]
    return key_of(*parts)


def kept_or_made(
    records: Records,
    keys: Mapping[K, str],
    make: Callable[[Sequence[K]], Iterable[V]],
    to_data: Callable[[V], Any],
    from_data: Callable[[Any], V],
) -> dict[K, V]:
    """Return the value of each name in `keys`: the kept ones, and the rest from one call of `make`, then kept.

    `to_data` and `from_data` turn a value into data of JSON and back; an entry from which `from_data` makes nothing
    (LookupError, TypeError, ValueError) is made anew.
    """

    def dumped(value: V) -> bytes:
        return json.dumps(to_data(value), ensure_ascii=False).encode()

    return _kept_or_made(records, keys, make, dumped, lambda raw: from_data(json.loads(raw)))


def kept_objects(records: Records, keys: Mapping[K, str], make: Callable[[Sequence[K]], Iterable[V]]) -> dict[K, V]:
    """As `kept_or_made`, for frozen values of our own that are kept as pickles: their keys must name our code."""
    return _kept_or_made(records, keys, make, lambda value: pickle.dumps(value, 5), pickle.loads)


def kept_bytes(
    records: Records, keys: Mapping[K, str], make: Callable[[Sequence[K]], Iterable[bytes]]
) -> dict[K, bytes]:
    """As `kept_or_made`, for values that are bytes; whoever reads them sees what they hold."""
    return _kept_or_made(records, keys, make, bytes, bytes)


def _kept_or_made(
    records: Records,
    keys: Mapping[K, str],
    make: Callable[[Sequence[K]], Iterable[V]],
    dumps: Callable[[V], bytes],
    loads: Callable[[bytes], V],
) -> dict[K, V]:
    kept = records.get_many(keys.values())
    found: dict[K, V] = {}
    for name, key in keys.items():
        if key in kept:
            try:
                found[name] = loads(kept[key])
            except (LookupError, TypeError, ValueError, AttributeError, EOFError, ImportError, pickle.UnpicklingError):
                continue
    missing = [name for name in keys if name not in found]
    made = dict(zip(missing, make(missing), strict=True)) if missing else {}
    records.put_all((keys[name], dumps(value)) for name, value in made.items())
    return {name: made[name] if name in made else found[name] for name in keys}
