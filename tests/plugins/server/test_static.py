"""The preview's server: whole files, and the parts that films ask for."""

import http.client
import socket
import struct
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from plugins.server.static import site_handler

FILM = bytes(range(256)) * 4


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "film.mp4").write_bytes(FILM)
    (tmp_path / "words.vtt").write_text("WEBVTT\n", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), site_handler(tmp_path))
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


def asked(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def test_a_part_of_a_film_is_answered_with_that_part(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4", Range="bytes=100-199")
    assert (status, body) == (206, FILM[100:200])
    assert headers["content-range"] == "bytes 100-199/1024"
    assert headers["content-length"] == "100"
    assert headers["content-type"] == "video/mp4"


def test_the_server_says_that_it_answers_parts(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4")
    assert (status, body) == (200, FILM)
    assert headers["accept-ranges"] == "bytes"


def test_a_part_behind_the_end_is_refused_with_the_length(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4", Range="bytes=1024-")
    assert (status, headers["content-range"], body) == (416, "bytes */1024", b"")


def test_a_range_that_is_none_is_answered_with_the_whole_file(port: int) -> None:
    assert asked(port, "/film.mp4", Range="bytes=5-1")[::2] == (200, FILM)


def test_a_head_request_for_a_part_has_no_body(port: int) -> None:
    status, headers, body = asked(port, "/film.mp4", "HEAD", Range="bytes=0-9")
    assert (status, headers["content-length"], body) == (206, "10", b"")


def test_a_part_of_nothing_is_not_found(port: int) -> None:
    assert asked(port, "/nowhere.mp4", Range="bytes=0-")[0] == 404


def test_captions_are_sent_as_captions(port: int) -> None:
    assert asked(port, "/words.vtt")[1]["content-type"] == "text/vtt; charset=utf-8"


def test_a_reader_who_leaves_in_the_middle_of_a_page_is_no_fault(tmp_path: Path) -> None:
    faults: list[object] = []
    is_over = Event()

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            faults.append(client_address)

        def shutdown_request(self, request: object) -> None:  # after an answer, however it ended
            super().shutdown_request(request)  # type: ignore[arg-type]
            is_over.set()

    (tmp_path / "404.html").write_bytes(b"x" * 50_000_000)  # more than the system keeps for a reader
    server = Server(("127.0.0.1", 0), site_handler(tmp_path))
    Thread(target=server.serve_forever, daemon=True).start()
    with socket.create_connection(server.server_address) as reader:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reader.sendall(b"GET /nowhere HTTP/1.0\r\n\r\n")
        assert reader.recv(1)
    assert is_over.wait(60)
    server.shutdown()
    server.server_close()
    assert faults == []
