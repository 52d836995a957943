"""Kills publishing at random moments: `python -m bench.publishing [--kills 40] [--target ssh|s3]`.

A publisher is killed (SIGKILL) at a random moment, again and again, while a visitor fetches pages with all their files. Each
answer must be whole and of one release: a page whose own files are missing, or a page that is neither of the two releases,
ends the run with exit code 1. At the end a publish that nobody kills must go through. Then a rollback is timed.

`rclone serve s3` takes an object away when its upload is cut off; a real store, and `--endpoint` with moto, keep the old one.
"""

import argparse
import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx

from plugins.delivery.targets.configuration import S3Target, SshTarget
from plugins.delivery.targets.ssh import Server
from tests.plugins.delivery.servers import a_server
from tests.plugins.delivery.stores import KEYS, RCLONE, a_store
from tests.plugins.delivery.trees import write_release

ROOT = Path(__file__).parent.parent
PUBLISH = """
import sys
from pathlib import Path
from plugins.delivery.build_record import read_build_record
from plugins.delivery.targets.configuration import S3Target, SshTarget
from plugins.delivery.targets.s3 import Store
from plugins.delivery.targets.ssh import Server
kind, target, tree = sys.argv[1:]
if kind == "ssh":
    Server(SshTarget.model_validate_json(target), Path.cwd()).send(Path(tree), read_build_record(Path(tree)))
else:
    Store(S3Target.model_validate_json(target), %r).send(Path(tree))
"""
_FILES = re.compile(r'(?:src|data-index)="(/[^"]+)"')


class Visitor(threading.Thread):
    """Fetches pages with all their files until stopped, and counts what is wrong."""

    def __init__(self, address: str, trees: list[Path]) -> None:
        super().__init__(daemon=True)
        self.address, self.trees, self.counts, self.wrong = address, trees, Counter[str](), list[str]()
        self.stopped = threading.Event()

    def run(self) -> None:
        """Fetch until `stopped` is set."""
        with httpx.Client(timeout=20) as client:
            while not self.stopped.is_set():
                for name in ("kk/index.html", "ru/index.html", "kk/news/index.html"):
                    try:
                        self._visit(client, name)
                    except httpx.HTTPError as error:
                        self.wrong.append(f"{name}: {error!r}")

    def _visit(self, client: httpx.Client, name: str) -> None:
        answer = client.get(f"{self.address}/{name}")
        releases = [tree for tree in self.trees if answer.content == (tree / name).read_bytes()]
        self.counts["pages"] += 1
        if answer.status_code != httpx.codes.OK or not releases:
            self.wrong.append(f"{name}: status {answer.status_code}, of no release")
            return
        for path in set(_FILES.findall(answer.text)):
            got = client.get(self.address + path)
            self.counts["files"] += 1
            if got.status_code != httpx.codes.OK or got.content != (releases[0] / path.lstrip("/")).read_bytes():
                self.wrong.append(f"{path} of {name}: status {got.status_code}")


@contextlib.contextmanager
def serving(kind: str, scratch: Path, endpoint: str) -> Iterator[tuple[SshTarget | S3Target, str]]:
    """Run what is published to, unless an `endpoint` runs; yield the target and the address a visitor asks."""
    if endpoint:
        os.environ |= KEYS
        yield S3Target(kind="s3", address=endpoint, endpoint=endpoint, bucket="bucket"), f"{endpoint}/bucket"
    elif kind == "ssh":
        with a_server(scratch) as server:
            yield server.target, server.target.address
    else:
        os.environ |= KEYS
        from tests.served import free_port, running  # noqa: PLC0415

        with a_store(scratch) as (target, objects):
            port = free_port()  # a public bucket: rclone reads the same objects without keys
            command = [
                RCLONE,
                "serve",
                "http",
                "--config",
                os.devnull,
                "--addr",
                f"127.0.0.1:{port}",
                "--dir-cache-time",
                "0s",
            ]
            address = f"http://127.0.0.1:{port}"
            with running([*command, str(objects)], address, scratch / "http.log"):
                yield target, address


def publisher(kind: str, target: SshTarget | S3Target, tree: Path) -> "subprocess.Popen[bytes]":
    """Start a publisher in a process group of its own, so that what it has started dies with it."""
    command = [sys.executable, "-c", PUBLISH % RCLONE, kind, target.model_dump_json(), str(tree)]
    return subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def main() -> int:
    """Run and print the figures; return 1 where a visitor met anything wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--target", choices=("ssh", "s3"), default="ssh")
    parser.add_argument("--endpoint", default="", help="a store that runs, with a public bucket called `bucket`")
    asked = parser.parse_args()
    random.seed(13)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(asked.target, Path(folder), asked.endpoint) as (target, address),
    ):
        scratch = Path(folder)
        trees = [write_release(scratch / name, name, address, scratch / "cache") for name in ("one", "two")]
        start = time.monotonic()
        for tree in reversed(trees):
            assert publisher(asked.target, target, tree).wait() == 0
        whole = (time.monotonic() - start) / 2
        visitor = Visitor(address, trees)
        visitor.start()
        killed = 0
        for number in range(asked.kills):
            process = publisher(asked.target, target, trees[number % 2])
            time.sleep(random.uniform(0, whole * 1.1))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
            process.wait()
        ended = [publisher(asked.target, target, tree).wait() for tree in trees]
        visitor.stopped.set()
        visitor.join()
        print(
            f"{asked.target}: {killed} of {asked.kills} killed, one publish takes {whole:.1f} s; the last two ended with {ended}"
        )
        print(
            f"fetched {visitor.counts['pages']} pages and {visitor.counts['files']} files, wrong: {len(visitor.wrong)}"
        )
        print("\n".join(visitor.wrong[:10]))
        if isinstance(target, SshTarget):
            start = time.monotonic()
            Server(target, ROOT).roll_back()
            print(f"rollback: {time.monotonic() - start:.2f} s")
    return int(bool(visitor.wrong) or any(ended))


if __name__ == "__main__":
    sys.exit(main())
