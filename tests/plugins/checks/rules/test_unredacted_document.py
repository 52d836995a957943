"""A photographed document is shown only as it was when a machine read it."""

from pathlib import Path

import pytest

from plugins.checks.rules import unredacted_document
from plugins.model.papers import PaperRecord, PersonalData
from tests.plugins.checks.shown_paper import GOOD, OTHER, found_on_paper, read, record

CASES: dict[str, tuple[PaperRecord | None, list[str]]] = {
    "no record": (None, ["paper-without-record"]),
    "changed later": (record(OTHER, read(OTHER)), ["paper-changed"]),
    "changed later, though read as it is now": (record(OTHER, read(GOOD)), ["paper-changed"]),
    "not read": (record(GOOD, None), ["paper-not-read"]),
    "other bytes were read": (record(GOOD, read(OTHER)), ["paper-not-read"]),
    "an IIN was read, which another rule reports": (record(GOOD, read(GOOD, PersonalData.IIN)), []),
    "nothing was read": (record(GOOD, read(GOOD)), []),
}


@pytest.mark.parametrize(("known", "expected"), CASES.values(), ids=CASES)
def test_a_document_needs_a_verdict_on_its_very_bytes(
    content: Path, known: PaperRecord | None, expected: list[str]
) -> None:
    assert found_on_paper(unredacted_document.check, content, known) == expected
