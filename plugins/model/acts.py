"""`content/acts.yaml`: the legal acts the site may cite, each with its state."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import ArticleNumber, CheckedIn, Day, Line, Order, Slug, Strict, WebAddress, Words


class ActKind(StrEnum):
    LAW = "law"
    CODE = "code"
    ORDER = "order"


class ActStatus(StrEnum):
    IN_FORCE = "in-force"
    REPEALED = "repealed"


class Addresses(Strict):
    """The official page of the act in each language."""

    kk: WebAddress
    ru: WebAddress


class Act(Strict):
    """A law, a code or an order: its state on the day it was checked."""

    number: Line | None = None
    """Number of the act; a code has none."""
    kind: ActKind
    title: Words
    adopted: Day
    in_force_from: Day | None = None
    status: ActStatus
    repealed_by: Line | None = None
    repealed_from: Day | None = None
    chapters: Order | None = None
    articles: Order | None = None
    """Number of its last article, where that is known."""
    known_articles: tuple[ArticleNumber, ...] = ()
    """Articles read one by one, for an act whose number of articles is not known."""
    official: Addresses | None = None
    checked: Day
    checked_in: CheckedIn
    page: Slug | None = Field(default=None)
    """Slug of the act's page, in the section of laws."""

    @model_validator(mode="after")
    def _names_its_repeal(self) -> Self:
        if self.status is ActStatus.REPEALED and (self.repealed_by is None or self.repealed_from is None):
            raise PydanticCustomError("repeal", "a repealed act says by which act and from when")
        if self.status is ActStatus.IN_FORCE and self._was_repealed:
            raise PydanticCustomError("in_force_or_repealed", "an act that was repealed is not in force")
        return self

    @property
    def _was_repealed(self) -> bool:
        """Whether a repeal is written that had happened on the day of the check; one that is to come may be mentioned."""
        is_to_come = self.repealed_from is not None and self.repealed_from > self.checked
        return not is_to_come and (self.repealed_by is not None or self.repealed_from is not None)

    def has_article(self, number: str) -> bool:
        """Return whether the act is known to have this article."""
        if self.articles is not None:
            return number.isdigit() and 1 <= int(number) <= self.articles
        return number in self.known_articles


class Acts(RootModel[Mapping[str, Act]]):
    """The registry: act by id."""


MOST_DAYS_SINCE_CHECK = 365
"""Days after which the page itself says that the law may have changed."""


def is_old_check(act: Act, today: date) -> bool:
    """Return whether the act was compared with the official text too long ago."""
    days: int = (today - act.checked).days
    return days > MOST_DAYS_SINCE_CHECK
