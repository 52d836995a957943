"""Builds in processes of their own: reads of files, Pelican by itself, locales, two builds at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from plugins.pipeline.paths import Paths
from tests.site.conftest import replace_in, tree
from tests.small_site import ROOT, TODAY

COUNT_READS = """
import collections, sys
from pathlib import Path
from tests.small_site import TODAY, small_project
from plugins.pipeline.build import build
paths = small_project(Path(sys.argv[1]), is_cold=True)
counts, counting = collections.Counter(), []
def hook(event, arguments):
    if event == "open" and str(arguments[0]).startswith(str(paths.content)) and str(arguments[0]).endswith((".md", ".yaml")):
        counts[str(arguments[0])] += 1
sys.addaudithook(hook)
build(paths, TODAY)
print(len(counts), set(counts.values()))
"""


def test_a_text_is_read_from_disk_once_in_a_build(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT_READS, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    expected = len([path for path in (tmp_path / "content").rglob("*") if path.suffix in {".md", ".yaml"}])
    assert done.stdout.strip() == f"{expected} {{1}}"


def pelican_by_itself(project: Paths, output: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pelican", str(project.content), "-s", str(project.settings), "-o", str(output), "-q",
         "--fatal", "warnings"],
        cwd=project.settings.parent, env=os.environ | {"PYTHONPATH": str(ROOT), "BUILD_DATE": TODAY.isoformat()},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_pelican_called_by_itself_builds_the_same_pages(project: Paths, tmp_path: Path) -> None:
    output = tmp_path / "by-itself"
    assert pelican_by_itself(project, output).returncode == 0
    assert tree(output) == tree(project.output)


def test_pelican_called_by_itself_reads_the_finished_pages_too(project: Paths, tmp_path: Path) -> None:
    replace_in(
        project.theme / "templates/base.html", "</body>", '<script src="https://example.org/x.js"></script></body>'
    )
    ended = pelican_by_itself(project, tmp_path / "by-itself")
    assert ended.returncode != 0
    assert "ContentError" in ended.stdout + ended.stderr


BUILD_AND_SAY = """
import sys
from pathlib import Path
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.terminal import say, write_utf8
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.small_site import TODAY
write_utf8()
content, theme, output, cache, settings = map(Path, sys.argv[1:6])
built = build(Paths(content, theme, output, cache, settings), TODAY)
say(load_catalog("kk").label("say_unchanged", folder="output", pages=str(built.pages)))
"""
LOCALES = {
    "ASCII terminal": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    "a locale that is not installed": {"LC_ALL": "xx_XX.KOI8-R", "PYTHONUTF8": "0"},
    "Turkish, where I is no i": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
}


ROWS = [
    pytest.param(locale, id=name, marks=[] if "ASCII" in name else [pytest.mark.long])
    for name, locale in LOCALES.items()
]


@pytest.mark.parametrize("locale", ROWS)
def test_a_cold_build_does_not_depend_on_the_locale_of_the_machine(
    project: Paths, tmp_path: Path, locale: dict[str, str]
) -> None:
    output, cache = tmp_path / "output", tmp_path / "cache"
    places = (project.content, project.theme, output, cache, project.settings)
    ended = subprocess.run(
        [sys.executable, "-c", BUILD_AND_SAY, *map(str, places)],
        cwd=ROOT, env=os.environ | locale, capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode("utf-8", "replace")
    assert "өзгеріс жоқ" in ended.stdout.decode("utf-8")
    assert tree(output) == tree(project.output)


WAITING_BUILD = """
import sys
from pathlib import Path
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.small_site import TODAY
content, theme, output, cache, settings = map(Path, sys.argv[1:6])
built = build(Paths(content, theme, output, cache, settings), TODAY, lambda label, **_: print(label, flush=True))
print(built.pages)
"""


def test_a_build_waits_for_another_one_and_says_so(project: Paths) -> None:
    places = (project.content, project.theme, project.output, project.cache, project.settings)
    lock = FileLock(project.cache / "build.lock")
    with lock:
        second = subprocess.Popen(
            [sys.executable, "-c", WAITING_BUILD, *map(str, places)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert second.stdout
        assert second.stdout.readline() == "say_waiting\n"
    words, _ = second.communicate()
    assert second.returncode == 0
    assert int(words.split()[-1]) == len(list(project.output.rglob("*.html")))
