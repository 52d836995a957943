"""The state of the content on a day (pure): counts by section, coming deadlines, what is withheld."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import PurePosixPath

from plugins.checks.queue import MONTHS, last_day
from plugins.checks.rules.outdated_figures import MOST_DAYS
from plugins.diagnostics import Problem, Severity
from plugins.markdown import Document
from plugins.model.acts import MOST_DAYS_SINCE_CHECK
from plugins.model.ages import EXPIRED_AFTER_DAYS, dated
from plugins.model.items import FACTS_FILE, Item, Language, SiteContent
from plugins.model.loading import ACTS_FILE, CEILINGS_FILE
from plugins.model.publication import publishable, without_empty_sections
from plugins.model.sections.loans import LoanFacts
from plugins.model.sections.people import PersonFacts
from plugins.model.sections.queue import QueueFacts
from plugins.model.unpublished import unpublished
from plugins.status.readability import Reading, readings_of
from plugins.status.readiness import Step, readiness_of

STALE = "stale-translation"
"""Id of the rule by which a translation has fallen behind."""


class Ending(StrEnum):
    """What comes to its end."""

    LAW_CHECK = "law-check"
    CONSENT = "consent"
    CEILING = "ceiling"
    LOAN_FIGURES = "loan-figures"
    QUEUE_FIGURES = "queue-figures"


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """Counts of one section's items."""

    folder: str
    items: dict[Language, int]
    """Items that have their words in a language."""
    stale: dict[Language, int]
    """Items whose words in a language have fallen behind the other ones."""
    samples: int
    drafts: int
    to_confirm: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which something ends, with its place; the days left are below nought when it is over."""

    kind: Ending
    what: str
    path: str
    line: int
    day: date
    days_left: int


@dataclass(frozen=True, slots=True)
class Status:
    """Everything an editor may have to see to."""

    sections: tuple[SectionStatus, ...]
    deadlines: tuple[Deadline, ...]
    """Those that end within the days asked for, the nearest first."""
    within: int
    unconfirmed: tuple[str, ...]
    """Keys of `site.yaml` that the cooperative has not confirmed."""
    withheld: tuple[str, ...]
    """Addresses that a published site would not have."""
    drafts: tuple[str, ...] = ()
    """Folders of unfinished items."""
    readings: tuple[Reading, ...] = ()
    """How much there is to read in each text."""
    readiness: tuple[Step, ...] = ()
    """What a release still lacks, and what is done, in the order in which to work through it."""


def status_of(
    content: SiteContent,
    written: dict[str, Counter[Language]],
    problems: Sequence[Problem],
    today: date,
    within: int,
    documents: Mapping[str, Document] | None = None,
    drafts: Collection[str] = (),
) -> Status:
    """Return the state of the content; `written` counts the texts of each section, `within` is in days.

    `drafts` are the folders of unfinished items; without `documents` nothing is said of how the texts read.
    """
    ends = [deadline for deadline in _deadlines(content, today) if deadline.days_left <= within]
    waiting = unpublished(content, today)
    ends.sort(key=lambda deadline: (deadline.day, deadline.path, deadline.line))
    return Status(
        tuple(_section(folder, content, count, problems, drafts) for folder, count in written.items()),
        tuple(ends),
        within,
        waiting.facts,
        tuple(sorted(content.paths - without_empty_sections(publishable(content, today)).paths)),
        tuple(sorted(drafts)),
        () if documents is None else readings_of(content, documents),
        readiness_of(content, waiting),
    )


def _section(
    folder: str,
    content: SiteContent,
    count: Counter[Language],
    problems: Sequence[Problem],
    drafts: Collection[str],
) -> SectionStatus:
    own = [problem for problem in problems if problem.path.startswith(f"{content.folder}/{folder}/")]
    items = content.items.get(folder, ())
    stale = [problem.path for problem in own if problem.rule == STALE]
    errors = sum(problem.severity is Severity.ERROR for problem in own)
    return SectionStatus(
        folder,
        dict(count),
        {language: sum(path.endswith(f".{language}.md") for path in set(stale)) for language in count},
        sum(item.facts.sample for item in items),
        sum(draft.startswith(f"{content.folder}/{folder}/") for draft in drafts),
        sum(item.facts.to_confirm for item in items),
        errors,
        len(own) - errors,
    )


def _deadlines(content: SiteContent, today: date) -> Iterator[Deadline]:
    acts = content.sources[f"{content.folder}/{ACTS_FILE}"]
    for act_id, act in content.acts.items():
        day = act.checked + timedelta(days=MOST_DAYS_SINCE_CHECK)
        place = acts.problem_at_value("law-check-expired", (act_id, "checked"))
        yield Deadline(Ending.LAW_CHECK, act_id, place.path, place.line, day, (day - today).days)
    ceilings = content.sources[f"{content.folder}/{CEILINGS_FILE}"]
    for loan, last, day in content.ceilings.ends():
        place = ceilings.problem_at_value("expired-ceiling", (loan.value, last, "valid_to"))
        yield Deadline(Ending.CEILING, loan.value, place.path, place.line, day, (day - today).days)
    for item in content.all_items():
        yield from _consent_of(item, content, today)
        yield from _figures_of(item, content, today)


def _consent_of(item: Item, content: SiteContent, today: date) -> Iterator[Deadline]:
    if isinstance(item.facts, PersonFacts) and item.facts.consent is not None:
        source = content.sources[f"{item.folder}/{FACTS_FILE}"]
        place = source.problem_at_value("expired-consent", ("consent", "until"))
        what = PurePosixPath(item.folder).relative_to(content.folder).as_posix()
        day = item.facts.consent.until
        yield Deadline(Ending.CONSENT, what, place.path, place.line, day, (day - today).days)


def _figures_of(item: Item, content: SiteContent, today: date) -> Iterator[Deadline]:
    """Yield the day from which a loan's figures are left out of a release, or from which those of the queue are old."""
    source = content.sources.get(f"{item.folder}/{FACTS_FILE}")
    facts = item.facts
    what = PurePosixPath(item.folder).relative_to(content.folder).as_posix()
    if source and isinstance(facts, LoanFacts) and (stated := dated(facts.sources, today).day):
        place = source.problem_at_key("expired-figure", ("sources",))
        day = stated + timedelta(days=EXPIRED_AFTER_DAYS)
        yield Deadline(Ending.LOAN_FIGURES, what, place.path, place.line, day, (day - today).days)
    if source and isinstance(facts, QueueFacts) and facts.figures and not facts.figures.sample:
        last = len(facts.figures.months) - 1
        place = source.problem_at_value("outdated-figures", (*MONTHS, last, "month"))
        day = last_day(facts.figures.months[last].month) + timedelta(days=MOST_DAYS)
        yield Deadline(Ending.QUEUE_FIGURES, what, place.path, place.line, day, (day - today).days)
