"""The desk is started by a double click: set up once, reported in both languages, on a system without make or a shell's tools."""

import hashlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

from tests.small_site import ROOT, small_project

PATIENCE = 600


def wheel(folder: Path) -> str:
    """Write a package of one module; return its line of a lock file."""
    path = folder / "small-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("small.py", "word = 'whole'\n")
        file.writestr("small-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: small\nVersion: 1.0\n")
        file.writestr("small-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr("small-1.0.dist-info/RECORD", "small.py,,\nsmall-1.0.dist-info/METADATA,,\nsmall-1.0.dist-info/WHEEL,,\nsmall-1.0.dist-info/RECORD,,\n")  # fmt: skip
    return f"./{path.name} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def test_it_sets_up_once_and_makes_whole_what_was_ended_in_the_middle(tmp_path: Path) -> None:
    shutil.copy(ROOT / "start.py", tmp_path / "start.py")
    (tmp_path / "requirements.lock").write_text(wheel(tmp_path), encoding="utf-8")
    (tmp_path / "plugins/commands").mkdir(parents=True)
    (tmp_path / "plugins/commands/open_desk.py").write_text("import small; print(small.word)", encoding="utf-8")
    venv.create(tmp_path / ".venv", with_pip=False)  # ended before pip was there

    def started() -> str:
        ran = subprocess.run(
            [sys.executable, "start.py"], cwd=tmp_path, capture_output=True, timeout=PATIENCE, check=True
        )
        return ran.stdout.decode()

    first, second = started(), started()
    assert "Дайындалып жатыр" in first and "Идёт подготовка" in first and "whole" in first
    assert "Дайындалып" not in second and "whole" in second
    (module,) = (tmp_path / ".venv").rglob("small.py")
    module.unlink()  # ended while the package was being unpacked
    (tmp_path / ".venv/.desk-begun").touch()
    third = started()
    assert "Дайындалып жатыр" in third and "whole" in third
    (tmp_path / "requirements.lock").write_text("# another\n", encoding="utf-8")
    asked = [sys.executable, "-c", "import start; print(start.is_set_up())"]
    assert subprocess.check_output(asked, cwd=tmp_path) == b"False\n", "what is needed has changed"


def test_the_desk_opens_on_a_free_port(tmp_path: Path) -> None:
    small_project(tmp_path)
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    with socket.create_server(("127.0.0.1", 0)):  # another program has a port of its own
        opened = subprocess.Popen(
            [sys.executable, "-m", "plugins.commands.open_desk"], cwd=tmp_path, stdout=subprocess.PIPE, env={"BROWSER": "true", "PATH": "/usr/bin:/bin"}
        )  # fmt: skip
        try:
            assert opened.stdout is not None
            line = ""
            end = time.monotonic() + PATIENCE
            while "/desk/" not in line and time.monotonic() < end:
                line = opened.stdout.readline().decode()
            address = re.search(r"http://127\.0\.0\.1:\d+/desk/", line)
            assert address, line
            with urllib.request.urlopen(address.group()) as page:
                assert "Редактор үстелі" in page.read().decode()
        finally:
            opened.terminate()
            opened.wait(PATIENCE)


def test_windows_gets_a_script_of_its_own() -> None:
    script = (ROOT / "start.cmd").read_bytes()
    assert script.isascii(), "cmd reads it in the code page of the machine"
    assert script.count(b"\n") == script.count(b"\r\n")
    assert not re.search(rb"\b(make|bash|source|ln|chmod)\b", script)
    tried = re.findall(rb'(?m)^(\w.*) -c "" >nul', script)
    assert tried == re.findall(rb"\((\w.*) start\.py", script) == [b"py -3", b"python"], "tried before it is used"


def test_texts_have_the_same_bytes_on_every_system() -> None:
    asked = ["git", "check-attr", "eol", "--", "content/site.yaml", "requirements.lock", "start.cmd"]
    attributes = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line.rpartition(" ")[2] for line in attributes] == ["lf", "lf", "crlf"]


def test_the_shell_can_read_its_scripts() -> None:
    for name in ("start.sh", "start.command"):
        subprocess.run(["sh", "-n", name], cwd=ROOT, check=True)
        assert (ROOT / name).stat().st_mode & 0o111
