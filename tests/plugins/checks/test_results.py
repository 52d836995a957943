"""All rules over a site: one process or many, the findings are the same."""

from pathlib import Path

import pytest

from plugins.checks import results
from plugins.checks.results import check
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase
from plugins.markdown import Documents
from plugins.model import load_content
from tests.small_site import TODAY, write_small_site


@pytest.fixture
def faulty(tmp_path: Path) -> CheckedSite:
    """A small site with a fault for passage rules and for site rules, in several files."""
    content = write_small_site(tmp_path)
    for name in ("news/meeting", "faq/how-to-join", "education/contract"):
        page = content / name / "index.kk.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nМүшелiк №5, ЖСН 990101500125.\n", encoding="utf-8")
    loaded = load_content(content)
    documents = Documents((body.source for body in loaded.all_bodies()), tmp_path / ".cache")
    return CheckedSite(loaded, documents, tmp_path, TODAY)


def test_many_processes_find_what_one_finds(faulty: CheckedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = sorted(check(faulty))
    monkeypatch.setattr(results, "_PARTS_A_TASK", 2)
    monkeypatch.setattr(results, "_WORTH_PROCESSES", 0)
    together = sorted(check(faulty))
    assert {problem.rule for problem in alone} >= {"mixed-script-word", "loose-typography", "different-numbers"}
    assert [(problem, dict(problem.values)) for problem in together] == [
        (problem, dict(problem.values)) for problem in alone
    ]
    assert all(isinstance(p.values["kind"], Phrase) for p in together if p.rule == "personal-data-in-text")
