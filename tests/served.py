"""A tree as the web servers of production serve it, each by the configuration that the product writes."""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from plugins.delivery import caddy, nginx
from plugins.delivery.headers import hash_sources
from plugins.delivery.nginx import BROTLI_MODULE as BROTLI
from plugins.delivery.styles import style_hashes

__all__ = ["BROTLI", "CADDY", "NGINX", "SERVERS", "Served", "free_port", "running", "served_by"]

SERVERS = ("nginx", "caddy")
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
CADDY = str(Path(sys.executable).parent / "caddy")


@dataclass(frozen=True)
class Served:
    """A server, the address it answers at, the folder it serves, and the hashes of its inline styles."""

    server: str
    address: str
    tree: Path
    styles: str


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextlib.contextmanager
def served_by(server: str, tree: Path, scratch: Path) -> Iterator[Served]:
    """Serve `tree` on a free port while the block lasts."""
    port, styles = free_port(), hash_sources(style_hashes(tree))
    writer = nginx if server == "nginx" else caddy
    configuration = scratch / f"{server}-{port}.conf"
    configuration.write_text(writer.local_configuration(tree, port, styles), encoding="utf-8")
    with running(command_of(server, configuration), f"http://127.0.0.1:{port}", scratch / f"{server}-{port}.log"):
        yield Served(server, f"http://127.0.0.1:{port}", tree, styles)


def command_of(server: str, configuration: Path) -> list[str]:
    if server == "nginx":
        return [NGINX, "-c", str(configuration)]
    return [CADDY, "run", "--adapter", "caddyfile", "--config", str(configuration)]


@contextlib.contextmanager
def running(command: list[str], address: str, log: Path) -> Iterator[None]:
    """Run a server until the block ends; it must answer at `address` before the block begins."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
        try:
            _await_answer(process, address, log)
            yield
        finally:
            process.terminate()
            process.wait()


def _await_answer(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        with contextlib.suppress(httpx.TransportError):
            httpx.get(address, timeout=1)
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
