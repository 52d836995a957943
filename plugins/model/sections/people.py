"""What must be known before a person is shown."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import Day, Facts, Flag, Line, Strict


class Consent(Strict):
    """A person's written consent. The signed paper itself stays out of the repository."""

    what: Line
    where: Line
    until: Day
    withdrawn: Flag = False


class PersonFacts(Facts):
    """Facts of an item about a person: an invented sample, or a real one with consent."""

    consent: Consent | None = None

    @model_validator(mode="after")
    def _consent_or_sample(self) -> Self:
        if self.consent is None and not self.sample:
            raise PydanticCustomError("consent_or_sample", "a real person needs a consent record")
        return self
