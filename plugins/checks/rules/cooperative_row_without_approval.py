"""The cooperative is in the table of loans only with a lawyer's approval of that row.

Advertising that compares one's own services with those of others is unfair and banned. Whether a row of figures is
advertising is for a lawyer to say, in writing, of the very text. An invented row (`sample: true`) may lie in the
content; it is shown nowhere.
Source: law 508-II on advertising, art. 7(1)(1), 7(6).
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.language.spellings import is_named_in
from plugins.model.cooperative import Cooperative
from plugins.model.fields import Words
from plugins.model.items import FACTS_FILE
from plugins.model.sections.loans import LOANS, LoanFacts


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every row of the cooperative without approval, also for one disguised as a lender's."""
    names = _names(site.content.cooperative)
    for item in site.content.items[LOANS.folder]:
        facts = item.facts
        assert isinstance(facts, LoanFacts)
        lender = (facts.lender.kk, facts.lender.ru)
        if facts.own is None and not any(is_named_in(name, words) for name in names for words in lender):
            continue
        is_hidden = facts.own is not None and facts.sample
        if not is_hidden and (facts.own is None or facts.own.approval is None):
            source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
            yield source.problem_at_key("cooperative-row-without-approval", ("lender" if facts.own is None else "own",))


def _names(cooperative: Cooperative) -> set[str]:
    stated: list[Words | None] = [cooperative.name, cooperative.registered_name.value]
    return {name for words in stated if words for name in (words.kk, words.ru)}
