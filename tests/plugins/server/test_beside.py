"""Work beside the server: its result comes back, and it ends when the server does, whatever it waits for."""

import signal
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from plugins.cache.workers import WorkerDiedError
from plugins.server.beside import Beside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")


def test_the_result_of_the_work_comes_back() -> None:
    assert Beside(lambda: "done").do() == "done"


def test_work_that_never_ends_and_hears_no_request_is_ended(tmp_path: Path) -> None:
    begun, raised = tmp_path / "begun", []

    def work() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        begun.touch()
        while True:
            time.sleep(60)

    def wait() -> None:
        try:
            beside.do()
        except WorkerDiedError as error:
            raised.append(error)

    beside = Beside(work)
    waiting = Thread(target=wait)
    waiting.start()
    while not begun.exists():
        time.sleep(0.01)
    beside.stop()
    waiting.join()
    assert raised
