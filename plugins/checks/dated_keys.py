"""The days of the YAML files that tell of something past, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.checks.site import CheckedSite
from plugins.model.yaml_source import Location, YamlSource

_PAST = frozenset({"checked", "answered", "date", "published", "as_of", "on", "adopted"})
"""Keys whose day has come when they are written."""


@dataclass(frozen=True, slots=True)
class PastDay:
    """What an editor wrote as a day, or as a year, that has been."""

    written: str
    location: Location
    source: YamlSource

    def is_after(self, day: date) -> bool:
        """Return whether it is later than `day`; a year is, when it has not begun by then."""
        return self.written > day.isoformat()[: len(self.written)]


def past_days(site: CheckedSite) -> Iterator[PastDay]:
    """Yield every such day of facts and of the files that exist once; front matter has none."""
    for source in site.content.sources.values():
        if source.path.endswith(".yaml"):
            yield from (PastDay(day, location, source) for location, day in _days(source.data))


def _days(data: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in _PAST and isinstance(value, str) and value[:4].isdecimal():
                yield (*location, key), value
            else:
                yield from _days(value, (*location, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _days(value, (*location, index))
