"""A build happens in a fresh folder; only a whole one takes the old one's place."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Yield a fresh folder that becomes `output` when the block ends well; otherwise `output` stays untouched.

    The folder lies beside `output`, so that the change is two renames on one file system. If the machine stops
    between them, the next build finds the previous site under its waiting name and puts it back first.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    previous = output.with_name(f".{output.name}.previous")
    _recover(output, previous)
    fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}.", suffix=".new", dir=output.parent))
    fresh.chmod(0o755)
    try:
        yield fresh
        if output.exists():
            output.rename(previous)
        fresh.rename(output)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        _recover(output, previous)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _recover(output: Path, previous: Path) -> None:
    if previous.exists():
        if output.exists():
            shutil.rmtree(previous)
        else:
            previous.rename(output)
