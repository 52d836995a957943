"""Reports how far long work on videos is."""

from threading import Lock

from plugins.diagnostics.progress import Report

_STEP = 10
"""Per cent after which progress is reported again."""


class Progress:
    """Reports each video every ten per cent; threads may share it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._reported: dict[str, int] = {}
        self._lock = Lock()

    def report(self, label: str, part: float) -> None:
        """Report that `part` of a video, from 0 to 1, is done."""
        step = int(part * 100) // _STEP * _STEP
        with self._lock:
            if step > self._reported.get(label, -1):
                self._reported[label] = step
                self._report("say_film", film=label, percent=str(step))
