"""What lies in `content/` is looked at before anything opens it."""

import os
import socket
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from plugins.model.files import unusable_files

NOBODY = 65534


def pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    place = os.open(path.parent, os.O_RDONLY)  # the address of a socket is short
    os.fchdir(place)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path.parent)


def nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "missing.md")


def outside(path: Path) -> None:
    path.symlink_to(path.parent.parent.parent)


ODD = {"pipe": pipe, "socket": a_socket, "link to a device": device, "link to its folder": loop,
       "link to nowhere": nowhere, "link to a folder outside": outside}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content/news/meeting"
    folder.mkdir(parents=True)
    (folder / "index.kk.md").write_text("Мәтін", encoding="utf-8")
    return tmp_path / "content"


def reported(content: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in unusable_files(content)]


def test_plain_files_are_let_through(content: Path) -> None:
    for name in ("storyboard.kk.vtt", "photo-1.jpg", "Photo_2.PNG", ".DS_Store", "Кәдімгі мәтін.txt", "Қуаныш 1.jpg"):
        (content / "news/meeting" / name).write_text("Мәтін", encoding="utf-8")
    assert reported(content) == []


@pytest.mark.parametrize("place", ["news", "news/meeting"])
@pytest.mark.parametrize("make", ODD.values(), ids=ODD.keys())
def test_what_is_no_plain_file_is_reported_and_never_opened(
    content: Path, place: str, make: Callable[[Path], None]
) -> None:
    make(content / place / "odd")
    assert reported(content) == [(f"content/{place}/odd", "unusable-file")]


@pytest.mark.parametrize("name", ["сурет.jpg".encode("cp1251"), "сурет".encode("cp866"), b"a\nb.md"])
def test_a_name_that_is_no_utf8_or_does_not_show_is_reported(content: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(content / "news") + b"/" + name)).write_text("x")
    ((path, rule),) = reported(content)
    assert rule == "unusable-file"
    assert path.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "size", "rules"),
    [
        ("index.ru.md", 256 * 1024, []),
        ("index.ru.md", 256 * 1024 + 1, ["too-large-file"]),
        ("facts.yaml", 300_000, ["too-large-file"]),
        ("film.kk.vtt", 300_000, ["too-large-file"]),
        ("map.svg", 1024 * 1024, []),
        ("map.svg", 1024 * 1024 + 1, ["too-large-file"]),
        ("photo.jpg", 3_000_000, []),
    ],
)
def test_texts_and_drawings_have_a_limit(content: Path, name: str, size: int, rules: list[str]) -> None:
    with (content / "news/meeting" / name).open("wb") as file:
        file.truncate(size)
    assert [rule for _, rule in reported(content)] == rules


def test_a_file_that_may_not_be_read_is_reported() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        content = Path(folder) / "content"
        content.mkdir()
        (content / "site.yaml").write_text("x")
        (content / "site.yaml").chmod(0)
        context = get_context("fork")
        queue = context.SimpleQueue()
        worker = context.Process(target=_reported_as_nobody, args=(content, queue))
        worker.start()
        assert queue.get() == [("content/site.yaml", "unusable-file")]
        worker.join()


def _reported_as_nobody(content: Path, queue: "object") -> None:
    if os.getuid() == 0:
        os.setuid(NOBODY)
    queue.put(reported(content))  # type: ignore[attr-defined]


def test_a_folder_of_content_that_is_gone_is_reported(tmp_path: Path) -> None:
    assert reported(tmp_path / "content") == [("content", "missing-section")]
