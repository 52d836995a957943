"""Another cooperative is built by the same code: its name, its colours, and only the sections it has."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.model import read_content
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.small_site import ROOT, TODAY, small_project

ITS_BLUE = "#5a2d82"
LEFT_OUT = ("loans", "honor-board")


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = small_project(tmp_path_factory.mktemp("second"))
    for section in LEFT_OUT:
        shutil.rmtree(paths.content / section)
    site, tokens = paths.content / "site.yaml", paths.theme / "static/css/tokens.css"
    replaced(site, "approvals: {}\n", f"approvals: {{}}\nsections_left_out: [{', '.join(LEFT_OUT)}]\n")
    replaced(site, "/honor-board/, ", "")
    replaced(site, ", /loans/", "")
    replaced(tokens, "#0b5cc4", ITS_BLUE)
    build(paths, TODAY)
    return paths


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def pages(paths: Paths) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(paths.output.rglob("*.html")))


def test_every_page_bears_its_name(second: Paths) -> None:
    home = (second.output / "kk/index.html").read_text(encoding="utf-8")
    assert "Шағын сайт" in home


def test_no_page_names_another_cooperative(second: Paths) -> None:
    assert "Халық қуаты" not in pages(second)


def test_its_colours_stand_on_every_page(second: Paths) -> None:
    for file in second.output.rglob("*.html"):
        (action,) = re.findall(r"--action: ?light-dark\((#\w+)", file.read_text(encoding="utf-8"))
        assert action == ITS_BLUE, file


@pytest.mark.parametrize("section", LEFT_OUT)
def test_a_section_it_left_out_is_nowhere(second: Paths, section: str) -> None:
    assert not (second.output / "kk" / section).exists()
    assert f"/{section}/" not in pages(second)
    assert f"/{section}/" not in (second.output / "sitemap.xml").read_text(encoding="utf-8")


def test_a_section_that_is_neither_there_nor_left_out_is_reported(second: Paths, tmp_path: Path) -> None:
    content = shutil.copytree(second.content, tmp_path / "content")
    shutil.rmtree(content / "charity")
    problems = read_content(content)[1]
    assert ("charity", "missing-section") in [(Path(problem.path).name, problem.rule) for problem in problems]


def test_a_section_that_is_there_although_it_is_left_out_is_reported(second: Paths, tmp_path: Path) -> None:
    content = shutil.copytree(second.content, tmp_path / "content")
    (content / "loans").mkdir()
    problems = read_content(content)[1]
    assert [(Path(problem.path).name, problem.rule) for problem in problems] == [("loans", "unknown-section")]


def test_no_code_template_or_catalog_names_the_first_cooperative() -> None:
    files = [
        file for folder in ("plugins", "theme/templates", "theme/translations") for file in (ROOT / folder).rglob("*")
    ]
    named = [
        file
        for file in [*files, ROOT / "pelicanconf.py", ROOT / "publishconf.py", ROOT / "tasks.py"]
        if file.suffix in {".py", ".html", ".po", ".js", ".css"} and "Халық қуаты" in file.read_text(encoding="utf-8")
    ]
    assert named == []
