"""Whatever the desk saves is taken back byte for byte, the last first."""

from pathlib import Path

import pytest

from plugins.desk.history import History
from tests.plugins.desk.conftest import Editor, fields
from tests.plugins.media.files import photo
from tests.plugins.video.making import make_video

NEWS = "/desk/news/meeting/"
CASE = "/desk/testimonials/sample/"


def state(editor: Editor) -> dict[str, bytes]:
    return {str(path.relative_to(editor.content)): path.read_bytes() for path in editor.content.rglob("*") if path.is_file()}  # fmt: skip


def undo(editor: Editor, path: str) -> str:
    answer = editor.client.post(path, data={"token": editor.token, "action": "undo"})
    assert answer.status_code == 303
    return answer.headers["location"]


def test_a_declaration_is_taken_back_and_those_of_others_stay(editor: Editor) -> None:
    editor.press(NEWS, {"token": editor.token, "kk.title": "Жаңа атау"})
    before = state(editor)
    editor.press(NEWS, {"token": editor.token}, "in-step")
    assert state(editor) != before
    assert undo(editor, NEWS) == f"{NEWS}?said=undone"
    assert state(editor) == before
    editor.press(NEWS, {"token": editor.token}, "in-step")
    declared = editor.content / "in-step.yaml"
    declared.write_text(declared.read_text(encoding="utf-8") + "# another item\n", encoding="utf-8")
    undo(editor, NEWS)
    assert declared.read_text(encoding="utf-8").endswith("# another item\n")


def test_a_finished_draft_is_a_draft_again(editor: Editor) -> None:
    editor.press(NEWS, editor.form(NEWS) | {"facts.draft": "true"})
    before = state(editor)
    answer = editor.press(NEWS, editor.form(NEWS) | {"kk.summary": "Басқа.", "ru.summary": "Другое."}, "finish")
    assert answer.headers["location"].endswith("?said=finished")
    undo(editor, NEWS)
    undo(editor, NEWS)
    assert state(editor) == before


def test_a_renamed_item_gets_its_address_and_its_links_back(editor: Editor) -> None:
    faq = editor.content / "faq/how-to-join/index.ru.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("(/news/)", "(/news/meeting/)"), encoding="utf-8")
    before = state(editor)
    editor.press(NEWS, {"token": editor.token, "kk.title": "Жаңа атау"})
    editor.client.post(f"{NEWS}rename/", data={"token": editor.token, "slug": "gathering"})
    assert undo(editor, "/desk/news/gathering/") == f"{NEWS}?said=undone"
    assert undo(editor, NEWS) == f"{NEWS}?said=undone", "the steps before the rename went along"
    assert state(editor) == before


def test_a_film_and_its_captions_are_taken_back(editor: Editor, tmp_path: Path) -> None:
    film = make_video(tmp_path / "a.mp4").read_bytes()
    before = state(editor)
    editor.client.post(f"{CASE}film/", data={"token": editor.token}, files={"film": ("a.mp4", film)})
    with_film = state(editor)
    captions = f"{CASE}captions/film/"
    data = fields(editor.page(captions).select_one("form#captions"))
    editor.client.post(captions, data=data | {"kk.0.text": "Сәлем", "ru.0.text": "Здравствуйте"})
    with_words = state(editor)
    assert {"testimonials/sample/film.kk.vtt", "testimonials/sample/film.ru.md"} <= with_words.keys() - with_film.keys()
    data = fields(editor.page(captions).select_one("form#captions"))
    editor.client.post(captions, data=data | {"kk.0.text": "Басқа сөз", "ru.0.text": "Другие слова"})
    assert undo(editor, captions) == f"{captions}?said=undone"
    assert state(editor) == with_words
    undo(editor, captions)
    assert state(editor) == with_film
    assert undo(editor, captions) == f"{CASE}?said=undone", "without the film its page is gone"
    assert state(editor) == before
    taken = editor.root / ".cache/desk/taken-back"
    assert any(path.read_bytes() == with_film["testimonials/sample/film.mp4"] for path in taken.iterdir()), "kept"


def named(editor: Editor, path: str) -> str:
    """Return what the button names that takes the last step back."""
    return str(editor.page(f"{path}?lang=ru").select_one("button[value=undo]").text).partition(": ")[2]


def test_the_button_names_what_is_taken_back(editor: Editor) -> None:
    editor.press(NEWS, {"token": editor.token, "kk.title": "Жаңа атау"})
    assert named(editor, NEWS) == "Казахский текст"
    editor.press(NEWS, {"token": editor.token, "facts.date": "2026-01-02", "ru.title": "Новое"})
    assert named(editor, NEWS) == "День события, Русский текст"
    editor.press(NEWS, {"token": editor.token}, "in-step")
    assert named(editor, NEWS) == "Пометка «оба языка говорят одно»"
    sent = {"token": editor.token, "item": "testimonials/sample"}
    editor.client.post("/desk/api/photo", data=sent, files={"photo": ("hall.jpg", photo())})
    entry = {"facts.pictures.hall.@key": "hall", "facts.pictures.hall.file": "hall.jpg", "kk.alt.hall": "Зал", "ru.alt.hall": "Зал"}  # fmt: skip
    editor.press(CASE, editor.form(CASE) | entry)
    assert named(editor, CASE) == "Картинки, Казахский текст, Русский текст"
    editor.client.post(f"{NEWS}rename/", data={"token": editor.token, "slug": "assembly"})
    assert named(editor, "/desk/news/assembly/") == "Адрес страницы"
    made = editor.press("/desk/new/news/", editor.form("/desk/new/news/") | {"ru.title": "Совсем новое"})
    assert named(editor, made.headers["location"].partition("?")[0]) == "Новая страница"


def test_a_step_that_failed_is_none(tmp_path: Path) -> None:
    history = History(tmp_path / "content", tmp_path / "undo")
    with pytest.raises(OSError, match="full"), history.step("news/a", [tmp_path / "content/news/a/facts.yaml"]):
        raise OSError("full")
    assert not history.can_undo("news/a")


def test_the_last_fifty_steps_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "content/news/a/facts.yaml"
    file.parent.mkdir(parents=True)
    history = History(tmp_path / "content", tmp_path / "undo")
    for number in range(55):
        with history.step("news/a", [file]):
            file.write_text(str(number), encoding="utf-8")
    while history.undo("news/a"):
        pass
    assert file.read_text(encoding="utf-8") == "4"
