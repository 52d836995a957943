"""A photographed contract on a page of the small site, for the two rules about what can be read on it."""

from pathlib import Path

from plugins.cache.store import content_digest
from plugins.documents.records import write_records
from plugins.model.papers import PaperKind, PaperRecord, PersonalData, Verdict
from tests.plugins.checks.checked import PartRule, reported_by
from tests.plugins.media.files import photo
from tests.small_site import write

RAW = photo(60, 40)
GOOD, OTHER = content_digest(RAW), content_digest(b"other")
"""Digests of the photograph on the page, and of another one."""

FACTS = "testimonials/sample/facts.yaml"
_LINE = "papers: {contract: {file: шарт.jpg}}"


def record(of: str, verdict: Verdict | None) -> PaperRecord:
    """Return the record of a photograph with the digest `of`."""
    return PaperRecord(paper=PaperKind.CONTRACT, tool=1, sha256=of, verdict=verdict)


def read(of: str, *found: PersonalData) -> Verdict:
    """Return the verdict of a reader that found this data on the photograph with the digest `of`."""
    return Verdict(sha256=of, by="tesseract", found=found)


def found_on_paper(rule: PartRule, content: Path, known: PaperRecord | None) -> list[str]:
    """Return what `rule` finds on the photograph with the record `known`; each problem is at the photograph's name."""
    bundle = content / "testimonials/sample"
    facts = (content / FACTS).read_text(encoding="utf-8").replace("sample:", f"{_LINE}\nsample:")
    write(content / FACTS, facts)
    for language in ("kk", "ru"):
        index = bundle / f"index.{language}.md"
        text = index.read_text(encoding="utf-8")
        write(index, text.replace("film_note:", "papers: {contract: Шарт}\nfilm_note:", 1))
    (bundle / "шарт.jpg").write_bytes(RAW)
    if known:
        write_records(bundle, {"шарт.jpg": known})
    found = reported_by(rule, content)
    line = facts.split("\n").index(_LINE) + 1
    assert {(file, at, column) for file, at, column, *_ in found} <= {(FACTS, line, 27)}
    return [values["found"].removeprefix("@") for *_, values in found]
