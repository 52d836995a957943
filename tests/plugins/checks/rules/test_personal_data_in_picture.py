"""What a machine could still read on a photographed document is reported, once for each kind of data."""

from pathlib import Path

import pytest

from plugins.checks.rules import personal_data_in_picture
from plugins.checks.rules.personal_data_in_picture import KINDS
from plugins.model.papers import PaperRecord, PersonalData
from tests.plugins.checks.shown_paper import GOOD, OTHER, found_on_paper, read, record

CASES: dict[str, tuple[PaperRecord | None, list[str]]] = {
    "an IIN": (record(GOOD, read(GOOD, PersonalData.IIN)), ["iin"]),
    "a name and a code": (record(GOOD, read(GOOD, PersonalData.NAME, PersonalData.CODE)), ["name", "code"]),
    "nothing": (record(GOOD, read(GOOD)), []),
    "no record, which another rule reports": (None, []),
    "not read": (record(GOOD, None), []),
    "read on other bytes": (record(GOOD, read(OTHER, PersonalData.IIN)), []),
}


@pytest.mark.parametrize(("known", "expected"), CASES.values(), ids=CASES)
def test_data_that_was_read_is_reported(content: Path, known: PaperRecord | None, expected: list[str]) -> None:
    assert found_on_paper(personal_data_in_picture.check, content, known) == expected


def test_all_kinds_of_data_have_words() -> None:
    assert set(KINDS) == set(PersonalData)
