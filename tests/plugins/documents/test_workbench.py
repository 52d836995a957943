"""The page on which an editor confirms what is hidden: for this machine and this editor only."""

import json
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from queue import Queue
from urllib.parse import urlsplit

import pytest

from plugins.diagnostics.progress import no_progress
from plugins.documents.words import Box
from plugins.documents.workbench import confirm_in_browser
from tests.plugins.media.files import scene

BOXES = [Box(10, 20, 30, 40)]
Page = tuple[str, Future[list[Box] | None]]


@pytest.fixture
def page() -> Iterator[Page]:
    """The address of the page, and the answer to come."""
    opened: Queue[str] = Queue()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(confirm_in_browser, scene(300, 200), BOXES, no_progress, opened.put)
        address = opened.get(timeout=30)
        yield address, answer
        if not answer.done():
            asked(address, "give-up", b"")


def asked(address: str, name: str, body: bytes | None = None, **headers: str) -> HTTPResponse:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET" if body is None else "POST", f"{parts.path}{name}", body, headers)
    return connection.getresponse()


def test_the_page_shows_the_photo_and_the_boxes_and_nothing_from_elsewhere(page: Page) -> None:
    html = asked(page[0], "")
    assert html.status == 200
    assert "default-src 'none'" in html.headers["Content-Security-Policy"]
    assert b"http" not in html.read()
    assert asked(page[0], "photo.jpg").read()[:2] == b"\xff\xd8"
    assert json.loads(asked(page[0], "boxes.json").read()) == [[10, 20, 30, 40]]
    assert urlsplit(page[0]).hostname == "127.0.0.1"


def test_the_answer_is_what_the_editor_leaves(page: Page) -> None:
    assert asked(page[0], "hide", b"[[10, 20, 30, 40], [250, 150, 500, 500]]").status == 204
    assert page[1].result(30) == [Box(10, 20, 30, 40), Box(250, 150, 50, 50)]


def test_an_editor_may_give_up(page: Page) -> None:
    assert asked(page[0], "give-up", b"").status == 204
    assert page[1].result(30) is None


def test_an_answer_that_is_none_is_refused_and_the_page_goes_on(page: Page) -> None:
    assert asked(page[0], "hide", b"all of it").status == 400
    assert not page[1].done()
    assert asked(page[0], "hide", b"[]").status == 204
    assert page[1].result(30) == []


STRANGERS = {
    "who does not know the word": ("http://{host}/", {}),
    "who guesses the word": ("http://{host}/abc/", {}),
    "who comes by another name": ("{address}", {"Host": "evil.example"}),
}


@pytest.mark.parametrize(("address", "headers"), STRANGERS.values(), ids=STRANGERS)
@pytest.mark.parametrize(("name", "body"), [("photo.jpg", None), ("", None), ("hide", b"[]")])
def test_a_stranger_gets_nothing(
    page: Page, address: str, headers: dict[str, str], name: str, body: bytes | None
) -> None:
    place = address.format(host=urlsplit(page[0]).netloc, address=page[0])
    assert asked(place, name, body, **headers).status == 404
    assert not page[1].done()


def test_it_listens_on_this_machine_only(page: Page) -> None:
    port = urlsplit(page[0]).port
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for other in others:
        with pytest.raises(OSError), socket.create_connection((other, port), timeout=2):
            pass
