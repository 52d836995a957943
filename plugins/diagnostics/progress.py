"""How a long step tells how far it is, without knowing in which language that is read."""

from typing import Protocol


class Report(Protocol):
    """What is told of each step."""

    def __call__(self, label: str, /, **values: str) -> None:
        """Tell of a step: `label` is one of the catalogs, `values` fill it."""


def unheard(label: str, /, **values: str) -> None:
    """Tell nobody."""
