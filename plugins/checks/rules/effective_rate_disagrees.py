"""The declared effective rate is one that the nominal rate, the fees and the insurance can give.

The effective rate is what a borrower compares by. It is counted anew by the regulator's formula from the known terms:
it cannot be lower than that, and where the source states all fees and all insurance it cannot be higher either. A tenth
of a per cent is left for rounding. Where the source itself declares another rate, say so to the reader in
`effective_remark`; then nothing is reported here.
Source: National Bank of Kazakhstan, board, 137 of 26.03.2012.
"""

from collections.abc import Iterator
from decimal import Decimal

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.loans import rounded_rate
from plugins.model.items import FACTS_FILE
from plugins.model.loan_terms import costs_are_complete, effective_by_formula
from plugins.model.sections.loans import LOANS, LoanFacts

_LEFT_FOR_ROUNDING = Decimal("0.001")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every end of a declared rate that the terms cannot give."""
    for item in site.content.items[LOANS.folder]:
        assert isinstance(item.facts, LoanFacts)
        if item.facts.effective_remark is None:
            source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
            for key, declared, counted in _disagreements(item.facts):
                values = {"declared": _percent(declared), "counted": _percent(counted)}
                yield source.problem_at_value("effective-rate-disagrees", ("effective", key), **values)


def _disagreements(facts: LoanFacts) -> Iterator[tuple[str, Decimal, Decimal]]:
    counted = effective_by_formula(facts)
    if counted is None or facts.effective is None:
        return
    pairs = (("from", facts.effective.from_, counted.low), ("to", facts.effective.to, counted.high))
    for key, declared, by_formula in pairs:
        if declared is None or by_formula is None:
            continue
        too_low = declared < by_formula - _LEFT_FOR_ROUNDING
        too_high = declared > by_formula + _LEFT_FOR_ROUNDING and costs_are_complete(facts)
        if too_low or too_high:
            yield key, declared, by_formula


def _percent(rate: Decimal) -> str:
    return f"{(rounded_rate(rate) * 100).normalize():f} %"
