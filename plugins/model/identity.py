"""The identity of the cooperative, which a visitor must be able to check before trusting the site.

A release needs a registered name, a BIN, an office with town and hours, one way to reach the cooperative and one named
person who answers for the site, each confirmed with a source and its day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.model.cooperative import Cooperative, Office, Representative, Stated

IDENTITY = ("registered_name", "bin", "offices", "contact", "responsible")
"""Facts of the identity, in the order an editor works through them; `contact` is `phones` or `email`."""

_CONTACTS = ("phones", "email")


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact of the identity that is not confirmed."""

    name: str
    """One of `IDENTITY`."""
    key: str
    """The key of `site.yaml` at which to mend it."""
    lack: str
    """`value`, `confirmation`, `source`, `day`, `hours` or `consent`."""


def missing_identity(cooperative: Cooperative, today: date) -> Iterator[MissingFact]:
    """Yield what is missing of the identity on the day `today`; nothing where a release may be made."""
    for name in IDENTITY:
        keys = _CONTACTS if name == "contact" else (name,)
        lacks = [(key, lack_of(getattr(cooperative, key), today)) for key in keys]
        if all(lack for _, lack in lacks):
            key, lack = next(((key, lack) for key, lack in lacks if lack != "value"), lacks[0])
            yield MissingFact(name, key, lack)


def lack_of(stated: Stated[Any], today: date) -> str:
    """Return what a fact lacks, or nothing where it may be shown as confirmed."""
    held, value = True, stated.value
    if isinstance(value, Representative):
        held = value.consent.holds(today)
    offices = value if isinstance(value, tuple) else ()
    lacks = {
        "value": not value,
        "confirmation": stated.to_confirm,
        "source": stated.source is None,
        "day": stated.as_of is None,
        "hours": any(isinstance(office, Office) and office.hours is None for office in offices),
        "consent": not held,
    }
    return next((lack for lack, is_lacking in lacks.items() if is_lacking), "")
