"""Why a picture cannot be shown: a rule of the diagnostics with the values of its message."""

from collections.abc import Mapping


class PictureFaultError(Exception):
    """A picture must be mended before it can be published; `rule` says why."""

    def __init__(self, rule: str, **values: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values: Mapping[str, str] = values

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a worker process hands the fault over: the values are no arguments of the base class."""
        return _fault, (self.rule, dict(self.values))


def _fault(rule: str, values: Mapping[str, str]) -> PictureFaultError:
    return PictureFaultError(rule, **values)
