"""Work in many processes gives what one gives, in order, faults too."""

import os
import signal
import traceback

import pytest

from plugins.cache.workers import WorkerDiedError, spread

HERE = os.getpid()


def test_results_come_in_order_from_other_processes() -> None:
    seen = {"state": 7}
    found = list(spread(lambda task: (task * seen["state"], os.getpid()), range(50), cores=3))
    assert [result for result, _ in found] == [task * 7 for task in range(50)]
    assert HERE not in {process for _, process in found}


@pytest.mark.parametrize(("tasks", "cores", "worth"), [(50, 1, 2), (1, 3, 2), (9, 3, 10), (0, 3, 2)])
def test_little_work_is_done_here(tasks: int, cores: int, worth: int) -> None:
    assert set(spread(lambda _: os.getpid(), range(tasks), cores=cores, worth=worth)) <= {HERE}


@pytest.mark.parametrize("bad", [0, 25, 49])
def test_a_fault_is_raised_with_the_line_it_came_from(bad: int) -> None:
    def work(task: int) -> int:
        if task == bad:
            raise ValueError(f"task {task}")
        return task

    with pytest.raises(ValueError, match=f"task {bad}") as caught:
        list(spread(work, range(50), cores=2))
    assert "work" in [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    found = list(spread(lambda task: lambda: task, range(4), cores=2))
    assert [result() for result in found] == [0, 1, 2, 3]


def test_a_killed_worker_is_a_fault_and_not_a_silence() -> None:
    def work(task: int) -> int:
        if task == 3 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    with pytest.raises(WorkerDiedError):
        list(spread(work, range(8), cores=2))


def test_results_that_nobody_waits_for_stop_the_workers() -> None:
    results = spread(lambda task: signal.pause() if task else os.getpid(), range(4), cores=2)
    worker = next(results)
    results.close()  # type: ignore[attr-defined]
    assert worker != HERE
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)  # type: ignore[arg-type]
