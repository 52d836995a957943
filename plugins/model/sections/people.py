"""The consent that is needed before a person is shown."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from plugins.model.consent import Consent
from plugins.model.fields import Facts


class PersonFacts(Facts):
    """Facts of an item about a person: an invented sample, or a real one with consent."""

    consent: Consent | None = None

    @model_validator(mode="after")
    def _consent_or_sample(self) -> Self:
        if self.consent is None and not self.sample:
            raise PydanticCustomError("consent_or_sample", "a real person needs a consent record")
        return self
