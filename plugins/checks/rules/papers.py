"""A paper is shown only with a person's data hidden, and only after a machine could read none of it.

Bad:  papers: {contract: {file: contract.jpg}} · and no papers.yaml beside it
Good: inv redact ~/photos/IMG_2041.jpg --into content/testimonials/aigul/contract.jpg

What is once on the web cannot be taken back. `papers.yaml` says what was hidden and what could still be read, each for
exactly these bytes: a file that was changed later is looked at again. Two ids: `unredacted-document` where that is not
known, `personal-data-in-picture` where something could be read.
Source: law 94-V on personal data, arts 11 and 15.
"""

import hashlib
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.model.fields import Paper
from plugins.model.items import FACTS_FILE
from plugins.model.papers import PaperRecord
from plugins.model.references import values_in

KINDS = {
    "iin": Phrase("iin"), "number": Phrase("number"), "account": Phrase("account"), "card": Phrase("card"),
    "phone": Phrase("phone"), "email": Phrase("email"), "name": Phrase("name"), "address": Phrase("address"),
    "birth": Phrase("birth"), "signature": Phrase("signature"), "code": Phrase("code"),
}  # fmt: skip


def check_papers(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every paper of which nothing is known, and for everything that could be read on one."""
    for item in site.content.all_items():
        source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
        for location, value in values_in(item.facts):
            path = site.root / item.folder / value.file if isinstance(value, Paper) else None
            if path is None or not path.is_file():  # a missing file has been told
                continue
            place, record = (*location, "file"), item.papers.get(path.name)
            if unknown := _unknown(record, hashlib.sha256(path.read_bytes()).hexdigest()):
                yield source.problem_at_value("unredacted-document", place, file=path.name, found=unknown)
            elif record and record.verdict:
                for kind in record.verdict.found:
                    values = {"file": path.name, "found": KINDS[kind]}
                    yield source.problem_at_value("personal-data-in-picture", place, **values)


def _unknown(record: PaperRecord | None, digest: str) -> Phrase | None:
    if record is None:
        return Phrase("paper-without-record")
    if record.sha256 != digest:
        return Phrase("paper-changed")
    if record.verdict is None or record.verdict.sha256 != digest:
        return Phrase("paper-not-read")
    return None
