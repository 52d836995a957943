"""Two windows on one item, a disk that is full: no word that was typed is lost."""

import errno
import resource
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from bs4 import BeautifulSoup

from plugins.cache.atomic import write_whole
from tests.plugins.desk.conftest import Editor, fields
from tests.plugins.media.files import photo
from tests.plugins.video.making import make_video

NEWS = "/desk/news/meeting/"
CASE = "/desk/testimonials/sample/"
CAPTIONS = f"{CASE}captions/film/"


def test_a_form_follows_its_item_to_another_address(editor: Editor) -> None:
    form = editor.form(NEWS)
    editor.check("news/meeting", form | {"kk.title": "Менің атауым"})
    editor.client.post(f"{NEWS}rename/", data={"token": editor.token, "slug": "assembly"})
    answer = editor.press(NEWS, form | {"kk.title": "Менің атауым"}, status=307)
    assert answer.headers["location"] == "/desk/news/assembly/"
    assert editor.page("/desk/news/assembly/").select("button[value=restore]"), "what was not saved went along"
    editor.press(answer.headers["location"], form | {"kk.title": "Менің атауым"})
    assert "title: Менің атауым\n" in editor.text("news/assembly/index.kk.md")
    assert "- meeting\n" in editor.text("news/assembly/facts.yaml")


def test_what_is_put_in_follows_the_item_to_another_address(editor: Editor, tmp_path: Path) -> None:
    editor.client.post(f"{CASE}rename/", data={"token": editor.token, "slug": "first-home"})
    data = {"token": editor.token, "item": "testimonials/sample"}
    assert editor.client.post("/desk/api/photo", data=data, files={"photo": ("a.jpg", photo())}).json() == {"file": "a.jpg"}  # fmt: skip
    film = make_video(tmp_path / "a.mp4").read_bytes()
    answer = editor.client.post(f"{CASE}film/", data=data, files={"film": ("a.mp4", film)})
    assert answer.headers["location"].startswith("/desk/testimonials/first-home/captions/film/")
    assert {"a.jpg", "film.mp4"} <= {path.name for path in (editor.content / "testimonials/first-home").iterdir()}
    assert not (editor.content / "testimonials/sample").exists()


def test_the_form_of_a_deleted_item_becomes_a_new_one(editor: Editor) -> None:
    form = editor.form(NEWS) | {"ru.title": "Моё название", "ru.body": "Мой текст."}
    editor.client.post(f"{NEWS}delete/", data={"token": editor.token})
    page = BeautifulSoup(editor.press(f"{NEWS}?lang=ru", form, status=409).text, "html.parser")
    assert "удалили в другом окне" in page.select_one("[role=alert]").text
    kept = page.select_one("form#item")
    answer = editor.press(kept["action"], fields(kept))
    assert answer.headers["location"] == f"{NEWS}?said=saved"
    assert "Мой текст." in editor.text("news/meeting/index.ru.md")


def test_nothing_is_put_into_a_deleted_item(editor: Editor, tmp_path: Path) -> None:
    editor.client.post(f"{CASE}delete/", data={"token": editor.token})
    data = {"token": editor.token, "item": "testimonials/sample"}
    assert editor.client.post("/desk/api/photo", data=data, files={"photo": ("a.jpg", photo())}).status_code == 404
    film = make_video(tmp_path / "a.mp4").read_bytes()
    assert editor.client.post(f"{CASE}film/", data=data, files={"film": ("a.mp4", film)}).status_code == 404
    assert editor.client.post(f"{CASE}delete/", data=data).status_code == 404
    assert not (editor.content / "testimonials/sample").exists()


def test_what_is_saved_while_a_film_is_looked_at_stays(editor: Editor, tmp_path: Path) -> None:
    film = make_video(tmp_path / "a.mov", sound=True, fast_start=False).read_bytes()
    token = editor.token
    with ThreadPoolExecutor(1) as other:
        send = other.submit(editor.client.post, f"{CASE}film/", data={"token": token}, files={"film": ("a.mov", film)})
        while not send.done() and not list((editor.root / ".cache/desk").glob("film-*")):
            pass
        saved = {"token": token, "facts.months_waited": "31", "action": "save"}
        assert editor.client.post(CASE, data=saved).status_code == 303
        assert send.result().status_code == 303
    facts = editor.text("testimonials/sample/facts.yaml")
    assert "months_waited: 31" in facts and "file: film.mp4" in facts


