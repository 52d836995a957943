"""Our build beside stock Pelican with i18n-subsites, on the same texts: `python -m bench.build --help`.

Every build is a process of its own, imports counted, and the sides take turns, so that noise falls on both.
"""

import argparse
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
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.generated_site import GeneratedSite, write_generated_site


class Case(StrEnum):
    """What a build starts from."""

    COLD = "cold"
    """No output and no cache of ours."""
    UNCHANGED = "nothing changed"
    EDITED = "one text edited"


class Side(StrEnum):
    """Who builds."""

    STOCK = "stock"
    STOCK_CACHED = "stock + cache"
    """Pelican's own CACHE_CONTENT and LOAD_CONTENT_CACHE."""
    OURS = "ours"


GOALS = {Case.COLD: 0.6, Case.UNCHANGED: 0.25}
"""The most that ours may take, as a part of stock."""

_SIDES = {
    Case.COLD: (Side.STOCK, Side.OURS),
    Case.UNCHANGED: (Side.STOCK, Side.STOCK_CACHED, Side.OURS),
    Case.EDITED: (Side.STOCK, Side.STOCK_CACHED, Side.OURS),
}

_OUR_BUILD = """
import json, resource
from datetime import date
from pathlib import Path
from plugins.pipeline.build import build
from plugins.pipeline.paths import project_paths

built = build(project_paths(Path.cwd(), published=False), date.today())
own, worker = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"was_unchanged": built.was_unchanged, "own_kib": own, "largest_worker_kib": worker}))
"""


class BenchmarkError(Exception):
    """The two sides did not do the same work, so that their times say nothing."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: time on the clock, time of all its processes on a core, and its peak memory."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    """Ours is an upper bound: the main process and, for each core, a worker as large as the largest."""


@dataclass(slots=True)
class Benchmark:
    """A generated site, and what was measured on it so far."""

    site: GeneratedSite
    environment: Mapping[str, str]
    measured: dict[Case, dict[Side, list[Measured]]] = field(
        default_factory=lambda: {case: {side: [] for side in sides} for case, sides in _SIDES.items()}
    )

    def prepare(self) -> None:
        """Fill Pelican's cache, and let both sides compile the modules they import."""
        self._build(Side.STOCK_CACHED)
        self._build(Side.OURS)

    def run_round(self, number: int) -> None:
        """Measure every case once on every side; odd rounds take the sides in the other order."""
        for made in (self.output(Side.STOCK), self.output(Side.OURS), self.site.ours.cache):
            if made.exists():
                shutil.rmtree(made)
        self._run_case(Case.COLD, number)
        self._run_case(Case.UNCHANGED, number)
        added = self.site.edit_one_text(number)
        self._run_case(Case.EDITED, number)
        for side in _SIDES[Case.EDITED]:
            if added not in (self.output(side) / self.site.edited_page).read_text(encoding="utf-8"):
                raise BenchmarkError(f"{side}: the edited text is not on its page")

    def output(self, side: Side) -> Path:
        """Return the folder a side writes to."""
        stock = self.site.stock
        places = {Side.STOCK: stock / "output", Side.STOCK_CACHED: stock / "output-cached"}
        return places.get(side, self.site.ours.output)

    def _run_case(self, case: Case, number: int) -> None:
        for side in _SIDES[case][:: -1 if number % 2 else 1]:
            measured, was_unchanged = self._build(side)
            if was_unchanged != (side is Side.OURS and case is Case.UNCHANGED):
                raise BenchmarkError(f"{side}, {case}: the build {'did nothing' if was_unchanged else 'drew the site'}")
            self.measured[case][side].append(measured)
        self._compare_pages(_SIDES[case])

    def _build(self, side: Side) -> tuple[Measured, bool]:
        """Build once; return what it took, and whether our build found nothing to do."""
        if side is Side.OURS:
            seconds, usage, said = self._run([sys.executable, "-c", _OUR_BUILD], self.site.ours.settings.parent)
            told = json.loads(said.splitlines()[-1])
            workers = (os.cpu_count() or 1) * told["largest_worker_kib"]
            kib, was_unchanged = told["own_kib"] + workers, told["was_unchanged"]
        else:
            command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors", "-q"]
            command += ["--output", str(self.output(side))]
            if side is Side.STOCK_CACHED:
                command += ["--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true"]
            seconds, usage, _ = self._run(command, self.site.stock)
            kib, was_unchanged = usage.ru_maxrss, False
        return Measured(seconds, usage.ru_utime + usage.ru_stime, kib / 1024), was_unchanged

    def _run(self, command: list[str], folder: Path) -> tuple[float, Any, str]:
        """Run a command; return its seconds, the resources it and its children used, and what it said."""
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, env=self.environment, stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        if process.returncode:
            raise BenchmarkError(f"a build in {folder.name}/ failed (exit code {process.returncode}):\n{text}")
        return seconds, usage, text

    def _compare_pages(self, sides: tuple[Side, ...]) -> None:
        expected = _pages(self.output(sides[0]))
        for side in sides[1:]:
            pages = _pages(self.output(side))
            if different := sorted(pages ^ expected):
                counts = f"{sides[0]} drew {len(expected)} pages, {side} {len(pages)}"
                raise BenchmarkError(f"the pages differ: {counts}; the first in one only is {different[0]}")


