"""Papers of an item: nothing of a photo stays, undo takes all back, and without a reader the desk takes none."""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from plugins.desk.photo_folders import PhotoFolder, remove_leftovers
from plugins.model.yaml_source import parse
from tests.plugins.desk.conftest import Editor
from tests.plugins.media.files import photo
from tests.small_site import ROOT

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


IIN = "850315300128"


def receipt() -> bytes:
    """A photo with an IIN on it that reads in a second."""
    image = Image.new("RGB", (900, 150), (250, 250, 246))
    face = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 30)
    ImageDraw.Draw(image).text((30, 50), f"Плательщик, ИИН {IIN}, сумма взноса", (20, 20, 24), face)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    return file.getvalue()


def stage_of(editor: Editor, page: str, *passed: str) -> str:
    """Return the stage of a paper once those that `passed` are behind it."""
    for _ in range(600):
        stage: str = editor.client.get(f"{page}stage.json").json()["stage"]
        if stage not in passed:
            return stage
        time.sleep(0.1)
    raise AssertionError(stage)


def sent(editor: Editor, photo: bytes) -> str:
    """Put a paper into the item and wait until it is read; return the address of its workbench."""
    files, data = {"photo": ("a.jpg", photo)}, {"token": editor.token, "kind": "receipt"}
    back: str = editor.client.post(PAGE, data=data, files=files).headers["location"]
    page = f"/desk/paper/{editor.page(back).select('[data-paper]')[-1]['data-paper']}/"
    assert stage_of(editor, page, "reading") == "shown"
    return page


def hide(editor: Editor, page: str) -> str:
    """Hide what was found on a paper; return its stage afterwards."""
    boxes = editor.client.get(f"{page}boxes.json").json()
    assert boxes
    editor.client.post(f"{page}hide", content=json.dumps(boxes).encode())
    return stage_of(editor, page, "hiding")


def test_a_paper_leaves_nothing_of_its_photo_and_goes_with_its_record(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder, item = editor.content / "testimonials/sample", "/desk/testimonials/sample/"
    photo = receipt()

    def all_files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in editor.root.rglob("*") if path.is_file()}

    editor.page(item)  # what the desk keeps of an open form is there before
    before = all_files()
    given_up = sent(editor, photo)
    assert list(tmp_path.iterdir()), "the photo waits outside the project"
    editor.client.post(f"{given_up}give-up", content=b"")
    assert stage_of(editor, given_up, "hiding") == "refused"
    assert list(tmp_path.iterdir()) == []
    assert all_files() == before

    page = sent(editor, photo)
    assert hide(editor, page) == "done"
    assert list(tmp_path.iterdir()) == []
    assert editor.client.get(f"{page}photo.jpg").status_code == 404
    came = {path: content for path, content in all_files().items() if content != before.get(path)}
    assert {path.name for path in came if path.is_relative_to(editor.content)} >= {"receipt.jpg", "papers.yaml"}
    shown = [path for path, content in came.items() if content.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF"))]
    assert shown == [folder / "receipt.jpg"]
    assert not [path for path, content in came.items() if IIN.encode() in content or photo[-600:] in content]
    record = parse((folder / "papers.yaml").read_text(encoding="utf-8"), "")[0]
    assert record is not None
    assert "receipt.jpg" in record.data

    editor.client.post(item, data={"token": editor.token, "action": "undo"})
    now = all_files()
    assert {path: content for path, content in now.items() if path.is_relative_to(editor.content)} == {
        path: content for path, content in before.items() if path.is_relative_to(editor.content)
    }


def test_papers_that_are_read_at_once_take_names_of_their_own_and_none_where_the_item_is_gone(editor: Editor) -> None:
    folder = editor.content / "testimonials/sample"
    *pages, late = [sent(editor, receipt()) for _ in range(3)]
    assert [hide(editor, page) for page in pages] == ["done", "done"]
    assert sorted(path.name for path in folder.glob("receipt*")) == ["receipt-2.jpg", "receipt.jpg"]
    record = parse((folder / "papers.yaml").read_text(encoding="utf-8"), "")[0]
    assert record is not None
    assert set(record.data) >= {"receipt.jpg", "receipt-2.jpg"}
    for page, name in zip(pages, ("receipt.jpg", "receipt-2.jpg"), strict=True):
        assert f"{name}." in editor.page(page).text

    folder.rename(folder.with_name("other"))
    assert hide(editor, late) == "refused"
    folder.with_name("other").rename(folder)
    said = editor.page(f"{late}?lang=ru").select_one("[role=alert]")
    assert said is not None
    assert "удалили, переименовали" in said.text
    assert not (folder / "receipt-3.jpg").exists()


def test_only_the_photo_of_a_process_that_ended_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed = "import os; from plugins.desk.photo_folders import PhotoFolder; folder = PhotoFolder(); os._exit(0)"
    subprocess.run([sys.executable, "-c", killed], env=os.environ | {"TMPDIR": str(tmp_path)}, cwd=ROOT, check=True)
    (left,) = tmp_path.iterdir()
    (left / "paper.jpg").write_bytes(photo())
    elsewhere = tmp_path / "desk-paper-elsewhere"
    (kept := tmp_path / "kept").mkdir()
    (kept / "in-use").touch()
    elsewhere.symlink_to(kept)
    used = PhotoFolder()
    remove_leftovers()
    assert set(tmp_path.iterdir()) == {used.path, elsewhere, kept}
    used.remove()
    assert set(tmp_path.iterdir()) == {elsewhere, kept}
    assert (kept / "in-use").is_file()


def test_an_item_is_finished_with_the_paper_that_is_just_being_hidden(editor: Editor) -> None:
    item = "/desk/testimonials/sample/"
    editor.press(item, editor.form(item) | {"facts.draft": "true"})
    page = sent(editor, receipt())
    form, boxes = editor.form(item), editor.client.get(f"{page}boxes.json").content
    assert editor.client.post(f"{page}hide", content=boxes).text == item
    assert editor.press(item, form, "finish").headers["location"] == f"{item}?said=finished"
    assert "receipt.jpg" in editor.text("testimonials/sample/facts.yaml")
    assert editor.check("testimonials/sample", editor.form(item)) == []
    told = editor.page(f"{item}?lang=ru")
    assert not told.select(f"[data-paper='{page.split('/')[3]}']"), "it was shown once more when it was done"
