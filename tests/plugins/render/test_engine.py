"""Templates are compiled once for both languages, and known by what they take in."""

from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateSyntaxError, UndefinedError

from plugins.cache.store import Records
from plugins.render.engine import CompiledTemplates, Engine, TemplateSources

SOURCES = {
    "base.html": "<p>{% block main %}{% endblock %}</p>",
    "card.html": "{% from 'icon.html' import icon %}{% macro card() %}{{ icon() }}{% endmacro %}",
    "icon.html": "{% macro icon() %}*{% endmacro %}",
    "list.html": "{% extends 'base.html' %}{% from 'card.html' import card %}{% block main %}{{ card() }}{% endblock %}",
    "page.html": "{{ 5|in_words }}",
    "any.html": "{% include name %}",
}


def sources(folder: Path, **changed: str) -> TemplateSources:
    texts = SOURCES | {f"{name}.html": text for name, text in changed.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return TemplateSources(folder, texts, Path.read_bytes)


def engine(found: TemplateSources, records: Records, word: str = "жыл") -> Engine:
    return Engine(
        found, CompiledTemplates(records), {"in_words": lambda number: f"{number} {word}"}, NullTranslations()
    )


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the templates that were compiled, as it goes on."""
    reported: list[str] = []
    compile_template = Environment.compile

    def reported_of(self: Environment, source: Any, name: str | None = None, *rest: Any, **more: Any) -> Any:
        reported.append(str(name))
        return compile_template(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", reported_of)
    return reported


def test_a_template_is_compiled_once_and_anew_where_it_changed(tmp_path: Path, compiled: list[str]) -> None:
    records = Records(tmp_path / "cache", "templates")
    shown = [engine(sources(tmp_path), records, word).render("page.html", {}) for word in ("жыл", "лет")]
    assert shown == ["5 жыл", "5 лет"], "a word of one language stands in the code of both"
    assert compiled == ["page.html"]
    assert engine(sources(tmp_path, page="{{ 6|in_words }}"), records).render("page.html", {}) == "6 жыл"
    assert compiled == ["page.html"] * 2


def test_damaged_code_is_compiled_anew(tmp_path: Path, compiled: list[str]) -> None:
    records = Records(tmp_path / "cache", "templates")
    engine(sources(tmp_path), records).render("page.html", {})
    (tmp_path / "cache/records.sqlite3").write_bytes(b"nothing")
    assert engine(sources(tmp_path), records).render("page.html", {}) == "5 жыл"
    assert compiled == ["page.html"] * 2


def digests(folder: Path, **changed: str) -> dict[str, str]:
    found, records = sources(folder, **changed), Records(folder / "cache", "templates")
    return found.digests(engine(found, records).environment, records)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("icon", {"icon.html", "card.html", "list.html", "any.html"}),
        ("base", {"base.html", "list.html", "any.html"}),
        ("list", {"list.html", "any.html"}),
        ("page", {"page.html", "any.html"}),
        ("any", {"any.html"}),
    ],
)
def test_a_change_reaches_every_template_that_takes_it_in(tmp_path: Path, changed: str, expected: set[str]) -> None:
    before = digests(tmp_path)
    for _ in range(2):  # also with what was kept
        after = digests(tmp_path, **{changed: SOURCES[f"{changed}.html"] + " "})
        assert {name for name in before if before[name] != after[name]} == expected
    assert digests(tmp_path) == before


def test_a_template_that_takes_in_itself_through_another_has_a_digest(tmp_path: Path) -> None:
    assert digests(tmp_path, icon="{% include 'card.html' ignore missing %}")["icon.html"]


def test_a_template_that_cannot_be_read_is_reported_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        digests(tmp_path, icon="\n{% if %}")
    assert (caught.value.filename, caught.value.lineno) == (str(tmp_path / "icon.html"), 2)


def test_an_unknown_name_is_an_error(tmp_path: Path) -> None:
    found = sources(tmp_path, page="{{ nobody }}")
    with pytest.raises(UndefinedError):
        engine(found, Records(tmp_path / "cache", "templates")).render("page.html", {})
