"""The desk attacked: other sites, wrong tokens, paths that lead out, links, great uploads, script in every field."""

import http.client
import io
from pathlib import Path

import pytest
from PIL import Image

from tests.plugins.desk.conftest import Editor
from tests.plugins.video.making import make_video

NEWS = "/desk/news/meeting/"
CHANGING = [
    NEWS,
    "/desk/new/news/",
    f"{NEWS}delete/",
    f"{NEWS}rename/",
    "/desk/api/bring-back",
    "/desk/api/photo",
    "/desk/testimonials/sample/paper/",
    "/desk/testimonials/sample/film/",
    "/desk/send/",
]


@pytest.fixture(autouse=True)
def nothing_outside(editor: Editor, tmp_path: Path):
    """Fail where anything but the content and the cache of the project was written."""

    def outside() -> set[Path]:
        return {path for path in editor.root.rglob("*") if path.relative_to(editor.root).parts[0] not in ("content", ".cache")}  # fmt: skip

    before = outside()
    yield
    assert outside() == before
    assert sorted(path.name for path in editor.root.parent.iterdir()) == [editor.root.name] or editor.root.parent.name


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}], ids=str
)
def test_another_site_changes_nothing(editor: Editor, path: str, headers: dict[str, str]) -> None:
    data = {"token": editor.token, "kk.title": "Бөтен", "slug": "stranger", "action": "save"}
    assert editor.client.post(path, data=data, headers=headers).status_code == 403
    assert "Бөтен" not in editor.text("news/meeting/index.kk.md")


