"""What the commands tell, in whose language, and how they end."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from invoke import Program

import tasks
from plugins.commands import arguments
from plugins.commands.check import run_check
from plugins.commands.check_documents import run_check_documents
from plugins.commands.clean_pictures import run_clean_pictures
from plugins.commands.fix import run_fix
from plugins.commands.new import run_new
from plugins.commands.redact import run_redact
from plugins.commands.serve import run_serve
from plugins.commands.status import run_status
from plugins.commands.sync_translations import run_sync_translations
from plugins.commands.videos import run_videos
from tests.plugins.media.files import photo
from tests.small_site import ROOT, small_project

CHECK = "import sys; from pathlib import Path; from plugins.commands.check import run_check; " \
        "sys.exit(run_check(Path(sys.argv[1]), published=False, language='en', style=sys.argv[2]))"  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_project(tmp_path)
    return tmp_path


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("is_good", [True, False], ids=["nothing found", "errors found"])
def test_a_command_whose_reader_has_gone_ends_quietly_and_with_its_own_code(
    project: Path, style: str, is_good: bool
) -> None:
    if not is_good:
        (project / "content/news/meeting/facts.yaml").write_text("dat: [", encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-c", CHECK, str(project), style]
    ended = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False, text=True)
    os.close(write)
    assert ended.stderr == ""
    assert ended.returncode == (0 if is_good else 1)


LOADED_BY_INVOKE = (
    "import runpy, sys; sys.dont_write_bytecode = True; runpy.run_path('tasks.py'); print(sys.dont_write_bytecode)"
)


@pytest.mark.parametrize(("asked", "expected"), [("", "False"), ("1", "True")], ids=["as Python does", "none wanted"])
def test_commands_keep_compiled_code_unless_the_user_wants_none(asked: str, expected: str) -> None:
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": asked}
    command = [sys.executable, "-c", LOADED_BY_INVOKE]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True)
    assert ended.stdout.strip() == expected


def redact(root: Path, language: str | None, **changes: object) -> int:
    asked = {"photo": root / "content/a.jpg", "into": Path("content/a.jpg"), "kind": "other", "boxes": []} | changes
    return run_redact(root, unseen=True, language=language, **asked)  # type: ignore[arg-type]


REFUSALS: dict[str, tuple[Callable[[Path, str], int], dict[str, str]]] = {
    "a section that is not": (
        lambda root, language: run_new(root, "nws", "x", language=language),
        {"kk": "бөлім", "ru": "раздела `nws` нет", "en": "no section `nws`"},
    ),
    "a path that is not": (
        lambda root, language: run_check(root, published=False, language=language, style="text", paths=["content/x"]),
        {"kk": "мұндай файл", "ru": "нет такого файла", "en": "no such file"},
    ),
    "a path elsewhere": (
        lambda root, language: run_sync_translations(root, [str(root.parent)], everything=False, language=language),
        {"kk": "бұл жобаның", "ru": "не в проекте", "en": "not in this project"},
    ),
    "a form that is not": (
        lambda root, language: run_status(root, language=language, style="sarif", within=90),
        {"kk": "деген түр жоқ", "ru": "вида `sarif` нет", "en": "unknown format"},
    ),
    "an original in the repository": (
        redact,
        {"kk": "түпнұсқа", "ru": "оригиналу здесь не место", "en": "inside the repository"},
    ),
    "a box of three numbers": (
        lambda root, language: redact(root, language, boxes=["1,2,3"]),
        {"kk": "төрт бүтін сан", "ru": "четыре целых числа", "en": "four whole numbers"},
    ),
    "a port that is none": (
        lambda root, language: (root / "content").mkdir() or run_serve(root, 99_999, language=language),
        {"kk": "99999-порт", "ru": "порт 99999 не открылся", "en": "port 99999"},
    ),
}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("command", "words"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_speaks_the_editor_s_language(
    tmp_path: Path, command: Callable[[Path, str], int], words: dict[str, str], language: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert command(tmp_path, language) == 1
    reported = capsys.readouterr()
    assert (words[language] in reported.err, reported.out) == (True, "")


def test_without_a_chosen_language_a_refusal_is_reported_in_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert run_new(tmp_path, "nws", "x", language=None) == 1
    reported = capsys.readouterr().err
    assert "бөлім" in reported and "раздела" in reported


@pytest.mark.parametrize(
    "command",
    [
        lambda root: run_check_documents(root, again=False, language="xx"),
        lambda root: run_clean_pictures(root, language="xx"),
        lambda root: run_videos(root, language="xx"),
        lambda root: redact(root, "xx"),
    ],
)
def test_a_language_that_is_not_is_refused(
    tmp_path: Path, command: Callable[[Path], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path) == 1
    assert "`xx`" in capsys.readouterr().err


def test_a_port_that_is_taken_is_reported_before_anything_is_built(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run_serve(project, port, language="ru") == 1
    assert f"порт {port} не открылся" in capsys.readouterr().err
    assert not (project / "output").exists()


@pytest.mark.parametrize(("language", "words"), [("kk", "алып тасталды"), ("ru", "убрано"), ("en", "removed")])
def test_what_was_taken_out_of_a_picture_is_reported_in_words(
    tmp_path: Path, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.jpg").write_bytes(photo(60, 40, comment="x"))
    assert run_clean_pictures(tmp_path, language=language) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith(f"content/a.jpg: {words}: ")
    assert (": comment" in first) is False


def test_a_fault_of_the_theme_is_reported_by_the_status_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "theme/translations/kk/LC_MESSAGES/messages.po").write_bytes(b"\xff\xfe")
    assert run_status(project, language="en", style="text", within=90) == 1
    assert "failed-build" in capsys.readouterr().err


COMMANDS = sorted(tasks.namespace.task_names)


def test_help_behind_its_name_is_known_for_every_command() -> None:
    for command in COMMANDS:
        assert arguments.asks_for_help([command, "--help"]) == arguments.asks_for_help([command, "-h"]) == command
    assert arguments.asks_for_help(["--help", "new"]) is arguments.asks_for_help(["new", "news", "a"]) is None


def test_every_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        Program().run(["inv", "--search-root", str(ROOT), "--help", command], exit=False)
        assert f" {command} " in capsys.readouterr().out, command


def test_the_arguments_that_are_asked_for_are_those_of_the_commands() -> None:
    required = {
        name: tuple(
            own.name for own in tasks.namespace[name].get_arguments() if own.positional and own.kind is not list
        )
        for name in COMMANDS
    }
    assert {name: names for name, names in required.items() if names} == arguments.REQUIRED


MISSING = {
    "all": (["new"], ("section", "slug")),
    "the last": (["new", "news"], ("slug",)),
    "none": (["new", "news", "a"], ()),
    "one that is named": (["new", "--slug=a"], ("section",)),
    "beside an option": (["new", "--lang", "ru", "news"], ("slug",)),
    "a command without": (["check"], ()),
}


@pytest.mark.parametrize(("given", "expected"), MISSING.values(), ids=MISSING)
def test_what_a_command_was_called_without_is_named(given: list[str], expected: tuple[str, ...]) -> None:
    assert arguments.missing_arguments(given) == expected


UNREADABLE = {
    "no command": (["chek"], ("unknown_command", {"command": "chek"})),
    "no option": (["check", "--pth"], ("unknown_option", {"command": "check", "option": "--pth"})),
    "no value, last": (["serve", "--port"], ("option_without_value", {"command": "serve", "option": "--port"})),
    "no value, before an option": (["build", "--output", "--lang", "ru"], ("option_without_value", {"command": "build", "option": "--output"})),
    "no number": (["serve", "--port", "abc"], ("value_not_a_number", {"command": "serve", "value": "abc"})),
    "no number behind a sign": (["serve", "--port=8x"], ("value_not_a_number", {"command": "serve", "value": "8x"})),
    "a number": (["serve", "--port", "8001"], None),
    "a switch": (["build", "--publish", "--lang=ru"], None),
    "several commands": (["lint", "test"], None),
    "options of invoke": (["--list"], None),
    "nothing": ([], None),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_of_the_arguments_is_named(given: list[str], expected: object) -> None:
    assert arguments.unreadable(given, tasks.namespace.to_contexts()) == expected


@pytest.mark.parametrize(("language", "words"), [("kk", "деген команда жоқ"), ("ru", "нет; все"), ("en", "no command")])
def test_an_unknown_command_is_reported_in_the_language(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert arguments.report_unreadable(["chek", "--lang", language], tasks.namespace.to_contexts())
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(("language", "words"), [("kk", "жетіспейді"), ("ru", "Не хватает"), ("en", "Missing")])
def test_a_missing_argument_is_reported_in_the_language(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert arguments.report_missing(["new", f"--lang={language}"])
    reported = capsys.readouterr().out
    assert words in reported and "inv new SECTION SLUG" in reported


def test_more_faults_than_are_reported_at_once_are_all_mended(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = project / "content/news/meeting/index.ru.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n" + '"Да", сказал он. ' * 200, encoding="utf-8")
    assert run_fix(project, apply=True, language="en") == 0
    assert text.read_text(encoding="utf-8").count("«Да»") == 200
    assert "1 file(s) fixed" in capfd.readouterr().out
    assert run_fix(project, apply=True, language="en") == 0
    assert "nothing to fix" in capfd.readouterr().out