def test_captions_of_two_windows_do_not_replace_one_another_unseen(editor: Editor, tmp_path: Path) -> None:
    film = make_video(tmp_path / "a.mp4", sound=True).read_bytes()
    editor.client.post(f"{CASE}film/", data={"token": editor.token}, files={"film": ("a.mp4", film)})
    form = fields(editor.page(CAPTIONS).select_one("form#captions"))
    theirs = {"ru.0.text": "Чужие слова", "ru.0.start": "0", "ru.0.end": "1"}
    mine = {"ru.0.text": "Мои слова", "ru.0.start": "0", "ru.0.end": "1", "ru.title": "Мой фильм"}
    assert editor.client.post(CAPTIONS, data=form | theirs).status_code == 303
    wrong = editor.client.post(CAPTIONS, data=form | mine | {"ru.0.end": "0"})
    assert wrong.status_code == 422 and "Мой фильм" in wrong.text
    answer = editor.client.post(f"{CAPTIONS}?lang=ru", data=form | mine)
    assert answer.status_code == 409 and "кто-то другой" in answer.text
    assert "Чужие слова" in editor.text("testimonials/sample/film.ru.vtt")
    again = fields(BeautifulSoup(answer.text, "html.parser").select_one("form#captions"))
    assert (again["ru.title"], again["ru.0.text"]) == ("Мой фильм", "Мои слова")
    assert editor.client.post(CAPTIONS, data=again).status_code == 303
    editor.client.post(CAPTIONS, data=again | {"action": "undo"})
    assert "Чужие слова" in editor.text("testimonials/sample/film.ru.vtt")


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process, in which the desk runs too, become longer than 200 000 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("path", [NEWS, "/desk/new/news/"])
def test_where_the_disk_takes_nothing_the_text_stays_in_the_form_and_no_file_is_half_changed(
    editor: Editor, path: str
) -> None:
    before = {file: file.read_bytes() for file in editor.content.rglob("*") if file.is_file()}
    long = "Ұзақ мәтін. " * 50_000
    form = editor.form(path) | {"facts.date": "2026-01-02", "kk.title": "Жаңа", "ru.title": "Новое", "ru.body": long}
    with full_disk():
        answer = editor.press(f"{path}?lang=ru", form, status=507)
    assert "Не сохранено" in answer.text and long[:100] in answer.text
    assert {file: file.read_bytes() for file in editor.content.rglob("*") if file.is_file()} == before
    kept = BeautifulSoup(answer.text, "html.parser").select_one("form#item")
    assert editor.press(kept.get("action") or path, fields(kept)).headers["location"].endswith("?said=saved")


def test_a_file_that_another_program_has_open_is_named_and_the_text_stays(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Отказано в доступе", str(self), None, str(target))

    form = editor.form(NEWS) | {"ru.title": "Моё название"}
    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", refuse)  # as Windows answers
        refused = editor.press(f"{NEWS}?lang=ru", form, status=507).text
    assert "«index.ru.md» открыт в другой программе" in refused and "Моё название" in refused
    editor.press(NEWS, form)
    assert "title: Моё название\n" in editor.text("news/meeting/index.ru.md")


def test_where_no_form_is_what_the_system_refused_is_said(editor: Editor) -> None:
    kept = editor.root / ".cache/desk/deleted"
    shutil.rmtree(kept, ignore_errors=True)
    kept.write_text("no folder", encoding="utf-8")
    try:
        answer = editor.client.post(f"{NEWS}delete/?lang=ru", data={"token": editor.token})
    finally:
        kept.unlink()
    assert answer.status_code == 507 and "Не сохранено" in answer.text
    assert (editor.content / "news/meeting/facts.yaml").is_file()


def test_a_photo_that_is_just_being_written_disturbs_nothing(editor: Editor) -> None:
    folder, end = editor.content / "news/meeting", Event()

    def write() -> None:
        while not end.is_set():
            write_whole(folder / "hall.jpg", b"\xff\xd8" + b"x" * 2000)
            (folder / "hall.jpg").unlink()

    writing = Thread(target=write)
    writing.start()
    try:
        form = editor.form(NEWS)
        for number in range(20):
            editor.check("news/meeting", form | {"kk.title": f"Атауы {number}"})
            assert ".new" not in str(editor.page(NEWS).select("option"))
            editor.page("/desk/")
    finally:
        end.set()
        writing.join()
