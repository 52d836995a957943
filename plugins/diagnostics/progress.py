"""Progress reports of long steps, independent of the language they are shown in."""

from typing import Protocol


class Report(Protocol):
    """A function that is called with the progress of each step."""

    def __call__(self, label: str, /, **values: str) -> None:
        """Report a step: `label` is a key of the catalogs, and `values` fill its placeholders."""


def no_progress(label: str, /, **values: str) -> None:
    """Report nothing."""
