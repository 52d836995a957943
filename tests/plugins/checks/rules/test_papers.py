"""Papers of which it is not known that nobody's data can be read on them."""

from pathlib import Path

import pytest

from plugins.checks.rules import personal_data_in_picture, unredacted_document
from plugins.checks.rules.personal_data_in_picture import KINDS
from plugins.documents.records import digest_of, write_records
from plugins.model.papers import PaperKind, PaperRecord, PersonalData, Verdict
from tests.plugins.checks.checked import together, told_by
from tests.plugins.media.files import photo
from tests.small_site import write

PAPERS = together(personal_data_in_picture.check, unredacted_document.check)

RAW = photo(60, 40)
GOOD, OTHER = digest_of(RAW), digest_of(b"other")
FACTS = "testimonials/sample/facts.yaml"


def record(of: str, verdict: Verdict | None) -> PaperRecord:
    return PaperRecord(paper=PaperKind.CONTRACT, tool=1, sha256=of, verdict=verdict)


def read(of: str, *found: PersonalData) -> Verdict:
    return Verdict(sha256=of, by="tesseract", found=found)


CASES: dict[str, tuple[PaperRecord | None, list[tuple[str, str]]]] = {
    "no record": (None, [("unredacted-document", "paper-without-record")]),
    "changed later": (record(OTHER, read(OTHER)), [("unredacted-document", "paper-changed")]),
    "changed later, though read as it is now": (record(OTHER, read(GOOD)), [("unredacted-document", "paper-changed")]),
    "not read": (record(GOOD, None), [("unredacted-document", "paper-not-read")]),
    "other bytes were read": (record(GOOD, read(OTHER)), [("unredacted-document", "paper-not-read")]),
    "an IIN was read": (record(GOOD, read(GOOD, PersonalData.IIN)), [("personal-data-in-picture", "iin")]),
    "a name and a code were read": (
        record(GOOD, read(GOOD, PersonalData.NAME, PersonalData.CODE)),
        [("personal-data-in-picture", "name"), ("personal-data-in-picture", "code")],
    ),
    "nothing was read": (record(GOOD, read(GOOD)), []),
}


@pytest.mark.parametrize(("known", "expected"), CASES.values(), ids=CASES)
def test_a_paper_is_shown_only_when_a_machine_could_read_nothing(
    content: Path, known: PaperRecord | None, expected: list[tuple[str, str]]
) -> None:
    bundle = content / "testimonials/sample"
    facts = (
        (content / FACTS).read_text(encoding="utf-8").replace("sample:", "papers: {шарт: {file: шарт.jpg}}\nsample:")
    )
    facts = facts.replace("{шарт: {", "{contract: {")
    write(content / FACTS, facts)
    for language in ("kk", "ru"):
        index = bundle / f"index.{language}.md"
        text = index.read_text(encoding="utf-8")
        write(index, text.replace("film_note:", "papers: {contract: Шарт}\nfilm_note:", 1))
    (bundle / "шарт.jpg").write_bytes(RAW)
    if known:
        write_records(bundle, {"шарт.jpg": known})
    told = told_by(PAPERS, content)
    line = facts.split("\n").index("papers: {contract: {file: шарт.jpg}}") + 1
    assert [(rule, values["found"].lstrip("@")) for _, _, _, rule, values in told] == expected
    assert {(file, at, column) for file, at, column, _, _ in told} <= {(FACTS, line, 27)}


def test_all_kinds_of_data_have_words() -> None:
    assert set(KINDS) == set(PersonalData)
