"""Measures how soon an editor sees an edit: saved files on the open page, and words typed in the desk.

    .venv/bin/python -m bench.serve --edits 50
    .venv/bin/python -m bench.serve --edits 50 --items 1000

Each edit is measured in a real browser, from the write or the key to the frame in which its word can be read. Edits come
after pauses of chance, so that some meet the build that follows the one before. Beside the times stands the processor time
that one saved file costs the server, and the builds that follow it, and that of one pause in typing: it says more on a machine that others use too (Linux).
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.generated_site import write_generated_site
from bench.served import served
from tests.small_site import ROOT

_ITEM = "news/round-table-2023"
_PATIENCE_MS = 60_000
_PAUSES = (0.3, 2.5)
"""Seconds between edits."""
_PAUSES_A_WORD = 2
"""A word is typed with one pause before its last letter, and one after it; at each the page is updated_pages and checked."""
_SEEN = "word => document.querySelector('main')?.textContent.includes(word)"
_SEEN_BESIDE = (
    "word => document.querySelector('#page').contentDocument?.querySelector('main')?.textContent.includes(word)"
)

_Figures = dict[str, dict[str, float]]


def main() -> int:
    """Measure and print milliseconds; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument(
        "--items", type=int, default=0, help="a generated site of so many items; without it the real one"
    )
    parser.add_argument("--json", type=Path, help="a file for the figures")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, item = _generated(Path(folder), chosen.items) if chosen.items else (_real(Path(folder)), _ITEM)
        figures = _measure(root, item, chosen.edits)
    for name, figure in figures.items():
        print(f"{name}: " + ", ".join(f"{key} {value * 1000:.0f} ms" for key, value in figure.items()))
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    return 0


def _real(root: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root / name)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", root / ".cache")
    return root


def _generated(root: Path, items: int) -> tuple[Path, str]:
    site = write_generated_site(root, items)
    return site.ours.content.parent, f"news/{site.edited_slug}"


def _measure(root: Path, item: str, edits: int) -> _Figures:
    with served(root) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(base_url=server.address)
        _wait_for(page, f"/kk/{item}/")
        for number in range(900, 903):  # until the site is in memory
            _saved(page, root, item, number)
        before = _processor_seconds(server.process)
        saved = [_saved(page, root, item, number) for number in range(edits)]
        server_seconds, builds = (
            (now - then) / edits / 2 for now, then in zip(_processor_seconds(server.process), before, strict=True)
        )
        before = _processor_seconds(server.process)
        typed = _typed(page, item, edits)
        typed_seconds = (_processor_seconds(server.process)[0] - before[0]) / edits / _PAUSES_A_WORD
        browser.close()
    return {
        "saved file seen on the page": _figures(saved),
        "processor time of one saved file": {"server": server_seconds, "builds that follow": builds},
        "typed word seen beside the form": _figures(typed),
        "processor time of one pause in typing": {"server": typed_seconds},
    }


def _wait_for(page: Page, path: str) -> None:
    end = time.monotonic() + 600
    while time.monotonic() < end:
        try:
            answer = page.goto(path)
            if answer is not None and answer.ok:
                return
        except Exception:  # not yet listening
            time.sleep(0.5)
        time.sleep(0.5)
    raise TimeoutError(path)


def _saved(page: Page, root: Path, item: str, number: int) -> float:
    """Save a word, wait until it is seen, and take it back: two edits, of which the first is measured."""
    file, word = root / "content" / item / "index.kk.md", f"белгі{_letters(number)}"
    text = file.read_text(encoding="utf-8")
    _pause(number)
    start = time.perf_counter()
    file.write_text(f"{text.rstrip()}\n\nСоңғы {word}.\n", encoding="utf-8")
    page.wait_for_function(_SEEN, arg=word, timeout=_PATIENCE_MS)
    taken = time.perf_counter() - start
    _pause(number + 1)
    file.write_text(text, encoding="utf-8")
    page.wait_for_function(f"word => !({_SEEN})(word)", arg=word, timeout=_PATIENCE_MS)
    return taken


def _pause(number: int) -> None:
    time.sleep(random.Random(number).uniform(*_PAUSES))


def _processor_seconds(process: int) -> tuple[float, float]:
    """Return the processor time of a process, and of those it started that have ended."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    user, system, user_of_others, system_of_others = (int(field) / os.sysconf("SC_CLK_TCK") for field in fields[11:15])
    return user + system, user_of_others + system_of_others


def _typed(page: Page, item: str, edits: int) -> list[float]:
    page.goto(f"/desk/{item}/")
    page.wait_for_function(_SEEN_BESIDE, arg="20", timeout=_PATIENCE_MS)
    text = page.locator("[data-field='kk.body'] .cm-content")
    text.press("Control+End")
    times: list[float] = []
    for number in range(edits):
        word = f"сөз{_letters(number)}"
        text.press_sequentially(f" {word[:-1]}")
        time.sleep(0.6)  # a pause: what is half typed has been shown
        start = time.perf_counter()
        text.press_sequentially(word[-1])
        page.wait_for_function(_SEEN_BESIDE, arg=word, timeout=_PATIENCE_MS)
        times.append(time.perf_counter() - start)
    return times


def _letters(number: int) -> str:
    return "".join("абвгдежзик"[int(digit)] for digit in f"{number:03}") + "ш"


def _figures(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50": statistics.median(ordered), "p95": ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]}


if __name__ == "__main__":
    sys.exit(main())
