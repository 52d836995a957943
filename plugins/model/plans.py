"""`content/plans.yaml`: what remains to be done for the cooperative and the site, with state and date."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import RootModel

from plugins.model.fields import Day, Slug, Strict, Words

PLANS_FILE = "plans.yaml"


class PlanState(StrEnum):
    """How far something is. Nothing is called done here that a visitor cannot see."""

    PROPOSED = "proposed"
    ASKED = "asked"
    UNDER_WAY = "under-way"
    DONE = "done"


class Plan(Strict):
    what: Words
    state: PlanState
    as_of: Day
    """The day on which the state was true."""


class Plans(RootModel[Mapping[Slug, Plan]]):
    """Plans by id, in the order in which they are shown."""
