"""The server of a built site: whole files, the parts that films ask for, and who may ask."""

import http.client
import logging
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount

from plugins.server.files import SiteFiles
from plugins.server.local import LocalOnly
from plugins.server.running import running, served

FILM = bytes(range(250)) * 4

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "film.mp4").write_bytes(FILM)
    (folder / "empty.mp4").write_bytes(b"")
    (folder / "words.vtt").write_text("WEBVTT\n", encoding="utf-8")
    (folder / "script.js").write_text("", encoding="utf-8")
    (folder / "paper.jpeg").write_bytes(b"")
    (folder / "kk").mkdir()
    (folder / "kk/404.html").write_text("жоқ", encoding="utf-8")
    (folder / "404.html").write_text("жоқ · нет", encoding="utf-8")
    with served(folder, {"x-kept": "yes"}) as address:
        yield int(address.rpartition(":")[2])


def asked(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


PARTS = {
    "from the beginning": ("bytes=0-", 0, 999),
    "from the middle": ("bytes=500-", 500, 999),
    "a part": ("bytes=100-199", 100, 199),
    "one byte": ("bytes=0-0", 0, 0),
    "the last byte": ("bytes=999-", 999, 999),
    "an end beyond the file": ("bytes=900-5000", 900, 999),
    "the last so many": ("bytes=-100", 900, 999),
    "more than there is, from the end": ("bytes=-5000", 0, 999),
}
WHOLE = {
    "an empty header": "",
    "another unit": "lines=0-5",
    "several ranges": "bytes=0-1,5-9",
    "no numbers": "bytes=-",
    "an end before the beginning": "bytes=200-100",
    "a sign": "bytes=+1-5",
    "a number no file has": f"bytes={'9' * 5000}-",
    "no range at all": "part three",
}
IMPOSSIBLE = {"at the end": "bytes=1000-", "behind the end": "bytes=5000-6000", "none of the last": "bytes=-0"}


@pytest.mark.parametrize(("header", "first", "last"), PARTS.values(), ids=PARTS)
def test_a_part_of_a_film_is_answered_with_that_part(port: int, header: str, first: int, last: int) -> None:
    status, headers, body = asked(port, "/film.mp4", Range=header)
    assert (status, body) == (206, FILM[first : last + 1])
    assert headers["content-range"] == f"bytes {first}-{last}/1000"
    assert headers["content-length"] == str(last - first + 1)
    assert headers["content-type"] == "video/mp4"


@pytest.mark.parametrize("header", WHOLE.values(), ids=WHOLE)
def test_a_range_that_is_none_is_answered_with_the_whole_file(port: int, header: str) -> None:
    assert asked(port, "/film.mp4", Range=header)[::2] == (200, FILM)


@pytest.mark.parametrize("header", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_part_behind_the_end_is_refused_with_the_length(port: int, header: str) -> None:
    status, headers, _ = asked(port, "/film.mp4", Range=header)
    assert (status, headers["content-range"]) == (416, "bytes */1000")


def test_an_empty_file_has_no_part(port: int) -> None:
    assert asked(port, "/empty.mp4", Range="bytes=0-")[0] == 416


def test_the_server_says_that_it_answers_parts(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4")
    assert (status, body) == (200, FILM)
    assert (headers["accept-ranges"], headers["cache-control"], headers["x-kept"]) == ("bytes", "no-cache", "yes")


def test_a_head_request_for_a_part_has_no_body(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4", "HEAD", Range="bytes=0-9")
    assert (status, headers["content-length"], body) == (206, "10", b"")


def test_a_file_the_browser_has_is_not_sent_again(port: int) -> None:
    etag = asked(port, "/film.mp4")[1]["etag"]
    assert asked(port, "/film.mp4", **{"If-None-Match": etag})[::2] == (304, b"")
    assert asked(port, "/film.mp4", **{"If-None-Match": '"other"'})[0] == 200


@pytest.mark.parametrize(
    ("path", "page"),
    [("/kk/nowhere/", "жоқ"), ("/nowhere.mp4", "жоқ · нет"), ("/kk/%00", "жоқ"), ("/kk/" + "a" * 300, "жоқ"),
     ("/kk", "жоқ"), ("/../files.py", "жоқ · нет"), ("/%2e%2e/%2e%2e/etc/passwd", "жоқ · нет")],
)  # fmt: skip
def test_nothing_is_answered_with_the_error_page_of_the_language(port: int, path: str, page: str) -> None:
    status, headers, body = asked(port, path, Range="bytes=0-")
    assert (status, body.decode(), headers["content-type"]) == (404, page, "text/html; charset=utf-8")


def test_nothing_can_be_sent_to_it(port: int) -> None:
    assert asked(port, "/film.mp4", "POST")[0] == 405


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        ("words.vtt", "text/vtt; charset=utf-8"),
        ("script.js", "text/javascript; charset=utf-8"),
        ("paper.jpeg", "image/jpeg"),
    ],
)
def test_files_have_the_types_browsers_ask_for(port: int, file: str, media_type: str) -> None:
    assert asked(port, f"/{file}")[1]["content-type"] == media_type


def test_a_reader_who_leaves_in_the_middle_is_no_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "404.html").write_bytes(b"x" * 50_000_000)  # more than the system keeps for a reader
    with caplog.at_level(logging.WARNING), served(tmp_path) as address:
        port = int(address.rpartition(":")[2])
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", port)) as reader:
                reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                reader.sendall(b"GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                assert reader.recv(1)
        assert asked(port, "/nowhere", "HEAD")[0] == 404
    assert (caplog.records, capfd.readouterr().err) == ([], "")


def test_parts_of_a_great_film_are_not_held_in_memory(tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(10**12)  # more than any machine has
    with served(tmp_path) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"))
        connection.request("GET", "/film.mp4", headers={"Range": "bytes=5-"})
        answer = connection.getresponse()
        assert (answer.status, answer.read(100_000)) == (206, bytes(100_000))
        connection.close()


STRANGERS = {
    "another name for this machine": {"Host": "evil.example:{port}"},
    "another name without a port": {"Host": "evil.example"},
    "a name that begins as ours": {"Host": "127.0.0.1.evil.example"},
    "an odd port": {"Host": "127.0.0.1:80@evil.example"},
    "no name": {"Host": ""},
    "a page of another site": {"Origin": "http://evil.example"},
    "a page without a name": {"Origin": "null"},
    "a page of another server here": {"Origin": "http://127.0.0.1:1"},
    "the same over TLS": {"Origin": "https://127.0.0.1:{port}"},
}
OURS = {"by number": {"Host": "127.0.0.1:{port}"}, "by name": {"Host": "localhost:{port}"},
        "from its own page": {"Origin": "http://127.0.0.1:{port}"}}  # fmt: skip


@pytest.fixture(scope="module")
def local_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("local")
    (folder / "page.html").write_text("page", encoding="utf-8")
    app = Starlette(routes=[Mount("/", SiteFiles(folder))], middleware=[Middleware(LocalOnly)])
    with running(app) as address:
        yield int(address.rpartition(":")[2])


@pytest.mark.parametrize("headers", STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_is_refused(local_port: int, headers: dict[str, str]) -> None:
    sent = {name: value.format(port=local_port) for name, value in headers.items()}
    status, _, body = asked(local_port, "/page.html", **sent)
    assert status in (400, 403)
    assert b"page" not in body


@pytest.mark.parametrize("headers", OURS.values(), ids=OURS)
def test_the_server_answers_its_own_pages(local_port: int, headers: dict[str, str]) -> None:
    sent = {name: value.format(port=local_port) for name, value in headers.items()}
    assert asked(local_port, "/page.html", **sent)[::2] == (200, b"page")
