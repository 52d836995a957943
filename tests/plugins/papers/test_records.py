"""`papers.yaml`: what is written is read again, and reads well."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from plugins.model.papers import PaperKind, PaperRecord, PersonalData, Verdict
from plugins.papers.records import digest_of, read_records, write_records

DIGEST = digest_of(b"paper")
RECORD = PaperRecord(
    paper=PaperKind.CONTRACT, tool=1, sha256=DIGEST, boxes=((1, 2, 30, 4), (5, 6, 7, 8)),
    verdict=Verdict(sha256=DIGEST, by="tesseract", found=(PersonalData.IIN,)),
)  # fmt: skip


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    records = {"шарт.jpg": RECORD, "b.jpg": RECORD.model_copy(update={"verdict": None})}
    write_records(tmp_path, records)
    assert read_records(tmp_path) == records
    assert [path.name for path in tmp_path.iterdir()] == ["papers.yaml"]


def test_a_record_reads_well(tmp_path: Path) -> None:
    write_records(tmp_path, {"шарт.jpg": RECORD})
    assert (tmp_path / "papers.yaml").read_text(encoding="utf-8").split("\n") == [
        "# Written by `inv redact` and `inv check-papers`.",
        "шарт.jpg:",
        "  paper: contract",
        "  tool: 1",
        f"  sha256: {DIGEST}",
        "  boxes:",
        "  - [1, 2, 30, 4]",
        "  - [5, 6, 7, 8]",
        "  verdict:",
        f"    sha256: {DIGEST}",
        "    by: tesseract",
        "    found: [iin]",
        "",
    ]


def test_a_bundle_without_papers_has_no_records(tmp_path: Path) -> None:
    assert read_records(tmp_path) == {}


@pytest.mark.parametrize("text", ["a.jpg: 1\n", "a.jpg: {paper: novel}\n", "../a.jpg: {}\n"])
def test_a_record_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "papers.yaml").write_text(text)
    with pytest.raises(ValidationError):
        read_records(tmp_path)