def _pages(output: Path) -> set[str]:
    """Return the pages below `output`, but for the sheet of components, which is ours and in no published site."""
    pages = {page.relative_to(output).as_posix() for page in output.rglob("*.html")}
    return {page for page in pages if not page.endswith("/components/index.html")}


def _bytes(output: Path, pattern: str) -> int:
    return sum(file.stat().st_size for file in output.rglob(pattern) if file.is_file())


def results(benchmark: Benchmark, items: int, load_before: tuple[float, ...]) -> dict[str, Any]:
    """Return everything measured, with medians and ratios, as plain data."""
    outputs = {side: benchmark.output(side) for side in _SIDES[Case.COLD]}
    return {
        "machine": {
            "cores": os.cpu_count(),
            "platform": platform.platform(),
            "python": platform.python_version(),
            "load_before": load_before,
            "load_after": os.getloadavg(),
        },
        "site": {
            "items": items,
            "pages": len(_pages(outputs[Side.OURS])),
            "html_bytes": {side: _bytes(output, "*.html") for side, output in outputs.items()},
            "output_bytes": {side: _bytes(output, "*") for side, output in outputs.items()},
        },
        "cases": {case: _case_results(case, sides) for case, sides in benchmark.measured.items()},
    }


def _case_results(case: Case, sides: Mapping[Side, list[Measured]]) -> dict[str, Any]:
    medians: dict[Side, dict[str, Any]] = {
        side: {
            "median_seconds": statistics.median(one.seconds for one in runs),
            "median_cpu_seconds": statistics.median(one.cpu_seconds for one in runs),
            "peak_mib": max(one.peak_mib for one in runs),
            "seconds": [one.seconds for one in runs],
        }
        for side, runs in sides.items()
    }
    ours = medians[Side.OURS]
    ratios = {
        side: {
            "seconds": ours["median_seconds"] / stock["median_seconds"],
            "cpu_seconds": ours["median_cpu_seconds"] / stock["median_cpu_seconds"],
        }
        for side, stock in medians.items()
        if side is not Side.OURS
    }
    goal = GOALS.get(case)
    is_met = None if goal is None else ratios[Side.STOCK]["seconds"] <= goal
    return {"sides": medians, "ours_by": ratios, "goal": goal, "goal_is_met": is_met}


def _table(cases: Mapping[Case, Any]) -> Table:
    table = Table(
        "build", "by", "seconds", "least–most", "core seconds", "peak MiB", "ours ÷ this", "core ÷ core", "goal"
    )
    for case, found in cases.items():
        for side, one in found["sides"].items():
            ratio = found["ours_by"].get(side)
            ratios = [f"{ratio[unit]:.2f}" for unit in ("seconds", "cpu_seconds")] if ratio else ["", ""]
            goal = f"≤ {found['goal']}: {'met' if found['goal_is_met'] else 'MISSED'}" if found["goal"] else ""
            table.add_row(
                case,
                side,
                f"{one['median_seconds']:.2f}",
                f"{min(one['seconds']):.2f}–{max(one['seconds']):.2f}",
                f"{one['median_cpu_seconds']:.2f}",
                f"{'≤ ' if side is Side.OURS else ''}{one['peak_mib']:.0f}",
                *ratios,
                goal if side is Side.STOCK else "",
            )
        table.add_section()
    return table


def _environment(folder: Path) -> dict[str, str]:
    """Return the surroundings of every build: modules are compiled once, as they are for an editor."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "SITEURL"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def main() -> int:
    """Run the benchmark; return 1 where a build fails or the sides drew different pages, else 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.build", description=__doc__)
    parser.add_argument("--items", type=int, default=1000, help="news items, each in two languages")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    chosen = parser.parse_args()
    console = Console(width=130)
    load_before = os.getloadavg()
    with tempfile.TemporaryDirectory(prefix="bench-build-") as name:
        folder = Path(name)
        console.print(f"writing {chosen.items} items in both forms")
        benchmark = Benchmark(write_generated_site(folder, chosen.items), _environment(folder))
        try:
            benchmark.prepare()
            for number in range(chosen.rounds):
                console.print(f"round {number + 1} of {chosen.rounds}")
                benchmark.run_round(number)
        except BenchmarkError as error:
            print(f"the benchmark is void: {error}", file=sys.stderr)
            return 1
        found = results(benchmark, chosen.items, load_before)
    sizes = ", ".join(f"{side} {size / 1e6:.1f} MB" for side, size in found["site"]["html_bytes"].items())
    console.print(f"{found['site']['pages']} pages on each side; HTML: {sizes}")
    console.print(_table(found["cases"]))
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
