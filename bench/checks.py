"""Measures `inv check` on a large site: cold on one core, and again after one edited file.

Every check is a process of its own, imports counted, as an editor waits for it; the program is compiled beforehand, as
Python leaves it after any first command.
"""

import argparse
import compileall
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.generated_site import GeneratedSite, write_generated_site


class Case(StrEnum):
    """What a check starts from."""

    COLD = "cold, one core"
    UNCHANGED = "nothing changed"
    EDITED = "one file edited"


COLD_GOAL_PER_1000_FILES, EDITED_GOAL = 6.0, 1.0
"""Seconds that the issue of the checks asks for."""

_FILES_OF_AN_ITEM = 2
_CHECK = """
import sys
from pathlib import Path
from plugins.commands.check import run_check
sys.exit(run_check(Path.cwd(), published=False, language="en", style="text"))
"""


def measure(items: int, rounds: int) -> Mapping[Case, list[float]]:
    """Return the seconds of every check, by what it starts from."""
    seconds: dict[Case, list[float]] = {case: [] for case in Case}
    with tempfile.TemporaryDirectory() as folder:
        site = write_generated_site(Path(folder), items)
        compileall.compile_dir(site.ours.settings.parent / "plugins", quiet=1)
        for number in range(rounds):
            shutil.rmtree(site.ours.cache, ignore_errors=True)
            seconds[Case.COLD].append(_seconds(site, cores={0}))
            seconds[Case.UNCHANGED].append(_seconds(site))
            site.edit_one_text(number)
            seconds[Case.EDITED].append(_seconds(site))
    return seconds


def _seconds(site: GeneratedSite, cores: set[int] | None = None) -> float:
    root = site.ours.settings.parent
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHECK],
        check=False,
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None,
    )
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return time.perf_counter() - start


def _table(seconds: Mapping[Case, list[float]], items: int) -> Table:
    files = items * _FILES_OF_AN_ITEM
    table = Table(title=f"inv check, {items} items, {files} texts; Python {platform.python_version()}, medians")
    for name in ("from", "seconds", "seconds per 1 000 files", "goal"):
        table.add_column(name)
    goals = {Case.COLD: f"≤ {COLD_GOAL_PER_1000_FILES} per 1 000 files", Case.EDITED: f"≤ {EDITED_GOAL}"}
    for case, measured in seconds.items():
        median = statistics.median(measured)
        table.add_row(case, f"{median:.2f}", f"{median / files * 1000:.2f}", goals.get(case, "–"))
    return table


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.checks", description=__doc__)
    parser.add_argument("--items", type=int, default=2000, help="news items, each in two languages")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    options = parser.parse_args()
    seconds = measure(options.items, options.rounds)
    Console().print(_table(seconds, options.items))
    if options.json:
        options.json.write_text(json.dumps(seconds, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
