"""Templates are compiled once, and what they call stays that of each language."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from pelican.settings import read_settings

from plugins.site.compiled_templates import late
from tests.small_site import ROOT


def environment(folder: Path, word: str) -> Environment:
    """Return an environment as a build makes it, which reads the settings anew."""
    settings: dict[str, Any] = read_settings(str(ROOT / "pelicanconf.py"))["JINJA_ENVIRONMENT"]
    made = Environment(loader=FileSystemLoader(folder), **settings)
    made.filters |= late({"in_words": lambda number: f"{number} {word}"})
    return made


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the templates that were compiled, as it goes on."""
    told: list[str] = []
    compile_template = Environment.compile

    def told_of(self: Environment, source: Any, name: str | None = None, *rest: Any, **more: Any) -> Any:
        told.append(str(name))
        return compile_template(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", told_of)
    return told


def test_a_template_is_compiled_once_and_anew_where_it_changed(tmp_path: Path, compiled: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("{{ 5|in_words }}", encoding="utf-8")
    shown = [environment(tmp_path, word).get_template("page.html").render() for word in ("жыл", "лет")]
    assert shown == ["5 жыл", "5 лет"], "a word of one language stands in the code of both"
    assert compiled == ["page.html"]
    page.write_text("{{ 6|in_words }}", encoding="utf-8")
    assert environment(tmp_path, "жыл").get_template("page.html").render() == "6 жыл"
    assert compiled == ["page.html"] * 2
