"""Digests of the values a page can show: equal values have equal digests (pure)."""

import hashlib
import io
import pickle
from collections.abc import Callable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

_MANY = 16
"""Tuples of at least this many members have their digest remembered."""

_Reduced = tuple[type, tuple[Any, ...]]
_Reduce = Callable[[Any], _Reduced]
"""Returns what is hashed for a value: a type that stands for its kind, and plain values; nothing is ever made of them."""


class Digester:
    """Digests of values; that of a frozen dataclass or a long tuple is remembered as long as the digester lives.

    What is hashed is a pickle without references, so that a value that is shared is as two equal ones. Pickling is done in C;
    only objects come here, by their type. A set is without order where it is a field or the value itself, not deeper.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        """By identity; the object is held, so that no other takes its number."""
        self._reducers = _Reducers(self._reducer_of)

    def forget(self) -> None:
        """Let go of the values whose digests are remembered."""
        self._known.clear()

    def hex(self, value: object) -> str:
        """Return the digest of a value. Raises TypeError for one of a kind that no page shows."""
        shown = {name: self._shown(member) for name, member in value.items()} if type(value) is dict else value
        return self._digest(self._shown(shown)).hex()

    def _digest(self, value: object) -> bytes:
        file = io.BytesIO()
        pickler = pickle.Pickler(file, 5)
        pickler.fast = True
        pickler.dispatch_table = self._reducers
        try:
            pickler.dump(value)
        except (pickle.PicklingError, AttributeError) as error:
            raise TypeError(f"no digest of {type(value).__name__}: {error}") from error
        return hashlib.blake2b(file.getbuffer(), digest_size=16).digest()

    def _shown(self, value: Any) -> Any:
        """Return a value, or what is hashed in its place: of a long tuple and of a set."""
        kind = type(value)
        if kind is tuple and len(value) >= _MANY:
            return self._remembered(value, value)
        if kind is set or kind is frozenset:
            return set, sorted(map(self.hex, value))
        return value

    def _remembered(self, value: Any, parts: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self._digest(parts)
        return known[1]

    def _reducer_of(self, kind: type) -> _Reduce:
        name = kind.__qualname__
        if is_dataclass(kind):
            return self._reducer_of_fields(name, tuple(field.name for field in fields(kind)))
        reducers: tuple[tuple[type, _Reduce], ...] = (
            (BaseModel, lambda value: (tuple, (name, *map(self._shown, value.__dict__.values())))),
            (Enum, lambda value: (slice, (name, value.name))),
            (Decimal, lambda value: (complex, (str(value),))),
            (date, lambda value: (range, (name, str(value)))),
            (str, lambda value: (str, (name, str(value)))),  # Markup: the same letters mean another thing
            (Mapping, lambda value: (dict, (name, dict(value)))),
            (Set, lambda value: (set, (name, sorted(map(self.hex, value))))),
            (PurePath, lambda value: (bytearray, (name, str(value)))),
            (tuple, lambda value: (list, (name, tuple(value)))),
        )
        for base, reduce in reducers:
            if issubclass(kind, base):
                return reduce
        raise TypeError(f"no digest of {name}")

    def _reducer_of_fields(self, kind: str, names: tuple[str, ...]) -> _Reduce:
        take: Callable[[Any], tuple[Any, ...]] = attrgetter(*names, names[0]) if names else lambda _: ()
        """The first twice: of one name alone, its value would come without a tuple."""

        def reduce(value: Any) -> _Reduced:
            known = self._known.get(id(value))
            if known is None:
                parts = (kind, *map(self._shown, take(value)))
                known = self._known[id(value)] = value, self._digest(parts)
            return bytes, (known[1],)

        return reduce


class _Reducers(dict[type, _Reduce]):
    """The reducers of the types that were met so far."""

    def __init__(self, make: Callable[[type], _Reduce]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: type) -> _Reduce:
        self[kind] = found = self._make(kind)
        return found
