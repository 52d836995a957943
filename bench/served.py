"""`inv serve` over a project, as a process of its own."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.small_site import ROOT

_SERVE = (
    "import sys; from pathlib import Path; from plugins.commands.serve import run_serve;"
    "run_serve(Path(sys.argv[1]), int(sys.argv[2]), language='ru')"
)
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Served:
    """A server that may not listen yet."""

    address: str
    process: int


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """Serve the project at `root` until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", _SERVE, str(root), str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Served(f"http://127.0.0.1:{port}", server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(_PATIENCE_SECONDS)
