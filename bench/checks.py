"""Measures `inv check` on a large site: cold on one core, and again after one edited file.

Every check is a process of its own, imports counted, as an editor waits for it; the program is compiled beforehand, as
Python leaves it after any first command. Both the processor time and the clock are given: on a machine that others use, only
the first can be compared.
"""

import argparse
import compileall
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from bench.generated_site import GeneratedSite, write_generated_site


class Times(NamedTuple):
    """Seconds that a check took."""

    processor: float
    """User and system time of the process and of its workers."""
    clock: float


class Case(StrEnum):
    """What a check starts from."""

    COLD = "cold, one core"
    UNCHANGED = "nothing changed"
    EDITED = "one file edited"


COLD_GOAL_PER_1000_FILES, EDITED_GOAL = 4.5, 1.0
"""Seconds that the issue of the checks asks for."""

_FILES_OF_AN_ITEM = 2
_CHECK = """
import sys
from pathlib import Path
from plugins.commands.check import run_check
sys.exit(run_check(Path.cwd(), published=False, language="en", style="text"))
"""


def measure(items: int, rounds: int) -> Mapping[Case, list[Times]]:
    """Return the times of every check, by what it starts from."""
    times: dict[Case, list[Times]] = {case: [] for case in Case}
    with tempfile.TemporaryDirectory() as folder:
        site = write_generated_site(Path(folder), items)
        compileall.compile_dir(site.ours.settings.parent / "plugins", quiet=1)
        for number in range(rounds):
            shutil.rmtree(site.ours.cache, ignore_errors=True)
            times[Case.COLD].append(_times(site, cores={0}))
            times[Case.UNCHANGED].append(_times(site))
            site.edit_one_text(number)
            times[Case.EDITED].append(_times(site))
    return times


def _times(site: GeneratedSite, cores: set[int] | None = None) -> Times:
    root = site.ours.settings.parent
    start, before = time.perf_counter(), _of_children()
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
    return Times(_of_children() - before, time.perf_counter() - start)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _table(times: Mapping[Case, list[Times]], items: int) -> Table:
    files = items * _FILES_OF_AN_ITEM
    table = Table(title=f"inv check, {items} items, {files} texts; Python {platform.python_version()}, medians")
    for name in ("from", "processor s", "the same per 1 000 texts", "clock s", "goal"):
        table.add_column(name)
    goals = {Case.COLD: f"≤ {COLD_GOAL_PER_1000_FILES} per 1 000 texts", Case.EDITED: f"≤ {EDITED_GOAL}"}
    for case, measured in times.items():
        processor = statistics.median(one.processor for one in measured)
        clock = statistics.median(one.clock for one in measured)
        table.add_row(case, f"{processor:.2f}", f"{processor / files * 1000:.2f}", f"{clock:.2f}", goals.get(case, "–"))
    return table


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.checks", description=__doc__)
    parser.add_argument("--items", type=int, default=2000, help="news items, each in two languages")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    options = parser.parse_args()
    times = measure(options.items, options.rounds)
    Console().print(_table(times, options.items))
    if options.json:
        rows = {case: [one._asdict() for one in measured] for case, measured in times.items()}
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
