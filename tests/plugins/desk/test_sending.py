"""What an editor changed reaches the engineer: as a commit on a branch, or as one file; and nothing is sent half."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.desk.sending import Change, ChangedFile, change_of
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.plugins.desk.conftest import Editor, fields
from tests.small_site import TODAY, built_small_project


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=Engineer", "-c", "user.email=engineer@a.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def project(desk_root: Path, tmp_path: Path) -> Path:
    shutil.copytree(desk_root / "content", tmp_path / "project/content")
    shutil.copytree(built_small_project() / ".cache", tmp_path / "project/.cache")
    (tmp_path / "project/theme").symlink_to(desk_root / "theme")
    shutil.copy(desk_root / "pelicanconf.py", tmp_path / "project/pelicanconf.py")
    return tmp_path / "project"


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Path:
    git(tmp_path, "init", "--bare", "--quiet", "remote.git")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "content")
    git(project, "commit", "--quiet", "-m", "first")
    git(project, "remote", "add", "origin", "../remote.git")
    (project / "other.txt").write_text("not the editor's", encoding="utf-8")
    return project


def editing(root: Path) -> Iterator[Editor]:
    with running(Preview(root, Builds(), ("kk", "ru")).app(desk_route(Desk(root, today=lambda: TODAY)))) as address:
        yield Editor(root, address)


@pytest.fixture
def with_git(repository: Path) -> Iterator[Editor]:
    yield from editing(repository)


@pytest.fixture
def without_git(project: Path) -> Iterator[Editor]:
    yield from editing(project)


def change(editor: Editor) -> None:
    editor.press("/desk/news/meeting/", {"token": editor.token, "ru.title": "Новое название", "kk.title": "Жаңа атау"})


def send(editor: Editor, message: str = "Исправлено название") -> str:
    data = {"token": editor.token, "name": "Айгүл Сапарова", "email": "aigul@a.example", "message": message}
    answer = editor.client.post("/desk/send/", data=data)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_nothing_changed_is_nothing_to_send(with_git: Editor) -> None:
    page = with_git.page("/desk/send/?lang=ru")
    assert "Неотправленных изменений нет." in page.text
    assert not page.select("button")


def test_a_change_is_shown_and_pushed_as_a_branch_under_the_editors_name(with_git: Editor, tmp_path: Path) -> None:
    change(with_git)
    page = with_git.page("/desk/send/?lang=ru")
    assert [line.text for line in page.select("pre ins")] == ["title: Жаңа атау", "title: Новое название"]
    assert [line.text for line in page.select("pre del")] == ["title: Атауы news/meeting", "title: Имя news/meeting"]
    assert send(with_git) == "/desk/send/?said=sent"
    (branch,) = git(tmp_path / "remote.git", "branch", "--format=%(refname:short)").split()
    assert branch.startswith("desk/") and branch.endswith("-aigul-saparova")
    reported = git(tmp_path / "remote.git", "log", "-1", "--format=%an|%ae|%s", branch).strip()
    assert reported == "Айгүл Сапарова|aigul@a.example|Исправлено название"
    files = git(tmp_path / "remote.git", "show", "--name-only", "--format=", branch).split()
    assert files == ["content/news/meeting/index.kk.md", "content/news/meeting/index.ru.md"]
    assert "other.txt" in git(with_git.root, "status", "--porcelain"), "what is not the editor's stays"
    assert not with_git.page("/desk/send/").select("details")


def test_what_cannot_be_pushed_stays_to_be_sent(with_git: Editor, tmp_path: Path) -> None:
    change(with_git)
    shutil.rmtree(tmp_path / "remote.git")
    data = {"token": with_git.token, "name": "Айгүл", "message": "a"}
    answer = with_git.client.post("/desk/send/", data=data)
    assert answer.status_code == 502
    assert "first" in git(with_git.root, "log", "-1", "--format=%s")
    assert with_git.page("/desk/send/").select("details")


def test_errors_stop_the_sending_and_those_of_a_draft_do_not(with_git: Editor) -> None:
    change(with_git)
    facts = with_git.content / "news/meeting/facts.yaml"
    facts.write_text("date: never\n", encoding="utf-8")
    page = with_git.page("/desk/send/")
    assert page.select('a[href="/desk/news/meeting/"]') and not page.select("button")
    with_git.client.post("/desk/send/", data={"token": with_git.token, "name": "a", "message": "b"})
    assert "first" in git(with_git.root, "log", "-1", "--format=%s")
    facts.write_text("date: never\ndraft: true\n", encoding="utf-8")
    assert with_git.page("/desk/send/").select("button")


MISSING = {
    "of the facts": ("facts.yaml", "date: .*\n", "Не заполнено: День события"),
    "of a source": ("facts.yaml", "    checked: .*\n", "Не заполнено: В какой день вы его прочли"),
    "of a language": ("facts.yaml", ", ru: Источник", "Не заполнено: Название: по-русски"),
    "of a text, first": ("index.ru.md", "title: .*\n", "Не заполнено: Название (по-русски)"),
    "of a text, last": ("index.ru.md", "summary: .*\n", "Не заполнено: Кратко о чём (по-русски)"),
}


@pytest.mark.parametrize(("file", "line", "reported"), MISSING.values(), ids=MISSING)
def test_a_missing_key_is_told_by_the_label_of_its_field(with_git: Editor, file: str, line: str, reported: str) -> None:
    path = with_git.content / "news/meeting" / file
    path.write_text(re.sub(line, "", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    listed = [line.text for line in with_git.page("/desk/send/?lang=ru").select("li")]
    assert [line for line in listed if line.endswith(reported)], listed


@pytest.mark.parametrize("message", ["--amend", "$(rm -rf .)", "a\nCo-authored-by: b", "'; --", "«ә»"])
def test_a_message_is_words_and_no_command(with_git: Editor, message: str) -> None:
    change(with_git)
    send(with_git, message)
    assert git(with_git.root, "log", "-1", "--format=%B").strip() == " ".join(message.split())
    assert git(with_git.root, "rev-list", "--count", "HEAD").strip() == "2"


def test_without_a_repository_the_changes_are_one_file(without_git: Editor) -> None:
    assert not without_git.page("/desk/send/").select("details")
    change(without_git)
    without_git.client.post("/desk/charity/elders/delete/", data={"token": without_git.token})
    (without_git.content / "faq/index.ru.md").write_text(without_git.text("faq/index.ru.md") + "\n", encoding="utf-8")
    page = without_git.page(send(without_git))
    packed = without_git.client.get(page.select_one('a[href^="/desk/outbox/"]')["href"]).content
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert sorted(archive.namelist()) == [
            "ABOUT.txt", "content/faq/index.ru.md", "content/news/meeting/index.kk.md", "content/news/meeting/index.ru.md"]  # fmt: skip
        about = archive.read("ABOUT.txt").decode()
    assert "Айгүл Сапарова" in about and "- content/charity/elders/facts.yaml" in about
    assert not without_git.page("/desk/send/").select("details")
    assert fields(page) is not None


@pytest.mark.parametrize("name", ["..%2f..%2fcontent%2fsite.yaml", "sent.json", "nothing.zip", "%2e%2e"])
def test_only_archives_are_handed_out(without_git: Editor, name: str) -> None:
    assert without_git.client.get(f"/desk/outbox/{name}").status_code == 404


@pytest.mark.parametrize("kind", ["with_git", "without_git"])
def test_what_visitors_will_read_is_shown_before_and_after(kind: str, request: pytest.FixtureRequest) -> None:
    editor: Editor = request.getfixturevalue(kind)
    change(editor)
    table = editor.page("/desk/send/?lang=ru").select_one("table.seen [lang=ru]")
    before, after = table.select_one("tr").select("td")
    assert before.select_one("del").text == "Имя news/meeting"
    assert after.select_one("ins").text == "Новое название"
    facts = editor.content / "news/meeting/facts.yaml"
    facts.write_text("draft: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    hidden = editor.page("/desk/send/?lang=ru").select_one("table.seen [lang=ru]")
    assert not hidden.select("ins") and "Имя news/meeting" in hidden.text, "nobody sees a draft"
    editor.press("/desk/news/@intro/", {"token": editor.token, "ru.title": "Иное имя раздела"})
    assert "Иное" in editor.page("/desk/send/?lang=ru").text


def test_what_is_sent_is_proposed_in_words(with_git: Editor) -> None:
    change(with_git)
    with_git.press("/desk/new/news/", {"token": with_git.token, "ru.title": "Собрание", "kk.title": "Жиналыс", "facts.draft": "true"})  # fmt: skip
    proposed = with_git.page("/desk/send/?lang=ru").select_one("[name=message]")["value"]
    assert proposed == "Новое название: изменено; Собрание: новая страница"


@pytest.mark.parametrize(
    ("files", "happened"),
    [
        ({"news/a/facts.yaml": Change.ADDED, "news/a/index.kk.md": Change.ADDED}, Change.ADDED),
        ({"news/a/facts.yaml": Change.GONE, "news/a/hall.jpg": Change.GONE}, Change.GONE),
        ({"news/a/hall.jpg": Change.ADDED}, Change.CHANGED),
        ({"news/a/hall.jpg": Change.GONE, "news/a/facts.yaml": Change.CHANGED}, Change.CHANGED),
        ({"news/a/index.kk.md": Change.CHANGED}, Change.CHANGED),
    ],
    ids=str,
)
def test_a_new_picture_makes_no_new_page(files: dict[str, Change], happened: Change) -> None:
    assert change_of([ChangedFile(f"content/{path}", change) for path, change in files.items()]) is happened


def test_a_deleted_page_is_shown_as_it_was_and_can_be_brought_back(with_git: Editor) -> None:
    before = with_git.text("news/meeting/index.ru.md")
    with_git.client.post("/desk/news/meeting/delete/", data={"token": with_git.token})
    page = with_git.page("/desk/send/?lang=ru")
    assert "Читатель этой страницы больше не найдёт." in page.text
    gone = page.select_one("table.seen [lang=ru]")
    assert "Имя news/meeting" in gone.select_one("td").text and not gone.select("ins")
    back = fields(page.select_one('form[action="/desk/api/bring-back"]'))
    assert with_git.client.post("/desk/api/bring-back", data=back).status_code == 303
    assert with_git.text("news/meeting/index.ru.md") == before
    assert not with_git.page("/desk/send/").select("details")
