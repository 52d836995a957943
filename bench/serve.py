"""Measures how soon an editor sees an edit: saved files on the open page, and words typed in the desk.

    .venv/bin/python -m bench.serve --edits 50

Each edit is measured in a real browser, from the write or the key to the frame in which its word can be read.
"""

import argparse
import json
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.small_site import ROOT

_ITEM = "news/round-table-2023"
_PATIENCE_MS = 30_000
_SERVE = (
    "import sys; from pathlib import Path; from plugins.commands.serve import run_serve;"
    "run_serve(Path(sys.argv[1]), int(sys.argv[2]), language='ru')"
)
_SEEN = "word => document.body?.textContent.includes(word)"
_SEEN_BESIDE = "word => document.querySelector('#page').contentDocument?.body?.textContent.includes(word)"


def main() -> int:
    """Measure and print seconds; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--json", type=Path, help="a file for the figures")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = _project(Path(folder))
        figures = _measure(root, chosen.edits)
    for name, figure in figures.items():
        print(f"{name}: p50 {figure['p50'] * 1000:.0f} ms, p95 {figure['p95'] * 1000:.0f} ms")
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    return 0


def _project(root: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root / name)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", root / ".cache")
    return root


def _measure(root: Path, edits: int) -> dict[str, dict[str, float]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", _SERVE, str(root), str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
            _wait_for(page, f"/kk/{_ITEM}/")
            saved = [_saved(page, root, number) for number in range(edits)]
            typed = _typed(page, edits)
            browser.close()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
    return {"saved file seen on the page": _figures(saved), "typed word seen beside the form": _figures(typed)}


def _wait_for(page: Page, path: str) -> None:
    end = time.monotonic() + 300
    while time.monotonic() < end:
        try:
            answer = page.goto(path)
            if answer is not None and answer.ok:
                return
        except Exception:  # not yet listening
            time.sleep(0.5)
        time.sleep(0.5)
    raise TimeoutError(path)


def _saved(page: Page, root: Path, number: int) -> float:
    file, word = root / "content" / _ITEM / "index.kk.md", f"белгі{_letters(number)}"
    text = file.read_text(encoding="utf-8")
    start = time.perf_counter()
    file.write_text(f"{text.rstrip()}\n\nСоңғы {word}.\n", encoding="utf-8")
    page.wait_for_function(_SEEN, arg=word, timeout=_PATIENCE_MS)
    taken = time.perf_counter() - start
    file.write_text(text, encoding="utf-8")
    page.wait_for_function(f"word => !({_SEEN})(word)", arg=word, timeout=_PATIENCE_MS)
    return taken


def _typed(page: Page, edits: int) -> list[float]:
    page.goto(f"/desk/{_ITEM}/")
    page.wait_for_function(_SEEN_BESIDE, arg="2023", timeout=_PATIENCE_MS)
    text = page.locator("[name='kk.body']")
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
