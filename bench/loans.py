"""Measures the speed of the loan calculations: effective rates beside pyxirr, a long schedule, the comparison in a slow browser.

`python -m bench.loans [--rounds 5] [--no-browser] [--json FILE]`. Exits with 1 where the two programs find different
rates; a missed goal does not.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import sync_playwright
from pyxirr import xirr

from plugins.loans import annuity_schedule, effective_annual_rate
from plugins.pipeline.build import build
from plugins.pipeline.paths import project_paths
from plugins.server.running import served
from tests.plugins.loans.cases import random_cases
from tests.small_site import ROOT, TODAY

_LOANS = 300
_THROTTLE = 6
_GOAL_MS = 50
_CHOICE = (
    "p=otbasy-nauryz-general&p=halyk-digital-mortgage&p=bcc-mortgage-pledge&p=otbasy-after-saving"
    "&price=12000000&years=15&own=20"
)

_SUBMIT = """async () => {
  const form = document.querySelector('[data-module="loan-calculator"] form');
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))); // the round before is on the screen
  const start = performance.now();
  form.requestSubmit();
  return performance.now() - start;
}"""


def main() -> int:
    """Measure, print, and write JSON where it is asked for; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()

    flows = [case.schedule().flows() for case in random_cases(_LOANS, seed=21)]
    differing = sum(abs(float(effective_annual_rate(dated)) - (xirr(dated) or 0)) > 1e-8 for dated in flows)
    payments = sum(map(len, flows)) / len(flows)
    ours, theirs = _by_turns(
        arguments.rounds,
        lambda: [effective_annual_rate(dated) for dated in flows],
        lambda: [xirr(dated) for dated in flows],
    )
    (schedule,) = _by_turns(arguments.rounds, _long_schedule)
    figures: dict[str, float] = {
        "flows in a loan, mean": round(payments, 1),
        "rates a second": round(_LOANS / ours),
        "rates a second, pyxirr": round(_LOANS / theirs),
        "ours ÷ pyxirr": round(ours / theirs, 2),
        "schedule of 300 months, ms": round(schedule * 1000, 2),
    }
    if not arguments.no_browser:
        figures |= _in_the_browser(arguments.rounds)
    for name, value in figures.items():
        print(f"{name:60} {value:g}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if differing:
        print(f"{differing} of {_LOANS} rates differ", file=sys.stderr)
    return int(bool(differing))


def _by_turns(rounds: int, *measured: Callable[[], object]) -> list[float]:
    """Return the median seconds of each, measured by turns, so that a busy moment hits all of them."""
    times: list[list[float]] = [[] for _ in measured]
    for _ in range(rounds):
        for place, call in enumerate(measured):
            start = time.perf_counter()
            call()
            times[place].append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def _long_schedule() -> object:
    return annuity_schedule(Decimal(10_000_000), Decimal("0.07"), 300, date(2026, 1, 15))


def _in_the_browser(rounds: int) -> dict[str, float]:
    """Return how long four programmes over 15 years take to be counted and drawn, as they are and six times slower."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        paths = replace(project_paths(ROOT, published=False), output=Path(folder, "site"), cache=Path(folder, "cache"))
        build(paths, TODAY)
        with served(paths.output) as address:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 360, "height": 760})
            page.goto(f"{address}/kk/loans/?{_CHOICE}")
            taken = {}
            for name, rate in (("", 1), (f", {_THROTTLE}× throttled (goal ≤ {_GOAL_MS})", _THROTTLE)):
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
                times = [page.evaluate(_SUBMIT) for _ in range(rounds + 1)][1:]
                taken[f"comparison of four programmes, ms{name}"] = round(statistics.median(times), 1)
            browser.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
