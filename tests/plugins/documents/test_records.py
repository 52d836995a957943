"""`papers.yaml`: what is written is read again, and reads well."""

from pathlib import Path

import pytest

from plugins.cache.store import content_digest
from plugins.diagnostics import ContentError
from plugins.documents.records import read_records, write_records
from plugins.model.papers import PaperKind, PaperRecord, PersonalData, Verdict

DIGEST = content_digest(b"paper")
RECORD = PaperRecord(
    paper=PaperKind.CONTRACT, tool=1, sha256=DIGEST, boxes=((1, 2, 30, 4), (5, 6, 7, 8)),
    verdict=Verdict(sha256=DIGEST, by="tesseract", found=(PersonalData.IIN,)),
)  # fmt: skip


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    records = {"шарт.jpg": RECORD, "b.jpg": RECORD.model_copy(update={"verdict": None})}
    write_records(tmp_path, records)
    assert read_records(tmp_path, tmp_path) == records
    assert [path.name for path in tmp_path.iterdir()] == ["papers.yaml"]


def test_a_record_reads_well(tmp_path: Path) -> None:
    write_records(tmp_path, {"шарт.jpg": RECORD})
    assert (tmp_path / "papers.yaml").read_text(encoding="utf-8").split("\n") == [
        "# Written by `inv redact` and `inv check-documents`.",
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
    assert read_records(tmp_path, tmp_path) == {}


BROKEN = {
    "no record": b"a.jpg: 1\n",
    "an unknown kind": b"a.jpg: {paper: novel}\n",
    "another folder": b"../a.jpg: {}\n",
    "no YAML": b"a.jpg: [1\n",
    "a list": b"- a.jpg\n",
    "no UTF-8": "құжат.jpg: {}\n".encode("utf-16"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_record_of_another_form_is_told_at_its_place(tmp_path: Path, text: bytes) -> None:
    bundle = tmp_path / "content/testimonials/a"
    bundle.mkdir(parents=True)
    (bundle / "papers.yaml").write_bytes(text)
    with pytest.raises(ContentError) as reported:
        read_records(bundle, tmp_path)
    assert {problem.path for problem in reported.value.problems} == {"content/testimonials/a/papers.yaml"}
