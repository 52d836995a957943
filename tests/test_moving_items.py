"""`inv move` and `inv remove`: links are mended, what would break is shown, nothing is lost."""

from pathlib import Path

import pytest

from plugins.commands.move import run_move
from plugins.commands.remove import run_remove
from plugins.pipeline.check import survey
from tests.small_site import TODAY, small_project

OLD, NEW = "faq/how-to-join", "faq/joining"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_project(tmp_path)
    (tmp_path / "content/lawyer/who-admits/index.ru.md").open("a", encoding="utf-8").write(f"\n[Как](/{OLD}/#first)\n")
    (tmp_path / "content/lawyer/who-admits/index.kk.md").open("a", encoding="utf-8").write(
        f"\n[Қалай](/{OLD}/#first)\n"
    )
    return tmp_path


def rules_reported(project: Path) -> set[str]:
    found = survey(project / "content", project / "theme", project / ".cache", published=False, today=TODAY, whole=True)
    return {problem.rule for problem in found.problems} - {"stale-translation", "undeclared-translation"}


def test_a_moved_item_takes_its_links_along_and_its_old_address_leads_on(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_move(project, OLD, "joining", language="en") == 0
    assert f"{OLD} is {NEW} now" in capsys.readouterr().out
    assert not (project / "content" / OLD).exists()
    assert "how-to-join" in (project / "content" / NEW / "facts.yaml").read_text(encoding="utf-8")
    for text in ("pages/home/index.kk.md", "lawyer/who-admits/index.ru.md"):
        assert f"/{NEW}/" in (project / "content" / text).read_text(encoding="utf-8")
    assert rules_reported(project) == set()


def test_what_would_break_is_shown_before_anything_is_removed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_remove(project, OLD, yes=False, language="en") == 0
    reported = capsys.readouterr().out
    assert "broken-link" in reported and "content/lawyer/who-admits/index.ru.md" in reported
    assert "Nothing was removed" in reported
    assert (project / "content" / OLD / "facts.yaml").is_file()
    assert rules_reported(project) == set()


def test_a_removed_item_is_kept_aside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = (project / "content" / OLD / "facts.yaml").read_bytes()
    assert run_remove(project, OLD, yes=True, language="en") == 0
    assert not (project / "content" / OLD).exists()
    kept = capsys.readouterr().out.rpartition("It is kept in ")[2].partition(":")[0]
    assert (project / kept / "facts.yaml").read_bytes() == facts


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("address", ["faq/nothing", "nothing/x", "faq", "../faq/how-to-join", "pages/../faq"])
def test_an_item_that_is_not_there_is_reported(
    project: Path, address: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_move(project, address, "joining", language=language) == 1
    assert run_remove(project, address, yes=True, language=language) == 1
    assert capsys.readouterr().err.count(f"`{address}`") == 2


@pytest.mark.parametrize("slug", ["how-to-join", "Жаңа", "a/b", "..", ""])
def test_an_address_that_is_taken_or_none_is_reported_and_nothing_moves(
    project: Path, slug: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/faq/other").mkdir()
    before = sorted(path for path in (project / "content").rglob("*"))
    code = run_move(project, OLD, slug, language="ru")
    assert code == 1
    assert "не перенесено" in capsys.readouterr().err
    assert sorted(path for path in (project / "content").rglob("*")) == before