@pytest.mark.parametrize("path", ["/desk/", NEWS, "/desk/send/", "/desk/assets/desk.js"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
def test_a_name_that_was_bound_to_this_machine_reads_nothing(editor: Editor, path: str, host: str) -> None:
    answer = editor.client.get(path, headers={"Host": host})
    assert answer.status_code in (400, 403) and editor.token not in answer.text


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize("token", ["", "wrong", "Ә"])
def test_without_the_token_nothing_changes(editor: Editor, path: str, token: str) -> None:
    data = {"token": token, "kk.title": "Бөтен", "slug": "stranger", "action": "save"}
    assert editor.client.post(path, data=data).status_code == 403
    assert "Бөтен" not in editor.text("news/meeting/index.kk.md")
    assert not (editor.content / "news/stranger").exists()


@pytest.mark.parametrize(
    "path",
    ["/desk/news/..%2f..%2fpages/", "/desk/news/%2e%2e/", "/desk/news/MEETING/", "/desk/nowhere/x/",
     "/desk/news/meeting%00/", "/desk/new/nowhere/", "/desk/assets/..%2fapplication.py", "/desk/assets/desk.py",
     "/desk/assets/%2e%2e%2fapplication.py", f"/desk/news/{'a' * 500}/", "/desk/news/.git/"],
)  # fmt: skip
def test_a_path_leads_nowhere(editor: Editor, path: str) -> None:
    assert editor.client.get(path).status_code == 404


def test_a_link_out_of_the_content_is_not_followed(editor: Editor, tmp_path: Path) -> None:
    for name in ("facts.yaml", "index.kk.md", "index.ru.md"):
        (tmp_path / name).write_text("---\ntitle: a\n---\nb\n", encoding="utf-8")
    (editor.content / "news/outside").symlink_to(tmp_path)
    assert editor.client.get("/desk/news/outside/").status_code == 404
    answer = editor.client.post("/desk/news/outside/", data={"token": editor.token, "kk.title": "Бөтен"})
    assert answer.status_code == 404
    assert (tmp_path / "index.kk.md").read_text(encoding="utf-8") == "---\ntitle: a\n---\nb\n"


def test_a_linked_file_is_replaced_and_what_it_led_to_stays(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("---\ntitle: a\n---\nb\n", encoding="utf-8")
    text = editor.content / "news/meeting/index.kk.md"
    text.unlink()
    text.symlink_to(tmp_path / "secret")
    editor.client.post(NEWS, data={"token": editor.token, "kk.title": "Бөтен"})
    assert (tmp_path / "secret").read_text(encoding="utf-8") == "---\ntitle: a\n---\nb\n"


@pytest.mark.parametrize(
    "path", ["/desk/api/photo", "/desk/testimonials/sample/film/", "/desk/testimonials/sample/paper/"]
)
def test_a_great_upload_is_refused_before_it_is_read(editor: Editor, path: str) -> None:
    connection = http.client.HTTPConnection(editor.client.base_url.netloc.decode())
    connection.putrequest("POST", path)
    connection.putheader("Content-Length", str(100_000_000))
    connection.endheaders()
    assert connection.getresponse().status == 413


def test_a_great_upload_without_a_length_is_cut_off(editor: Editor) -> None:
    def parts():
        for _ in range(100):
            yield b"x" * 1_000_000

    try:
        answer = editor.client.post(NEWS, content=parts(), headers={"Content-Type": "multipart/form-data; boundary=x"})
    except Exception:  # the connection was closed
        return
    assert answer.status_code >= 400


SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</textarea>"


def test_script_in_every_field_stays_words(editor: Editor) -> None:
    form = editor.form(NEWS)
    bad = {name: SCRIPT for name in form if "." in name and "@" not in name}
    answer = editor.press(NEWS, form | bad, "add:facts.sources", status=200)
    assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
    assert "49" not in answer.text.replace(SCRIPT, "")
    editor.press(NEWS, form | bad)
    assert editor.form(NEWS)["kk.title"] == SCRIPT
    assert "<script>alert" not in editor.client.get(NEWS).text
    assert "<script>alert" not in editor.client.get("/desk/").text


@pytest.mark.parametrize("name", ["../../evil.mp4", "C:\\films\\a.mp4", "index.kk.md", "a.sh"])
def test_a_film_gets_a_plain_name_in_its_folder_and_its_words_stay_words(
    editor: Editor, name: str, tmp_path: Path
) -> None:
    film = make_video(tmp_path / "a.mp4").read_bytes()
    folder = editor.content / "testimonials/sample"
    before = set(folder.iterdir())
    data = {"token": editor.token}
    editor.client.post("/desk/testimonials/sample/film/", data=data, files={"film": (name, film)})
    assert {path.name for path in set(folder.iterdir()) - before} == {"film.mp4"}
    page = "/desk/testimonials/sample/captions/film/"
    bad = {f"ru.{part}": SCRIPT for part in ("title", "summary", "body", "0.start", "0.text")}
    answer = editor.client.post(page, data=data | bad)
    assert answer.status_code == 422 and "<script>alert" not in answer.text and "<img src=x" not in answer.text
    raw = {f"{code}.captions": SCRIPT for code in ("kk", "ru")}
    editor.client.post(page, data=data | bad | raw)
    shown = editor.client.get(page).text
    assert "&lt;script&gt;" in shown and "<script>alert" not in shown


@pytest.mark.parametrize("path", ["/desk/api/check", "/desk/api/mend", "/desk/api/page", "/desk/api/fields"])
@pytest.mark.parametrize("item", ["../../etc", "news/../../..", "news/%2e%2e", "nowhere/x", "news/meeting\0", ""])
def test_an_item_of_another_place_is_not_asked_for(editor: Editor, path: str, item: str) -> None:
    assert editor.client.post(path, data={"item": item, "whole": "1"}, headers={"Referer": "x"}).status_code == 404


@pytest.mark.parametrize("path", ["/desk/", NEWS, "/desk/new/news/", "/desk/assets/desk.js"])
def test_every_page_has_a_strict_policy(editor: Editor, path: str) -> None:
    policy = editor.client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy


def test_ten_thousand_lines_are_checked_without_a_fault(editor: Editor) -> None:
    form = editor.form(NEWS)
    pasted = "Тағы бір жол жазылды.\n\n" * 10_000
    assert isinstance(editor.check("news/meeting", form | {"kk.body": pasted}), list)


NAMES = {
    "a name that leads out": ("../../../evil.jpg", "evil.jpg"),
    "a Windows path": ("C:\\photos\\Сурет 1.JPG", "suret-1.jpg"),
    "a name without letters": ("…….jpg", "photo.jpg"),
    "a script's name": ("index.kk.md", "index-kk.jpg"),
    "a taken name": ("meeting-1.jpg", "meeting-1.jpg"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.values(), ids=NAMES)
def test_a_photo_gets_a_plain_name_in_its_folder(editor: Editor, name: str, expected: str) -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = 6, "Camera", "secret comment"
    Image.new("RGB", (300, 200), "red").save(file, "JPEG", exif=exif)
    data = {"token": editor.token, "item": "news/meeting"}
    answer = editor.client.post("/desk/api/photo", data=data, files={"photo": (name, file.getvalue())})
    assert answer.json() == {"file": expected}
    with Image.open(editor.content / "news/meeting" / expected) as saved:
        assert saved.size == (200, 300), "turned upright"
        assert not saved.getexif() and "secret" not in str(saved.info)


def test_a_photo_of_a_telephone_is_read_and_made_smaller(editor: Editor) -> None:
    from pillow_heif import register_heif_opener  # noqa: PLC0415

    register_heif_opener()
    file = io.BytesIO()
    Image.new("RGB", (2600, 1300), "blue").save(file, "HEIF", quality=50)
    data = {"token": editor.token, "item": "news/meeting"}
    answer = editor.client.post("/desk/api/photo", data=data, files={"photo": ("IMG_0001.HEIC", file.getvalue())})
    with Image.open(editor.content / "news/meeting" / answer.json()["file"]) as saved:
        assert (saved.format, saved.size) == ("JPEG", (2400, 1200))


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"%PDF-1.4", b"\xff\xd8\xff" + b"x" * 100], ids=["empty", "svg", "pdf", "broken"])  # fmt: skip
def test_what_is_no_photo_is_refused(editor: Editor, content: bytes) -> None:
    before = set((editor.content / "news/meeting").iterdir())
    data = {"token": editor.token, "item": "news/meeting"}
    answer = editor.client.post("/desk/api/photo", data=data, files={"photo": ("a.jpg", content)})
    assert answer.status_code in (400, 415)
    assert set((editor.content / "news/meeting").iterdir()) == before
