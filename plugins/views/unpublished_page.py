"""The view of the page «not yet published», in one language."""

from dataclasses import dataclass
from datetime import date

from plugins.model.items import Intro, Language
from plugins.model.unpublished import Unpublished


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Something to be done, how far it is, and on which day that was so."""

    what: str
    state: str
    as_of: date


@dataclass(frozen=True, slots=True)
class UnpublishedView:
    """Keys of facts that wait for a paper, titles of sections, and plans."""

    facts: tuple[str, ...]
    unsigned: tuple[str, ...]
    sections: tuple[str, ...]
    plans: tuple[PlanLine, ...]
    day: date
    """The day on which this was so."""


def unpublished_view(found: Unpublished, language: Language, today: date) -> UnpublishedView:
    """Return the view of `found` for visitors."""

    def titles(intros: tuple[Intro, ...]) -> tuple[str, ...]:
        return tuple(intro.texts[language].title for intro in intros)

    plans = plan_lines(found, language)
    return UnpublishedView(found.facts, titles(found.approvals), titles(found.sections), plans, today)


def plan_lines(found: Unpublished, language: Language) -> tuple[PlanLine, ...]:
    """Return what is to be done, in the words of one language."""
    return tuple(PlanLine(getattr(plan.what, language), plan.state.value, plan.as_of) for plan in found.plans.values())
