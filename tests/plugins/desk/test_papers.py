"""Papers of an item: where no program reads them, the desk says how to get it, and takes none."""

import sys

import pytest

from tests.plugins.desk.conftest import Editor
from tests.plugins.media.files import photo

PAGE = "/desk/testimonials/sample/paper/"


def test_without_the_reader_it_is_told_how_to_get_it(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    page = editor.page(f"{PAGE}?lang=ru")
    assert "make papers" in page.select_one("[role=alert]").text
    assert page.select_one("input[type=file]") is None
    before = set((editor.content / "testimonials/sample").iterdir())
    answer = editor.client.post(PAGE, data={"token": editor.token}, files={"photo": ("a.jpg", photo())})
    assert answer.status_code == 503
    assert set((editor.content / "testimonials/sample").iterdir()) == before


def test_only_an_item_with_papers_takes_one(editor: Editor) -> None:
    assert editor.client.get("/desk/news/meeting/paper/").status_code == 404
    assert editor.client.get("/desk/paper/guessed/").status_code == 404
    assert editor.client.get("/desk/paper/guessed/photo.jpg").status_code == 404


def test_what_is_no_picture_is_refused(editor: Editor) -> None:
    answer = editor.client.post(PAGE, data={"token": editor.token}, files={"photo": ("a.jpg", b"%PDF-1.4")})
    assert answer.status_code == 415
