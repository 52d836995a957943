"""Changes are noticed whatever happens to the folders: renamed, removed, with names of another encoding."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from plugins.server.watching import changes_in

PATIENCE = 30


class Watched:
    def __init__(self, content: Path, theme: Path) -> None:
        self.content, self.theme = content, theme
        self._changes: Queue[None] = Queue()
        self._end = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()
        self.until_noticed(lambda: (theme / "a.html").write_text(str(time.time())))

    def _watch(self) -> None:
        for _ in changes_in([self.content, self.theme], self._end):
            self._changes.put(None)

    def until_noticed(self, change: Callable[[], object]) -> None:
        """Fail unless the change, made again and again, is noticed."""
        self.settle()
        for _ in range(PATIENCE):
            change()
            try:
                self._changes.get(timeout=1)
                return
            except Empty:
                continue
        raise AssertionError("not noticed")

    def settle(self) -> None:
        """Wait until nothing has changed for a while."""
        try:
            while True:
                self._changes.get(timeout=1)
        except Empty:
            assert self._thread.is_alive()

    def ends(self) -> bool:
        self._end.set()
        self._thread.join(PATIENCE)
        return not self._thread.is_alive()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    content, theme = tmp_path / "content", tmp_path / "theme"
    (content / "news").mkdir(parents=True)
    theme.mkdir()
    watched = Watched(content, theme)
    yield watched
    assert watched.ends()


def edit(watched: Watched) -> None:
    (watched.content / "news" / "index.md").write_text(str(time.time()))


def odd_names(watched: Watched) -> None:
    folder = os.fsencode(watched.content / "news")
    for name in ("жаңа.md".encode("cp866", "replace"), "папка".encode("cp1251")):
        Path(os.fsdecode(folder + b"/" + name)).write_text("a")


def odd_folder(watched: Watched) -> None:
    folder = Path(os.fsdecode(os.fsencode(watched.content) + b"/" + "папка".encode("cp1251")))
    folder.mkdir()
    (folder / "a.md").write_text("a")


def renamed(watched: Watched) -> None:
    watched.content.rename(watched.content.with_name("elsewhere"))
    watched.settle()
    watched.content.with_name("elsewhere").rename(watched.content)


def replaced(watched: Watched) -> None:
    watched.content.rename(watched.content.with_name("old"))
    (watched.content / "news").mkdir(parents=True)


def both_gone(watched: Watched) -> None:
    for folder in (watched.content, watched.theme):
        folder.rename(folder.with_name(f"{folder.name}-away"))
    watched.settle()
    for folder in (watched.content, watched.theme):
        folder.with_name(f"{folder.name}-away").rename(folder)


def unreadable(watched: Watched) -> None:
    (watched.content / "closed").mkdir(mode=0)


@pytest.mark.parametrize("happening", [odd_names, odd_folder, renamed, replaced, both_gone, unreadable])
@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_the_next_edit_is_noticed(watched: Watched, happening: Callable[[Watched], None]) -> None:
    happening(watched)
    watched.until_noticed(lambda: edit(watched))


def test_a_missing_folder_does_not_keep_the_processor_busy(watched: Watched) -> None:
    for folder in (watched.content, watched.theme):
        folder.rename(folder.with_name(f"{folder.name}-away"))
    watched.settle()  # would never end if each look were reported as a change
