"""The desk's way holds nothing that Windows lacks: modules and calls of other systems are hidden, then the desk is used.

No test here runs on Windows itself; the workflow `.github/workflows/desk.yml` does.
"""

import subprocess
import sys
from pathlib import Path

from tests.small_site import ROOT, small_project

HIDDEN = """
import asyncio, ctypes, multiprocessing, os, signal, socket, subprocess, sys, tempfile, urllib.request
from datetime import date
from pathlib import Path
import urllib.parse

import plugins.commands.open_desk  # with all libraries, which see to Windows themselves
import pelican.readers

for name in [name for name in sys.modules if name.split(".")[0] == "plugins"]:
    del sys.modules[name]

POSIX = {"fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
for name in POSIX & sys.modules.keys():
    del sys.modules[name]

class Hidden:
    def find_spec(self, name, *_):
        if name in POSIX:
            raise ModuleNotFoundError(f"{name} is not on Windows", name=name)

sys.meta_path.insert(0, Hidden())
for name in ("fork", "forkpty", "nice", "getuid", "geteuid", "getgid", "sched_getaffinity", "killpg", "mkfifo", "chown", "wait3", "statvfs"):
    delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGALRM", "SIGQUIT", "SIGUSR1", "SIGCHLD", "alarm", "setitimer"):
    delattr(signal, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
sys.platform = "win32"
"""

USED = """
import plugins.commands.open_desk
from plugins.commands.build import build_site, peak_megabytes
from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running

root = Path(sys.argv[1])
builds = Builds()
assert build_site(root, ("ru",), builds, lenient=True) and peak_megabytes() == 0
assert build_site(root, ("ru",), builds, lenient=True), "also where a site stands"
with running(Preview(root, builds, ("kk", "ru")).app(desk_route(Desk(root, today=lambda: date(2026, 11, 22))))) as address:
    def asked(path, **fields):
        data = urllib.parse.urlencode(fields).encode() if fields else None
        return urllib.request.urlopen(address + path, data, timeout=60).read().decode()
    token = asked("/desk/").partition('data-token="')[2].partition('"')[0]
    asked("/desk/news/meeting/", **{"token": token, "ru.title": "Иное имя", "action": "save"})
    assert "Иное имя" in (root / "content/news/meeting/index.ru.md").read_text(encoding="utf-8")
    assert '"problems"' in asked("/desk/api/check", **{"item": "news/meeting", "ru.title": "Имя"})
    assert "Иное имя" in asked("/desk/send/")
print("used")
"""


def test_the_desk_needs_nothing_that_windows_lacks(tmp_path: Path) -> None:
    root = small_project(tmp_path).content.parent
    ran = subprocess.run(
        [sys.executable, "-c", HIDDEN + USED, str(root)], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )  # fmt: skip
    assert ran.stdout.endswith("used\n"), ran.stderr[-3000:]
