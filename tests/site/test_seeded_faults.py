"""One fault at a time in a copy of the real content: exactly its rules are told, at the very characters.

What each seed must be told by stands in the seed itself; see `seeding.py`.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.checks.registry import PASSAGE_RULES
from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.report import as_text
from plugins.pipeline.prepare import prepare
from plugins.words.store import LANGUAGES
from tests.site.seeding import Draft, Edit, Place
from tests.site.seeds_of_figures import FIGURES
from tests.site.seeds_of_items import HARMLESS, ITEMS
from tests.site.seeds_of_videos import FILMS, HARMLESS_FILMS
from tests.site.seeds_of_words import WORDS
from tests.small_site import ROOT, content_day

SEEDS = WORDS | ITEMS | FIGURES | FILMS
OF_PASSAGES = {rule.id for rule in PASSAGE_RULES}
BESIDE_CONTENT = {
    "broken-template",
    "failed-build",
    "dead-link",
    "dead-source",
    "link-to-unpublished-page",
    "login-form",
    "unconfirmed-identity",
    "personal-data-in-release",
    "refused-by-policy",
    "stale-copy",
    "untranslated-interface-word",
    "sample-in-publication",
    "unconfirmed-fact-in-publication",
}
"""Rules that no edit of the content can break."""


@pytest.fixture(scope="module")
def copy(real_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the real content, made once; each test puts it back as it was."""
    content = tmp_path_factory.mktemp("seeded") / "content"
    shutil.copytree(real_cache, content.parent / "cache")
    return Path(shutil.copytree(ROOT / "content", content))


@pytest.fixture
def draft(copy: Path) -> Iterator[Draft]:
    draft = Draft(copy)
    yield draft
    draft.undo()


def problems_of(content: Path) -> tuple[Problem, ...]:
    """Return every problem and warning a build would tell."""
    try:
        return prepare(content, ROOT / "theme", content.parent / "cache", published=False, today=content_day()).warnings
    except ContentError as error:
        return error.problems


def places_of(problems: tuple[Problem, ...]) -> list[Place]:
    return [(problem.rule, problem.path, problem.line, problem.column) for problem in problems]


def seeds_as_rows() -> list[object]:
    """Return the rows of the table; a further seed of a rule, for words in the same language, is a long test."""
    rows: list[object] = []
    seen: set[tuple[str, str]] = set()
    for name, seed in SEEDS.items():
        rule, language = re.findall(r"^[a-z0-9-]+", name)[0], "".join(re.findall(r", (kk|ru)", name))
        kind = (rule, language if rule in OF_PASSAGES else "")
        rows.append(pytest.param(seed, id=name, marks=[pytest.mark.long] if seen & {kind, (rule, "")} else []))
        seen.add(kind)
    return rows


@pytest.mark.parametrize("seed", seeds_as_rows())
def test_a_fault_is_told_by_its_rule_at_its_place_and_by_nothing_else(draft: Draft, seed: Edit) -> None:
    seed(draft)
    expected = draft.write()
    problems = problems_of(draft.content)
    assert expected
    assert places_of(problems) == expected
    assert len(as_text(problems, LANGUAGES).split("\n")) == 4 * len(LANGUAGES) * len(problems)


@pytest.mark.parametrize("edit", (HARMLESS | HARMLESS_FILMS).values(), ids=HARMLESS | HARMLESS_FILMS)
def test_an_edit_without_a_fault_is_told_by_nothing(draft: Draft, edit: Edit) -> None:
    edit(draft)
    assert draft.write() == []
    assert problems_of(draft.content) == ()


def test_every_rule_of_the_content_has_a_seed(copy: Path) -> None:
    seeded: set[str] = set()
    for seed in SEEDS.values():
        draft = Draft(copy)
        seed(draft)
        seeded |= {rule for rule, *_ in draft.places()}
    assert seeded == set(load_catalog("en").rules) - BESIDE_CONTENT
    assert len(SEEDS) >= 60


def test_the_seeds_stand_in_every_section_and_in_both_languages(copy: Path) -> None:
    paths: set[str] = set()
    for seed in SEEDS.values():
        draft = Draft(copy)
        seed(draft)
        paths |= {path for _, path, *_ in draft.places()}
    assert {path.split("/")[1] for path in paths} >= {folder.name for folder in copy.iterdir() if folder.is_dir()}
    assert len([path for path in paths if path.endswith(".kk.md")]) >= 10
    assert len([path for path in paths if path.endswith(".ru.md")]) >= 10


@pytest.mark.parametrize("rule", sorted(BESIDE_CONTENT))
def test_a_rule_that_no_edit_of_the_content_can_break_is_broken_in_a_test_of_its_own(rule: str) -> None:
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    assert any(f'"{rule}"' in path.read_text(encoding="utf-8") for path in tests)
