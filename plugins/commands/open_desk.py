"""What start.py runs: serves the site and opens the desk in the browser, on the first free port."""

import socket
import sys
from pathlib import Path

from plugins.commands.serve import run_serve
from plugins.diagnostics.terminal import write_utf8

_PORTS = range(8000, 8020)


def main() -> int:
    """Serve until the window is closed or Ctrl+C is pressed; return the exit code."""
    write_utf8()
    return run_serve(Path(__file__).parents[2], _free_port(), language=None, opens_desk=True)


def _free_port() -> int:
    for port in _PORTS:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    return 0


if __name__ == "__main__":
    sys.exit(main())
