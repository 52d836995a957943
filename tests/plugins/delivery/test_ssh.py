"""Releases over a real ssh to a real nginx on this machine: whole or not there, gone on with, taken back."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from plugins.delivery.build_record import read_build_record
from plugins.delivery.probe import probe
from plugins.delivery.publish import publish_tree
from plugins.delivery.styles import STYLE_HASHES
from plugins.delivery.targets.ssh import Server
from plugins.diagnostics.progress import no_progress
from plugins.diagnostics.refusal import RefusedError
from tests.plugins.delivery.servers import TestServer, a_server
from tests.plugins.delivery.trees import files_of, write_release
from tests.served import NGINX
from tests.small_site import ROOT


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TestServer]:
    with a_server(tmp_path) as found:
        yield found


def release(server: TestServer, folder: Path, version: str) -> Path:
    return write_release(folder / version, version, server.target.address, folder / "cache")


def send(server: TestServer, tree: Path) -> str:
    record = read_build_record(tree)
    assert record is not None
    return Server(server.target, ROOT).send(tree, record)


def shown(server: TestServer, path: str = "/kk/") -> str:
    return httpx.get(server.target.address + path).text


def test_a_release_is_sent_tested_switched_and_looked_at(server: TestServer, tmp_path: Path) -> None:
    tree = release(server, tmp_path, "one")
    publish_tree(tree, "output", server.target, ROOT, no_progress)
    assert files_of(server.base / "current") == files_of(tree)
    assert probe(server.target.address, tree, has_headers=True) == []
    assert "one kk/" in shown(server)
    (tree / STYLE_HASHES).write_text("'sha256-of-a-style-that-the-server-refuses='\n", encoding="utf-8")
    differences = probe(server.target.address, tree, has_headers=True)
    assert {difference.what.partition(":")[0] for difference in differences} == {"Content-Security-Policy"}


def test_files_of_the_last_release_are_still_there_and_unchanged_ones_keep_their_time(
    server: TestServer, tmp_path: Path
) -> None:
    one, two = release(server, tmp_path, "one"), release(server, tmp_path, "two")
    first = send(server, one)
    robots = server.base / "current/robots.txt"
    before = robots.stat()
    second = send(server, two)
    assert first != second
    assert (robots.stat().st_ino, robots.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    (old,) = (one / "theme/js").glob("*.js")
    answer = httpx.get(f"{server.target.address}/theme/js/{old.name}")
    assert (answer.status_code, answer.content) == (200, old.read_bytes())
    assert "immutable" in answer.headers["cache-control"]
    assert "two kk/" in shown(server)


def test_a_rollback_is_one_rename(server: TestServer, tmp_path: Path) -> None:
    for version in ("one", "two"):
        send(server, release(server, tmp_path, version))
    assert "two kk/" in shown(server)
    back = Server(server.target, ROOT).roll_back()
    assert str((server.base / "current").readlink()) == f"releases/{back}"
    assert "one kk/" in shown(server)
    with pytest.raises(RefusedError) as refused:
        Server(server.target, ROOT).roll_back()
    assert refused.value.label == "no_previous_release"


def test_five_releases_stay(server: TestServer, tmp_path: Path) -> None:
    for version in ("1", "2", "3", "4", "5", "6", "7"):
        (server.base / f"releases/2020010{version}T000000Z-000000000000").mkdir(parents=True)
        (server.base / f"releases/2020010{version}T000000Z-000000000000/.well-known").mkdir()
        (server.base / f"releases/2020010{version}T000000Z-000000000000/.well-known/style-hashes.txt").write_text(
            "'none'"
        )
    send(server, release(server, tmp_path, "one"))
    assert len(list((server.base / "releases").iterdir())) == 5


def test_what_was_interrupted_is_gone_on_with(server: TestServer, tmp_path: Path) -> None:
    tree = release(server, tmp_path, "one")
    record = read_build_record(tree)
    assert record is not None
    part = server.base / f"releases/20261130T000000Z-{record.digest[:12]}.part"
    (part / "kk").mkdir(parents=True)
    (part / "kk/index.html").write_text("half", encoding="utf-8")
    (part / "stranger.html").write_text("of nobody", encoding="utf-8")
    assert send(server, tree) == part.name.removesuffix(".part")
    assert files_of(server.base / "current") == files_of(tree)


def test_a_release_that_the_server_does_not_show_is_not_switched_to(server: TestServer, tmp_path: Path) -> None:
    send(server, release(server, tmp_path, "one"))
    broken = TestServer(server.target.model_copy(update={"before_switch": "exit 7"}), server.base)
    with pytest.raises(RefusedError) as refused:
        send(broken, release(server, tmp_path, "two"))
    assert refused.value.label == "publish_failed"
    assert "one kk/" in shown(server)


BROKEN = {
    "a header dropped in a location": (
        "location ~ ^/(?:theme|media|social|search)/ { try_files",
        "location ~ ^/(?:theme|media|social|search)/ { add_header X-Own 1; try_files",
        "Content-Security-Policy",
    ),
    "a redirect after a redirect": (
        "location @kept",
        "location = /ru { return 301 /ru/old; }\n  location = /ru/old { return 301 /ru/; }\n  location @kept",
        "/ru (status 301, leads to /ru/old)",
    ),
    "a page for addresses that are not there in another language": (
        "error_page 404 $not_found;", "error_page 404 /kk/404.html;", "/ru/nothing-stands-here/",
    ),
}  # fmt: skip


ROWS = [
    pytest.param(*row, id=name, marks=[pytest.mark.long] if number else [])  # each sends two releases
    for number, (name, row) in enumerate(BROKEN.items())
]


@pytest.mark.parametrize(("old", "new", "reported"), ROWS)
def test_a_site_that_answers_otherwise_is_rolled_back(
    server: TestServer, tmp_path: Path, old: str, new: str, reported: str
) -> None:
    """The configuration of the server is broken between two releases."""
    send(server, release(server, tmp_path, "one"))
    file = tmp_path / "nginx.conf"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    subprocess.run([NGINX, "-q", "-c", file, "-s", "reload"], check=True)
    time.sleep(0.5)
    with pytest.raises(RefusedError) as refused:
        publish_tree(release(server, tmp_path, "two"), "output", server.target, ROOT, no_progress)
    assert refused.value.label == "site_differs"
    assert reported in refused.value.values["differences"]
    assert "one kk/" in shown(server)


def test_a_switch_takes_no_time_at_which_nothing_is_shown(server: TestServer, tmp_path: Path) -> None:
    """Five switches back and forth while a visitor asks: every answer is a whole page of one of the two."""
    send(server, release(server, tmp_path, "one"))
    send(server, release(server, tmp_path, "two"))
    first, second = sorted(path.name for path in (server.base / "releases").iterdir())
    pages = {(tmp_path / version / "kk/index.html").read_bytes() for version in ("one", "two")}
    with httpx.Client() as client:
        for name in (first, second) * 5:
            (server.base / ".current.new").symlink_to(f"releases/{name}")
            (server.base / ".current.new").rename(server.base / "current")
            assert client.get(f"{server.target.address}/kk/").content in pages
            time.sleep(0.01)
