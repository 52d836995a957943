"""A desk over a copy of this project, open in a real browser; nothing is written into the project itself."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.served import served
from tests.small_site import ROOT

_PATIENCE_MS = 120_000


def copied_project(folder: Path) -> Path:
    """Return a copy of this project below `folder`, with a remote to send to."""
    root = folder / "project"
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, root / name)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", root / ".cache", ignore=shutil.ignore_patterns("desk"))
    git = ("git", "-c", "user.name=Engineer", "-c", "user.email=engineer@a.example")
    subprocess.run(["git", "init", "--bare", "--quiet", str(folder / "remote.git")], check=True)
    for arguments in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "-m", "first"], ["remote", "add", "origin", "../remote.git"]):  # fmt: skip
        subprocess.run([*git, *arguments], cwd=root, check=True)
    return root


@contextmanager
def open_desk(root: Path) -> Iterator[Page]:
    """Yield the list of the desk of a project in a wide window, once its server answers."""
    with served(root) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(base_url=server.address, viewport={"width": 1280, "height": 900})
        page.set_default_timeout(_PATIENCE_MS)
        expect.set_options(timeout=_PATIENCE_MS)
        page.on("dialog", lambda dialog: dialog.accept())
        _wait_for(page)
        yield page
        browser.close()


def _wait_for(page: Page) -> None:
    end = time.monotonic() + 300
    while True:
        try:
            page.goto("/desk/?lang=ru")
            return
        except Exception:  # the server does not listen yet
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
