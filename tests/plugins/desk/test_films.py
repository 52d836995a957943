"""Films of an item: probed as they come in, freed of what a camera tells, their captions written as rows."""

import re
from pathlib import Path

import av
import pytest

from plugins.desk.films import CaptionRow, captions_of_rows, rows_of_captions, seconds_of, short_time, timed
from tests.plugins.desk.conftest import Editor, fields
from tests.plugins.video.making import make_video

ITEM = "/desk/testimonials/sample/"
FILM = f"{ITEM}film/"
CAPTIONS = f"{ITEM}captions/film/"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = make_video(tmp_path_factory.mktemp("film") / "VID_1.mov", sound=True, fast_start=False)
    return path.read_bytes()


def sent(editor: Editor, name: str, content: bytes, status: int) -> str:
    answer = editor.client.post(f"{FILM}?lang=ru", data={"token": editor.token}, files={"film": (name, content)})
    assert answer.status_code == status, answer.text[:300]
    return answer.headers.get("location", answer.text)


def test_a_film_is_probed_named_and_freed_of_what_a_camera_tells(editor: Editor, film: bytes, tmp_path: Path) -> None:
    place = sent(editor, "VID 1.MOV", film, 303)
    assert re.search(r"captions/film/\?facts=0:02.000,.*320.*180.*h264", place)
    kept = editor.content / "testimonials/sample/film.mp4"
    raw = kept.read_bytes()
    assert raw.index(b"moov") < raw.index(b"mdat"), "the index stands first"
    with av.open(str(kept)) as video:
        assert [stream.type for stream in video.streams] == ["video", "audio"]
    assert "file: film.mp4" in editor.text("testimonials/sample/facts.yaml")


def test_a_film_that_came_while_the_form_was_open_is_kept_with_what_was_written(editor: Editor, film: bytes) -> None:
    form = editor.form(ITEM)
    sent(editor, "a.mov", film, 303)
    editor.press(ITEM, form | {"ru.title": "Новое имя"})
    assert "file: film.mp4" in editor.text("testimonials/sample/facts.yaml")
    assert "title: Новое имя" in editor.text("testimonials/sample/index.ru.md")


def test_a_button_saves_and_leads_on_to_the_film(editor: Editor) -> None:
    answer = editor.press(ITEM, editor.form(ITEM) | {"ru.title": "Новое имя"}, "then:film")
    assert answer.headers["location"] == FILM and "title: Новое имя" in editor.text("testimonials/sample/index.ru.md")
    new = "/desk/new/testimonials/"
    named = editor.form(new) | {"ru.title": "Семья переехала"}
    assert editor.press(new, named, "then:film").headers["location"] == "/desk/testimonials/semia-pereehala/film/"
    assert "Сначала напишите название" in editor.press(f"{new}?lang=ru", editor.form(new), "then:paper", 409).text
    for wanted in ("then:", "then:../../x", "then:paper:guessed"):
        answer = editor.press(ITEM, editor.form(ITEM), wanted)
        assert re.fullmatch(r"/desk/testimonials/sample/(paper/|\?said=unchanged)", answer.headers["location"])


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"<script>alert(1)</script>"], ids=["empty", "bytes", "a page"])
def test_what_is_no_film_is_refused_with_its_reason(editor: Editor, content: bytes) -> None:
    before = set((editor.content / "testimonials/sample").iterdir())
    reported = sent(editor, "a.mp4", content, 415)
    assert "повреждён или это не видео" in reported and "MP4" in reported
    assert set((editor.content / "testimonials/sample").iterdir()) == before


def test_captions_are_saved_as_webvtt_and_checked(editor: Editor, film: bytes) -> None:
    sent(editor, "a.mov", film, 303)
    form = fields(editor.page(f"{CAPTIONS}?lang=ru").select_one("form#captions"))
    form |= {"kk.0.start": "0", "kk.0.end": "1,5", "kk.0.text": "Сәлем", "ru.0.start": "0:00", "ru.0.end": "0:01.5"}
    form |= {
        "ru.0.text": "Здравствуйте",
        "kk.title": "Фильм",
        "kk.summary": "Қысқаша",
        "kk.body": "Бәрі айтылды.",
        "ru.title": "",
    }
    assert editor.client.post(CAPTIONS, data=form).status_code == 303
    assert editor.text("testimonials/sample/film.kk.vtt") == "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nСәлем\n"
    assert editor.text("testimonials/sample/film.kk.md") == "---\ntitle: Фильм\nsummary: Қысқаша\n---\nБәрі айтылды.\n"
    again = editor.page(f"{CAPTIONS}?lang=ru")
    assert again.select_one("[name='kk.0.end']")["value"] == "0:01.500"
    assert "film.ru.md" in again.text or again.select_one("#film-problems"), "the missing title is reported"


