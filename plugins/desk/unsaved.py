"""Keeps the contents of unsaved forms, so that they survive a crash of the browser."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.cache.atomic import write_whole


class Unsaved:
    """Keeps the last tree of each form below `folder`, and the trees a form began with, by their digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, address: str, tree: Mapping[str, Any], digest: str) -> None:
        """Keep the form of an item with the digest of the saved files it began with."""
        path = self._path(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps({"digest": digest, "tree": tree}, ensure_ascii=False).encode(), durable=True)

    def kept(self, address: str) -> tuple[str, dict[str, Any]] | None:
        """Return the digest and the tree that are kept of an item."""
        try:
            read = json.loads(self._path(address).read_text(encoding="utf-8"))
            return str(read["digest"]), dict(read["tree"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self, address: str) -> None:
        """Forget the form of an item."""
        self._path(address).unlink(missing_ok=True)

    def move(self, address: str, to: str) -> None:
        """Keep under the address `to` what was kept of an item; other windows still show it under the old one."""
        old, new = self._path(address).stem, self._path(to).stem
        for path in [
            path for path in self._folder.glob("*.json") if path.stem == old or path.stem.startswith(f"{old}.")
        ]:
            path.rename(path.with_name(new + path.name.removeprefix(old)))

    def _path(self, address: str) -> Path:
        return self._folder / f"{address.replace('/', '.')}.json"
