"""No effective rate is higher than the law allowed on the day of the figures.

A rate above the ceiling is either copied wrongly or unlawful; neither may be in a reference without a word. The
ceilings are in `content/rate-ceilings.yaml`, each with its days. The nearest one is never taken for a day without
one; `expired-ceiling` reports a kind of loan whose last ceiling has ended.
Source: ARDFM 62 of 16.08.2024 and NB 45 of 19.08.2024, as changed by 83 and 97 of 24.12.2025.
"""

from collections.abc import Iterator
from decimal import Decimal

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.loans.rates import NoValueError, value_on
from plugins.model.ages import dated
from plugins.model.ceilings import KIND_OF_PURPOSE
from plugins.model.items import FACTS_FILE
from plugins.model.loan_terms import effective_by_formula
from plugins.model.sections.loans import LOANS, LoanFacts
from plugins.model.yaml_source import Location


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every declared or counted effective rate above the ceiling of its kind and day."""
    for item in site.content.items[LOANS.folder]:
        assert isinstance(item.facts, LoanFacts)
        day = dated(item.facts.sources, site.today).day or site.today
        try:
            ceiling = value_on(site.content.ceilings.dated(KIND_OF_PURPOSE[item.facts.purpose]), day)
        except NoValueError:
            continue  # its end is reported by `expired-ceiling`; before its first day no source states one
        highest = _highest(item.facts)
        if highest is not None and highest[1] > ceiling.value:
            source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
            values = {"rate": _percent(highest[1]), "ceiling": _percent(ceiling.value), "day": str(day)}
            yield source.problem_at_value("ceiling-exceeded", highest[0], **values)


def _highest(facts: LoanFacts) -> tuple[Location, Decimal] | None:
    """Return the highest effective rate and where it is: the declared one, or else the one of the nominal rate."""
    if facts.effective is not None:
        has_end = facts.effective.to is not None
        rate = facts.effective.to if facts.effective.to is not None else facts.effective.from_
        return ("effective", "to" if has_end else "from"), rate
    counted = effective_by_formula(facts)
    if counted is None:
        return None
    return ("nominal",), counted.low if counted.high is None else counted.high


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).quantize(Decimal('0.01')).normalize():f} %"