@pytest.mark.parametrize(
    ("row", "fault"),
    [(("1:00", "0:59", "сөз"), "1:05"), (("a", "2", "сөз"), "1:05"), (("1", "2", ""), "слова"), (("1", "2", "a --> b"), "слова")],
)  # fmt: skip
def test_a_row_that_is_no_caption_is_told_and_nothing_is_saved(
    editor: Editor, film: bytes, row: tuple[str, str, str], fault: str
) -> None:
    sent(editor, "a.mov", film, 303)
    data = {"token": editor.token} | dict(zip(("ru.0.start", "ru.0.end", "ru.0.text"), row, strict=True))
    answer = editor.client.post(f"{CAPTIONS}?lang=ru", data=data)
    assert answer.status_code == 422 and fault in answer.text
    assert not (editor.content / "testimonials/sample/film.ru.vtt").exists()


def test_captions_that_rows_cannot_show_are_edited_as_text(editor: Editor, film: bytes) -> None:
    sent(editor, "a.mov", film, 303)
    text = "WEBVTT\n\nNOTE кім сөйледі\n\n00:00.000 --> 00:01.000 align:start\n<v Ана>Сәлем\n"
    (editor.content / "testimonials/sample/film.kk.vtt").write_text(text, encoding="utf-8")
    form = fields(editor.page(CAPTIONS).select_one("form#captions"))
    assert form["kk.captions"] == text
    editor.client.post(CAPTIONS, data=form)
    assert editor.text("testimonials/sample/film.kk.vtt") == text


@pytest.mark.parametrize(("time", "seconds"), [("5", 5), ("1:05,5", 65.5), ("00:01:05.500", 65.5), ("1:00:00", 3600), ("", None), ("1:2:3:4", None), ("-1", None)])  # fmt: skip
def test_a_time_is_read_as_editors_write_it(time: str, seconds: float | None) -> None:
    assert seconds_of(time) == seconds


def test_rows_and_webvtt_are_the_same() -> None:
    rows = [CaptionRow("0:00.000", "0:01.500", "Бір\nекі"), CaptionRow("1:02:03.004", "1:02:04.000", "Үш")]
    text, wrong = captions_of_rows(rows)
    assert wrong == {} and rows_of_captions(text) == rows
    assert short_time(3723.004) == "1:02:03.004"


@pytest.mark.parametrize("path", ["captions/none/", "captions/none/film", "captions/..%2f/film"])
def test_a_film_that_is_not_there_is_not_found(editor: Editor, path: str) -> None:
    assert editor.client.get(f"/desk/testimonials/sample/{path}").status_code == 404


def test_captions_without_times_follow_one_another_alike_in_both_languages() -> None:
    kk = [
        CaptionRow("", "", "Бірінші сөйлем осында тұр, оны оқуға бірнеше секунд керек."),
        CaptionRow("", "", "Екінші"),
    ]
    ru = [CaptionRow("", "", "Первое"), CaptionRow("0:07", "0:08", "Второе")]
    timed_kk = timed(kk, ru, 60)
    assert [(row.start, row.end) for row in timed_kk] == [("0:00.000", "0:03.867"), ("0:07", "0:08")]
    assert [(row.start, row.end) for row in timed(ru, timed_kk, 60)] == [("0:00.000", "0:03.867"), ("0:07", "0:08")]
    assert timed([CaptionRow("", "", "Сөз")], [], 1.5)[0].end == "0:01.500", "no longer than the film"
    assert timed([CaptionRow("", "", "")], ru, 60) == [CaptionRow("", "", "")]


def test_a_film_begins_with_the_words_of_its_page_and_what_is_spoken_is_what_was_typed(
    editor: Editor, film: bytes
) -> None:
    sent(editor, "a.mov", film, 303)
    form = fields(editor.page(CAPTIONS).select_one("form#captions"))
    assert form["ru.title"] == "Имя testimonials/sample" and form["ru.summary"] == "Фильм выйдет позже."
    spoken = {"kk.0.text": "Сәлем", "ru.0.text": "Здравствуйте", "action": "to-item"}
    assert editor.client.post(CAPTIONS, data=form | spoken).headers["location"] == f"{ITEM}?said=saved"
    assert editor.text("testimonials/sample/film.ru.vtt") == "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nЗдравствуйте\n"
    assert editor.text("testimonials/sample/film.ru.md").endswith("---\nЗдравствуйте\n")
