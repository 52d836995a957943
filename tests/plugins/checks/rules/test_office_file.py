"""Documents of office programs below the content, wherever they lie."""

from pathlib import Path

import pytest

from plugins.checks.rules import office_file, unused_file
from tests.plugins.checks.checked import reported_by, together
from tests.small_site import PICTURE, write

PLACES = ["", "news", "news/meeting", "pages", "pages/about", "faq/how-to-join", "testimonials/sample", "laws/repealed"]
NAMES = ["ustav.pdf", "Жарғы.docx", "отчёт.XLSX", "plan.doc", "table.ods", "slides.pptx", "photos.zip", "letter.rtf"]
OTHERS = ["Thumbs.db", "~$ustav.docx", ".ustav.pdf.swp", "ustav.docx.bak"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_reported_at_its_file_by_one_rule(content: Path, place: str, name: str) -> None:
    file = f"{place}/{name}".lstrip("/")
    write(content / file, "%PDF")
    found = reported_by(together(office_file.check, unused_file.check), content)
    if not found:  # the content itself and the folder of the pages hold no item
        found = reported_by(office_file.check, content)
    assert found == [(file, 1, 1, "office-file", {"file": name})]


@pytest.mark.parametrize("name", OTHERS)
def test_what_systems_leave_behind_is_passed_over(content: Path, name: str) -> None:
    write(content / "news/meeting" / name, "%PDF")
    assert reported_by(office_file.check, content) == []


def test_a_picture_is_no_document(content: Path) -> None:
    write(content / "news/meeting/pdf.svg", PICTURE)
    assert reported_by(office_file.check, content) == []
