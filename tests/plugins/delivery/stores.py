"""An S3-compatible store on this machine: `rclone serve s3`."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.delivery.targets.configuration import S3Target
from plugins.delivery.targets.s3 import Store
from tests.served import free_port, running

RCLONE = str(Path(sys.executable).with_name("rclone"))
KEYS = {"AWS_ACCESS_KEY_ID": "a-key-of-tests", "AWS_SECRET_ACCESS_KEY": "a-secret-of-tests"}


@contextlib.contextmanager
def a_store(scratch: Path) -> Iterator[tuple[S3Target, Path]]:
    """Run a store; yield the target that leads to it and the folder in which its objects lie."""
    port, objects = free_port(), scratch / "objects"
    (objects / "bucket").mkdir(parents=True)
    command = [RCLONE, "serve", "s3", "--config", os.devnull, "--addr", f"127.0.0.1:{port}"]
    command += ["--auth-key", ",".join(KEYS.values()), str(objects)]
    address = f"http://127.0.0.1:{port}"
    with running(command, address, scratch / "store.log"):
        yield (
            S3Target(kind="s3", address=f"{address}/bucket"[: len(address)], endpoint=address, bucket="bucket"),
            objects / "bucket",
        )


def store(target: S3Target) -> Store:
    os.environ |= KEYS
    return Store(target, RCLONE)
