"""Addresses and field names that other programs, bookmarks and the handbook rely on."""

import json

import pytest

from plugins.commands.check import run_check
from tests.plugins.desk.conftest import Editor


def test_the_addresses_of_the_pages(editor: Editor) -> None:
    assert editor.client.get("/desk/").status_code == 200
    assert editor.client.get("/desk/news/meeting/").status_code == 200
    assert editor.client.get("/desk/new/news/").status_code == 200


def test_the_names_of_the_fields(editor: Editor) -> None:
    names = editor.form("/desk/news/meeting/").keys()
    assert {"facts.date", "kk.title", "ru.title", "kk.summary", "ru.summary", "kk.body", "ru.body"} <= names


def test_a_check_answers_with_the_problems_of_inv_check(editor: Editor, capsys: pytest.CaptureFixture[str]) -> None:
    form = editor.form("/desk/news/meeting/") | {"kk.body": "Мәтінде [сілтеме](/nowhere/) бар.\n", "ru.body": "Есть [ссылка](/nowhere/).\n"}  # fmt: skip
    answer = editor.client.post("/desk/api/check?lang=ru", data=form | {"item": "news/meeting"})
    assert answer.headers["content-type"] == "application/json"
    reported = answer.json()["problems"]
    editor.press("/desk/news/meeting/", form)
    run_check(editor.root, published=False, language="ru", style="json", paths=["content/news/meeting"])
    expected = json.loads(capsys.readouterr().out)["problems"]
    assert expected and {problem["rule"] for problem in expected} >= {"broken-link"}
    assert [{key: problem[key] for key in ("rule", "severity", "path", "line", "column", "what", "why", "url")} for problem in reported] == [
        {key: problem[key] for key in ("rule", "severity", "path", "line", "column", "what", "why", "url")} for problem in expected]  # fmt: skip
    assert all(isinstance(problem["fix"], str) for problem in reported)
