"""What each save replaced: one step a save, taken back one by one, the last fifty of an item."""

import json
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.cache.atomic import write_whole
from plugins.cache.store import content_digest

_MOST_STEPS = 50
_RECORD = "step.json"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be taken back."""

    address: str
    """That of the item before the step."""
    before: Mapping[str, bytes | None]
    """The files as they were, by their path below `content`; None for one that came with the step."""


class History:
    """The steps of the items of `content`, kept below `folder` by their addresses, such as `news/meeting`."""

    def __init__(self, content: Path, folder: Path) -> None:
        self._content, self._folder = content, folder

    @contextmanager
    def step(
        self,
        address: str,
        paths: Iterable[Path],
        *,
        before: Mapping[Path, bytes | None] | None = None,
        moved_to: str = "",
    ) -> Iterator[None]:
        """Keep the files at `paths` as they are before the block writes them.

        `before` has files that were written just now as they were before: None for one that was not there.
        `moved_to` is the address that the block gives to the item. Where the block fails, nothing is kept.
        """
        kept = {path: path.read_bytes() if path.is_file() else None for path in paths} | dict(before or {})
        yield
        if moved_to:
            self._move(address, moved_to)
        self._keep(address, kept, moved_to)

    def can_undo(self, address: str) -> bool:
        """Return whether there is a step to take back."""
        return bool(self._steps(address))

    def last(self, address: str) -> Step | None:
        """Return the last step of an item; None where there is none."""
        steps = self._steps(address)
        if not steps:
            return None
        record = json.loads((steps[-1] / _RECORD).read_text(encoding="utf-8"))
        copies = {name: kept["copy"] for name, kept in record["files"].items()}
        before = {name: (steps[-1] / copy).read_bytes() if copy else None for name, copy in copies.items()}
        return Step(str(record["address"]), before)

    def undo(self, address: str) -> str | None:
        """Take the last step back; return the address the item has then, or None where there is no step.

        A file that came with the step is kept beside the steps. A file of other items stays as it is if it has changed since.
        """
        steps = self._steps(address)
        if not steps:
            return None
        record = json.loads((steps[-1] / _RECORD).read_text(encoding="utf-8"))
        was = record["address"]
        if was != address:
            if (self._content / was).exists():
                return None
            (self._content / address).rename(self._content / was)
        for name, kept in record["files"].items():
            self._put_back(self._content / name, steps[-1], kept)
        shutil.rmtree(steps[-1])
        if was != address:
            self._move(address, was)
        return str(was)

    def _put_back(self, path: Path, step: Path, kept: Mapping[str, Any]) -> None:
        if kept["left"] and (not path.is_file() or content_digest(path.read_bytes()) != kept["left"]):
            return
        if kept["copy"]:
            write_whole(path, (step / kept["copy"]).read_bytes(), durable=True)
        elif path.is_file():
            taken = self._folder.with_name("taken-back")
            taken.mkdir(parents=True, exist_ok=True)
            shutil.move(path, taken / f"{time.time_ns():020}-{path.name}")

    def _keep(self, address: str, before: Mapping[Path, bytes | None], moved_to: str) -> None:
        at = moved_to or address
        for earliest in self._steps(at)[: -_MOST_STEPS + 1]:
            shutil.rmtree(earliest)
        step = self._folder / at / f"{time.time_ns():020}"
        step.mkdir(parents=True)
        files: dict[str, dict[str, str]] = {}
        for number, (path, old) in enumerate(before.items()):
            is_own = path.is_relative_to(self._content / address)
            copy = f"{number}" if old is not None else ""
            if old is not None:
                (step / copy).write_bytes(old)
            left = "" if is_own or not path.is_file() else content_digest(path.read_bytes())
            files[path.relative_to(self._content).as_posix()] = {"copy": copy, "left": left}
        write_whole(step / _RECORD, json.dumps({"address": address, "files": files}).encode(), durable=True)

    def _move(self, address: str, to: str) -> None:
        steps = self._steps(address)
        for step in steps:
            (self._folder / to).mkdir(parents=True, exist_ok=True)
            step.rename(self._folder / to / step.name)

    def _steps(self, address: str) -> list[Path]:
        folder = self._folder / address
        return sorted(path.parent for path in folder.glob(f"*/{_RECORD}"))


def history_of(root: Path) -> History:
    """Return the history of the project at `root`."""
    return History(root / "content", root / ".cache" / "desk" / "undo")
