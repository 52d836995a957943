"""A published site says who is behind it.

Bad:  bin: {to_confirm: true}
Good: bin: {value: "180340000000", source: {kk: Анықтама, ru: Справка}, as_of: 2026-11-20}

A family that is asked for money must be able to look the cooperative up. A cooperative that writes well about checking and
hides its own number looks like one that hides something. A preview may be built without all this.

Source: Law 508-II on advertising and the law on consumer protection ask for name, address and hours of who offers.
"""

from collections.abc import Iterator
from datetime import date

from plugins.diagnostics import Phrase, Problem
from plugins.model.identity import missing_identity
from plugins.model.items import SiteContent
from plugins.model.loading import COOPERATIVE_FILE


def check(content: SiteContent, today: date) -> Iterator[Problem]:
    """Yield a problem for every fact of the identity that is not confirmed; `content` is read whole, with what waits."""
    source = content.sources[f"{content.folder}/{COOPERATIVE_FILE}"]
    for missing in missing_identity(content.cooperative, today):
        values = {"fact": Phrase(f"identity-{missing.name.partition('_')[0]}"), "lack": Phrase(f"lacks-{missing.lack}")}
        yield source.problem_at_value("unconfirmed-identity", (missing.key,), **values)
