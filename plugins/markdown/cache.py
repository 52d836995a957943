"""Conversions kept by the hash of their source. A damaged entry is converted anew, never trusted."""

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

from plugins.markdown.conversion import SYNTAX_VERSION, Converted

_RECIPE = f"{SYNTAX_VERSION} markdown {version('markdown')}"


def cache_key(source: str) -> str:
    """Return the key of a text: it changes with the text, with our syntax and with the library."""
    return hashlib.sha256(f"{_RECIPE}\n{source}".encode()).hexdigest()


class ConversionCache:
    """A folder of entries; each is one line of checksum, then the conversion as JSON."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "markup"

    def read(self, key: str) -> Converted | None:
        """Return the entry, or None where there is none or it does not match its checksum."""
        try:
            checksum, _, payload = (self._folder / key[:2] / key).read_bytes().partition(b"\n")
            if checksum.decode("ascii", "replace") != _checksum(key, payload):
                return None
            return Converted.from_parts(json.loads(payload))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, key: str, converted: Converted) -> None:
        """Keep an entry; a reader sees the whole of it or nothing."""
        payload = json.dumps(converted.to_parts(), ensure_ascii=False).encode()
        target = self._folder / key[:2] / key
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{key}.{os.getpid()}")
        partial.write_bytes(_checksum(key, payload).encode() + b"\n" + payload)
        partial.replace(target)


def _checksum(key: str, payload: bytes) -> str:
    return hashlib.sha256(key.encode() + payload).hexdigest()  # with the key: an entry of another text is refused
