"""A photographed document is shown only if OCR finds no personal data on it.

What is once on the web cannot be taken back.
Source: law 94-V on personal data, arts 11 and 15.
"""

from collections.abc import Iterator

from plugins.checks.shown_papers import shown_papers
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem

KINDS = {
    "iin": Phrase("iin"), "number": Phrase("number"), "account": Phrase("account"), "card": Phrase("card"),
    "phone": Phrase("phone"), "email": Phrase("email"), "name": Phrase("name"), "address": Phrase("address"),
    "birth": Phrase("birth"), "signature": Phrase("signature"), "code": Phrase("code"),
    "unread": Phrase("unread"),
}  # fmt: skip


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for everything that could still be read on a paper."""
    for paper in shown_papers(site):
        for kind in paper.verdict.found if paper.verdict else ():
            values = {"file": paper.file, "found": KINDS[kind]}
            yield paper.source.problem_at_value("personal-data-in-picture", paper.place, **values)
