"""What the desk says of a problem: no file, no key, no command."""

import re

import pytest

from plugins.desk.plain_words import missing_field, shown_words
from plugins.desk.words import load_words
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES
from plugins.model.sections import SECTIONS, Section
from tests.plugins.desk.conftest import Editor

BY_FOLDER = {section.folder: section for section in SECTIONS}


@pytest.mark.parametrize(
    ("section", "path", "line", "key", "field", "reported"),
    [
        ("news", "index.ru.md", 2, "summary", "ru", ("Не заполнено: Кратко о чём (по-русски)", "ru.summary")),
        ("news", "facts.yaml", 1, "checked", "facts.sources.0.title", ("Не заполнено: В какой день вы его прочли", "facts.sources.0.checked")),
        ("loans", "facts.yaml", 1, "ru", "facts.lender", ("Не заполнено: Название займодателя на двух языках: по-русски", "facts.lender.ru")),
        ("testimonials", "index.kk.md", 2, "alt", "kk", ("Не заполнено: Что видно на картинках (по-казахски)", "facts.pictures")),
        ("testimonials", "index.kk.md", 2, "home", "kk.alt", ("Не заполнено: Что видно на картинках: home (по-казахски)", "kk.alt.home")),
        ("news", "facts.yaml", 1, "nothing", "facts", None),
    ],
)  # fmt: skip
def test_a_missing_key_is_named_by_its_label(
    section: str, path: str, line: int, key: str, field: str, reported: tuple[str, str] | None
) -> None:
    problem = Problem(f"content/{section}/a/{path}", line, 1, "missing-key", {"key": key})
    found = missing_field(problem, BY_FOLDER[section].schema, field, "ru")
    assert (found.get("what"), found.get("field")) == (reported or (None, None))


def shown(rule: str, what: str, field: str = "", section: Section = BY_FOLDER["news"], language: str = "ru") -> str:
    found = {"rule": rule, "what": what, "why": "", "fix": "", "field": field}
    return shown_words(found, section.schema, language)["what"]


def test_files_and_keys_have_the_names_of_the_form() -> None:
    assert shown("x", "`index.ru.md` изменён, в `facts.yaml` нет `date`") == (
        "«Русский текст» изменён, в «Сведения, общие для двух языков» нет «День события»"
    )
    assert shown("x", "слово `date`, `«ә»` и `—`", "ru.body") == "слово «date», «ә» и «—»", (
        "words of a text are no keys"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mend_of_the_desk_speaks_of_files_or_commands(language: str) -> None:
    fixes = load_words(language).fixes
    assert {"missing-consent", "unsourced-figure", "picture-metadata"} <= fixes.keys()
    assert [fix for fix in fixes.values() if re.search(r"`|\binv\b|\.yaml|\.md|content/", fix)] == []


def test_the_form_shows_them(editor: Editor) -> None:
    form = editor.form("/desk/news/meeting/") | {"kk.summary": "Мүлде басқа."}
    (stale,) = editor.check("news/meeting", form)
    assert "index.kk.md" in stale["what"] and "index" not in stale["shown"]["what"]
