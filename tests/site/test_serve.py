"""`inv serve`: what an editor changes is soon seen, and a fault leaves the last good page standing."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError

import pytest

from plugins.pipeline.build import build
from plugins.pipeline.paths import project_paths
from tests.site.edits import EDITS, Project, held
from tests.small_site import ROOT, TODAY, small_project

SERVE = "import signal, sys; from pathlib import Path; from plugins.commands.serve import run_serve; " \
        "signal.signal(signal.SIGINT, signal.default_int_handler); " \
        "sys.exit(run_serve(Path(sys.argv[1]), int(sys.argv[2]), language='en'))"  # fmt: skip
"""A shell lets what runs behind it ignore Ctrl+C; the tests may run there."""
PATIENCE = 120
"""Seconds after which a page that has not changed never will."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A small project being served: its content, its address, and the file of what was reported."""
    content = small_project(tmp_path).content
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    port = str(20_000 + os.getpid() % 12_000)  # below those that Linux lends to the connections of other tests
    reported = tmp_path / "reported.txt"
    with reported.open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(tmp_path), port],
            cwd=tmp_path,
            env=os.environ | {"BUILD_DATE": TODAY.isoformat()},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        yield content, f"http://127.0.0.1:{port}", reported
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0


def until(holds) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode()
    except HTTPError as error:  # a page that could not be made says why
        return error.read().decode()
    except OSError:
        return ""


def test_an_edit_is_seen_whatever_is_wrong_elsewhere(served: tuple[Path, str, Path]) -> None:
    content, address, reported = served
    news = f"{address}/kk/news/meeting/"
    text, facts = content / "news/meeting/index.kk.md", content / "news/meeting/facts.yaml"
    good, good_facts = text.read_text(encoding="utf-8"), facts.read_text(encoding="utf-8")
    until(lambda: "Қазақша мәтін" in page(news))
    until(lambda: "open http" in reported.read_text())
    text.write_text(good.replace("Қазақша мәтін", "Жаңа мәтін"), encoding="utf-8")
    until(lambda: "Жаңа мәтін" in page(news))
    facts.write_text("date: [", encoding="utf-8")
    until(lambda: "broken-yaml" in reported.read_text())
    until(lambda: "broken-yaml" in page(news))
    assert "Жаңа мәтін" not in page(news)
    faq = content / "faq/how-to-join/index.kk.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("Қазақша мәтін", "Басқа бет"), encoding="utf-8")
    until(lambda: "Басқа бет" in page(f"{address}/kk/faq/how-to-join/"))

    template = content.parent / "theme/templates/base.html"
    written = template.read_text(encoding="utf-8")
    site = (content / "site.yaml").read_bytes()
    happenings = {
        "a broken template": (lambda: template.write_text("{% if %}"), lambda: template.write_text(written)),
        "no site.yaml": ((content / "site.yaml").unlink, lambda: (content / "site.yaml").write_bytes(site)),
        "content renamed": (
            lambda: content.rename(content.with_name("c")),
            lambda: content.with_name("c").rename(content),
        ),
        "a name in CP866": (
            lambda: Path(os.fsdecode(os.fsencode(content / "news/meeting") + b"/\xa6\xa0.txt")).write_text("a"),
            lambda: Path(os.fsdecode(os.fsencode(content / "news/meeting") + b"/\xa6\xa0.txt")).unlink(),
        ),
    }
    facts.write_text(good_facts, encoding="utf-8")
    until(lambda: "live__problem--error" not in page(news))
    for word, (breaks, mends) in zip(("бірінші", "екінші", "үшінші", "соңғы"), happenings.values(), strict=True):
        breaks()
        until(lambda: "live__problem--error" in page(f"{address}/kk/faq/"))
        mends()
        text.write_text(good.replace("Қазақша мәтін", f"Мәтін {word}"), encoding="utf-8")
        until(lambda word=word: f"Мәтін {word}" in page(news))

    project = Project(project_paths(content.parent, published=False), random.Random(4), content.parent / "installed")
    for kind in IN_A_ROW:
        EDITS[kind](project)
        time.sleep(project.chance.choice([0, 0.1, 0.8]))
    judged = replace(project.paths, output=content.parent / "judged", cache=content.parent / "judge-cache")
    build(judged, TODAY, plain=True, lenient=True)
    expected = {path: file for path, file in held(judged.output) if path.endswith("index.html")}
    until(lambda: without_bar(page(news)) == expected["kk/news/meeting/index.html"].decode())
    until(lambda: dict(held(project.paths.output)).keys() == dict(held(judged.output)).keys())
    until(lambda: dict(held(project.paths.output)) == dict(held(judged.output)))
    assert {path: without_bar(page(f"{address}/{path}")) for path in expected} == {
        path: file.decode() for path, file in expected.items()
    }

    code = content.parent / "plugins/server/overlay.py"
    good_code = code.read_text(encoding="utf-8")
    code.write_text(f"{good_code}\nthis is no Python\n", encoding="utf-8")
    until(lambda: "the code cannot be started" in reported.read_text())
    assert 'class="live"' in page(news)
    code.write_text(good_code.replace('class="live"', 'class="live anew"'), encoding="utf-8")
    until(lambda: 'class="live anew"' in page(news))
    assert "Traceback" not in reported.read_text()


IN_A_ROW = ("text", "title", "style", "text", "addition", "macro", "act", "text", "drawing", "catalog", "summary", "text", "menu")  # fmt: skip
"""Some are shown from memory, some wait for a build, and most come while one is going on."""


def without_bar(shown: str) -> str:
    """Return a page as it stands in the output."""
    shown = re.sub(r'<link rel="stylesheet" href="/__live__.*?</script>(?=</head>)', "", shown)
    return re.sub(r'<aside id="live".*?</aside>(?=</body>)', "", shown, flags=re.DOTALL)
