"""An ASGI application served on this machine, in a thread of its own."""

import asyncio
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from plugins.server.files import SiteFiles

_HOST = "127.0.0.1"
_SECONDS_TO_END = 2
"""How long answers that are being sent may go on after the end."""


@contextmanager
def running(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Serve `app` on the loopback address during the block; yield the address, without a slash at its end.

    Port 0 is any free one. Raises OSError or OverflowError where the port cannot be used.
    """
    with _listening(port) as listener:
        config = uvicorn.Config(
            app,
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        server = uvicorn.Server(config)
        thread = Thread(target=_serve, args=(server, listener), daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.005)
        try:
            yield f"http://{_HOST}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(_SECONDS_TO_END + 3)


def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    asyncio.run(server.serve(sockets=[listener]))


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve the built site in `folder` during the block; yield its address. `headers` are sent with every file."""
    with running(SiteFiles(folder, headers)) as address:
        yield address


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would let two programs listen on one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
    except BaseException:
        listener.close()
        raise
    return listener
