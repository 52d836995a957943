"""Names of folders and hostile YAML: reported in words, never a crash."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.model import read_content
from tests.small_site import ROOT, write_small_site


def reported(content: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in read_content(content)[1]]


@pytest.mark.parametrize("name", ["Жаңа", "New", "a b", "a&b", "a_b", "-a", "a--b", "a."])
def test_a_folder_name_that_cannot_be_an_address_is_reported(tmp_path: Path, name: str) -> None:
    content = write_small_site(tmp_path)
    shutil.copytree(content / "news/meeting", content / "news" / name)
    assert reported(content) == [(f"content/news/{name}", "unusable-slug")]


def test_a_page_at_the_address_of_a_section_is_reported(tmp_path: Path) -> None:
    content = write_small_site(tmp_path)
    shutil.copytree(content / "pages/about", content / "pages/news")
    assert reported(content) == [("content/pages/news", "duplicate-slug")]


def test_a_site_without_a_home_page_is_reported(tmp_path: Path) -> None:
    content = write_small_site(tmp_path)
    shutil.rmtree(content / "pages/home")
    assert reported(content) == [("content/pages/home", "missing-section")]


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b"])
def test_a_control_sign_is_reported_at_its_line(tmp_path: Path, sign: str) -> None:
    content = write_small_site(tmp_path)
    page = content / "news/meeting/index.kk.md"
    page.write_text(page.read_text(encoding="utf-8") + f"соңы {sign}\n", encoding="utf-8")
    (problem,) = read_content(content)[1]
    assert (problem.rule, problem.line) == ("not-utf-8", page.read_text(encoding="utf-8").count("\n"))


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000], ids=["[", "{", "-", "?"]
)
def test_bottomless_yaml_is_reported_and_does_not_end_the_program(tmp_path: Path, text: str) -> None:
    content = write_small_site(tmp_path)
    (content / "news/meeting/facts.yaml").write_text(f"date: {text}", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from plugins.model import read_content;"
        "print([(p.path, p.rule) for p in read_content(Path(sys.argv[1]))[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(content)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.returncode
    assert done.stdout.strip() == "[('content/news/meeting/facts.yaml', 'broken-yaml')]"
