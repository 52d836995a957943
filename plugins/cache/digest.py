"""Digests of the values a page can show: equal values have equal digests (pure)."""

import hashlib
from collections.abc import Callable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

_MANY = 16
"""Tuples of at least this many members have their digest remembered."""

_Write = Callable[[Any, "list[bytes]"], None]


class Digester:
    """Digests of values; that of a frozen dataclass or a long tuple is remembered as long as the digester lives."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        """By identity; the object is held, so that no other takes its number."""
        self._writers: dict[type, _Write] = {str: _write_text, tuple: self._write_tuple, list: self._write_members}
        for plain in (type(None), bool, int, float, Decimal, date):
            self._writers[plain] = _write_plain

    def hex(self, value: object) -> str:
        """Return the digest of a value. Raises TypeError for one of a kind that no page shows."""
        parts: list[bytes] = []
        self._write(value, parts)
        return _digest(parts).hex()

    def _write(self, value: Any, parts: list[bytes]) -> None:
        kind = type(value)
        writer = self._writers.get(kind)
        if writer is None:
            writer = self._writers[kind] = self._writer_of(kind)
        writer(value, parts)

    def _writer_of(self, kind: type) -> _Write:
        if is_dataclass(kind):
            return partial(self._remembered, partial(self._write_fields, tuple(field.name for field in fields(kind))))
        writers: tuple[tuple[type, _Write], ...] = (
            (BaseModel, self._write_model),
            (Enum, lambda value, parts: parts.append(f"{kind.__qualname__}.{value.name};".encode())),
            (str, self._write_as(kind, str)),  # Markup: the same letters mean another thing
            (Mapping, self._write_mapping),
            (Set, self._write_set),
            (PurePath, self._write_as(kind, str)),
            (tuple, self._write_as(kind, tuple)),
        )
        for base, writer in writers:
            if issubclass(kind, base):
                return writer
        raise TypeError(f"no digest of {kind.__qualname__}")

    def _remembered(self, write: _Write, value: Any, parts: list[bytes]) -> None:
        known = self._known.get(id(value))
        if known is None:
            own: list[bytes] = []
            write(value, own)
            known = self._known[id(value)] = value, b"#" + _digest(own)
        parts.append(known[1])

    def _write_fields(self, names: tuple[str, ...], value: Any, parts: list[bytes]) -> None:
        parts.append(f"{type(value).__qualname__}[{len(names)}:".encode())
        for name in names:
            self._write(getattr(value, name), parts)

    def _write_model(self, value: BaseModel, parts: list[bytes]) -> None:
        parts.append(f"{type(value).__qualname__}[{len(value.__dict__)}:".encode())
        for name, member in value.__dict__.items():
            parts.append(name.encode() + b"=")
            self._write(member, parts)

    def _write_tuple(self, value: tuple[Any, ...], parts: list[bytes]) -> None:
        if len(value) >= _MANY:
            self._remembered(self._write_members, value, parts)
        else:
            self._write_members(value, parts)

    def _write_members(self, value: Any, parts: list[bytes]) -> None:
        parts.append(b"[%d:" % len(value))
        for member in value:
            self._write(member, parts)

    def _write_mapping(self, value: Mapping[Any, Any], parts: list[bytes]) -> None:
        parts.append(b"{%d:" % len(value))
        for key, member in value.items():  # in their order, which a template follows
            self._write(key, parts)
            self._write(member, parts)

    def _write_set(self, value: Set[Any], parts: list[bytes]) -> None:
        parts.append(b"<%d:" % len(value) + "".join(sorted(map(self.hex, value))).encode())

    def _write_as(self, kind: type, plain: type) -> _Write:
        def write(value: Any, parts: list[bytes]) -> None:
            parts.append(f"{kind.__qualname__}:".encode())
            self._write(plain(value), parts)

        return write


def _write_text(value: str, parts: list[bytes]) -> None:
    raw = value.encode("utf-8", "surrogatepass")
    parts.append(b"s%d:" % len(raw) + raw)


def _write_plain(value: object, parts: list[bytes]) -> None:
    parts.append(f"{type(value).__name__}={value!r};".encode())


def _digest(parts: list[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(parts), digest_size=16).digest()
