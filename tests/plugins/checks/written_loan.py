"""One loan of the small site, for the rules about its figures."""

from tests.plugins.model.edits import Edit, written

LOAN = "loans/mortgage/facts.yaml"
HEAD = "order: 1\nlender: {kk: Банк, ru: Банк}\npurpose: home\n"
RATE = "nominal: {rate: 0.07}"
SOURCE = "sources:\n  - {title: {kk: Ә, ru: Ё}, published: 2026-03-01, checked: 2026-11-20, checked_in: copy}\n"


def loan(terms: str, sources: str = SOURCE, head: str = HEAD) -> Edit:
    """Return the edit that writes a loan; its terms begin on line 4."""
    return written(LOAN, f"{head}{terms}\n{sources}")


def source(published: str = "", checked: str = "2026-11-20", checked_in: str = "copy") -> str:
    """Return a source with these days."""
    when = f"published: {published}, " if published else ""
    return f"sources:\n  - {{title: {{kk: Ә, ru: Ё}}, {when}checked: {checked}, checked_in: {checked_in}}}\n"
