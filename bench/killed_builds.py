"""Kills builds at random moments: `python -m bench.killed_builds [--kills 40]`.

A small site is built again and again from two states of its content, and killed (SIGKILL, with its workers) at a random
moment. After each kill the output must be one of the two sites, whole. A reader meanwhile fetches a page from the output:
each must be a page of one of the two. At the end a build that nobody kills must give its site and leave nothing beside it.
Exit code 1 where anything was wrong.
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.small_site import TODAY, small_project

ROOT = Path(__file__).parent.parent
BUILD = """
import sys
from datetime import date
from pathlib import Path
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
root = Path(sys.argv[1])
build(Paths(root / "content", root / "theme", root / "output", root / ".cache", root / "pelicanconf.py"),
      date.fromisoformat(sys.argv[2]))
"""
_PAGE = "kk/about/index.html"


class Reader(threading.Thread):
    """Reads one page of the output until stopped; keeps what is no page of either site."""

    def __init__(self, output: Path, pages: list[bytes]) -> None:
        super().__init__(daemon=True)
        self.output, self.pages, self.read, self.wrong = output, pages, 0, list[str]()
        self.stopped = threading.Event()

    def run(self) -> None:
        """Read until `stopped` is set."""
        while not self.stopped.is_set():
            try:
                if (self.output / _PAGE).read_bytes() not in self.pages:
                    self.wrong.append("a page of no site")
            except OSError as error:
                self.wrong.append(repr(error))
            self.read += 1
            time.sleep(0.002)


class Site:
    """A small project whose styles, and with them every page, are in one of two states."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = small_project(root).output
        self._sheet = root / "theme/static/css/site.css"
        self._styles = self._sheet.read_text(encoding="utf-8")

    def change_to(self, state: int) -> None:
        """Bring the styles into the state 0 or 1."""
        self._sheet.write_text(f"{self._styles}\na{{order:{state}}}\n", encoding="utf-8")

    def start(self) -> "subprocess.Popen[bytes]":
        """Start a build in a process group of its own, so that its workers die with it."""
        return subprocess.Popen(
            [sys.executable, "-c", BUILD, str(self.root), TODAY.isoformat()],
            cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def digest(self) -> str:
        """Return a digest of the names and contents of all files of the output."""
        digest = hashlib.sha256()
        for file in sorted(path for path in self.output.rglob("*") if path.is_file()):
            digest.update(f"{file.relative_to(self.output)} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
        return digest.hexdigest()


def main() -> int:
    """Run and print the figures; return 1 where anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=40)
    kills = parser.parse_args().kills
    chance = random.Random(13)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder) / "project")
        whole, pages, seconds = [], [], 0.0
        for state in (0, 1):
            site.change_to(state)
            start = time.monotonic()
            assert site.start().wait() == 0
            seconds = time.monotonic() - start
            whole.append(site.digest())
            pages.append((site.output / _PAGE).read_bytes())
        assert whole[0] != whole[1]
        reader = Reader(site.output, pages)
        reader.start()
        killed, torn = 0, 0
        for number in range(kills):
            site.change_to(number % 2)
            process = site.start()
            time.sleep(chance.uniform(0, seconds * 1.1))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
            process.wait()
            torn += site.digest() not in whole
        site.change_to(0)
        ended = site.start().wait()
        reader.stopped.set()
        reader.join()
        right = ended == 0 and site.digest() == whole[0]
        left = sorted(path.name for path in site.root.iterdir() if path.name.startswith(".output"))
    print(f"{killed} of {kills} builds killed, one takes {seconds:.1f} s: {torn} torn outputs")
    print(f"{reader.read} reads of a page meanwhile, {len(reader.wrong)} wrong {reader.wrong[:3]}")
    print(f"the last build, not killed: {'right' if right else 'wrong'}; left beside the output: {left}")
    return int(bool(torn or reader.wrong or left) or not right)


if __name__ == "__main__":
    sys.exit(main())
