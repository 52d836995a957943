"""Our own code while it is edited: a server that runs yesterday's code shows yesterday's pages."""

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

FOLDER = Path(__file__).parents[1]
"""All packages of ours, with the words and assets beside them."""
_WHAT_RUNS = "import plugins.commands.serve, plugins.pipeline.build, plugins.pipeline.prepare, plugins.site"


def is_code(changed: Collection[Path]) -> bool:
    """Return whether one of the files is ours to run."""
    return any(FOLDER in path.parents for path in changed)


def fault_of_code() -> str:
    """Return what Python says of code that cannot be started; empty where nothing is wrong."""
    tried = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", _WHAT_RUNS], cwd=FOLDER.parent, capture_output=True, text=True, check=False
    )
    return tried.stderr.strip().rpartition("\n")[2] if tried.returncode else ""


def start_again() -> None:
    """Run the program anew, as it was called; nothing after this is done."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - our own command line
