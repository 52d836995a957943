"""How old the figures of a row are, and how old they may be. The only place with these limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plugins.model.fields import CheckedIn, Source

MARKED_AFTER_DAYS = 365
"""From here on the page says that the figures are old."""
EXPIRED_AFTER_DAYS = 730
"""From here on the check warns, and publishing fails."""


class Age(StrEnum):
    """How old the page says the figures are."""

    FRESH = "fresh"
    OLD = "old"
    UNDATED = "undated"
    """The page that states the figures bears no date, and only a stored copy of it was read."""
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a row's figures, where it is known, and what follows from it."""

    day: date | None
    age: Age
    days: int
    """Since that day; since the copy was read where the day is not known."""


def dated(sources: Iterable[Source], today: date) -> Dated:
    """Return how old figures with these sources are. Figures without a source are undated.

    A live page states its figures on the day it was read, a stored copy on the day it was published. The newest source
    counts; a copy without a date counts as undated, since it may be of any age, unless a live page was read.
    """
    found = list(sources)
    read_live = [source.checked for source in found if source.checked_in is CheckedIn.LIVE]
    published = [_first_day(source.published) for source in found if source.published is not None]
    undated = [source.checked for source in found if source.published is None]
    if not found:
        return Dated(None, Age.UNDATED, 0)
    if read_live or not undated:
        day = max(read_live + published)
        days = (today - day).days
        return Dated(day, _age(days, Age.FRESH), days)
    days = (today - max(undated)).days
    return Dated(None, _age(days, Age.UNDATED), days)


def _age(days: int, young: Age) -> Age:
    if days > EXPIRED_AFTER_DAYS:
        return Age.EXPIRED
    return Age.OLD if days > MARKED_AFTER_DAYS and young is Age.FRESH else young


def _first_day(published: date | int) -> date:
    return published if isinstance(published, date) else date(published, 1, 1)
