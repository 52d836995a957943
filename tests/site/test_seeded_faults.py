"""Faults in a copy of the real content, one in an item: exactly their rules are reported, at the very characters.

Each seed holds the rules that must report it; see `seeding.py`.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from plugins.checks.registry import PASSAGE_RULES
from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.report import as_text
from plugins.model.sections import SECTIONS, is_address_of_a_list
from plugins.pipeline.check import survey
from plugins.pipeline.item_check import ItemCheck
from plugins.pipeline.prepare import prepare
from plugins.words.store import LANGUAGES
from tests.site.seeding import Draft, Edit, Place, by_place
from tests.site.seeds_of_figures import FIGURES
from tests.site.seeds_of_items import HARMLESS, ITEMS
from tests.site.seeds_of_videos import FILMS, HARMLESS_FILMS
from tests.site.seeds_of_words import WORDS
from tests.small_site import ROOT, content_day

SECTIONS_BY_FOLDER = {section.folder: section for section in SECTIONS}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
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
    "unwritable-place",
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


def judged_otherwise_alone(content: Path, items: Iterable[str], problems: tuple[Problem, ...]) -> list[str]:
    """Return the items of which the check of a single item reports other problems than the check of all."""
    theme, cache = ROOT / "theme", content.parent / "cache"
    try:
        known = survey(content, theme, cache, published=False, today=content_day(), whole=False, drafts=True)
    except ContentError:
        return []
    check = ItemCheck(known, content, theme, cache, content_day())
    found: list[str] = []
    for item in items:
        folder, _, slug = item.partition("/")
        section = SECTIONS_BY_FOLDER.get(folder)
        if section is None or not SLUG.fullmatch(slug) or is_address_of_a_list(section, slug):
            continue  # the desk shows no form of it
        expected = [problem for problem in problems if problem.path.startswith(f"content/{item}/")]
        found += [item] if check.problems(section, slug) != expected else []
    return found


def places_of(problems: tuple[Problem, ...]) -> list[Place]:
    return by_place((problem.rule, problem.path, problem.line, problem.column) for problem in problems)


def first_of_each_rule() -> Iterator[str]:
    """Yield the seeds of the short suite: of each rule one, or one in each language where it judges words."""
    seen: set[tuple[str, str]] = set()
    for name in SEEDS:
        rule, language = re.findall(r"^[a-z0-9-]+", name)[0], "".join(re.findall(r", (kk|ru)", name))
        kind = (rule, language if rule in OF_PASSAGES else "")
        if not seen & {kind, (rule, "")}:
            yield name
        seen.add(kind)


def batches() -> list[tuple[str, ...]]:
    """Return those seeds in batches: in one each, an item has one fault at most; what reaches further stands alone."""
    found: list[tuple[set[str], list[str]]] = []
    alone: list[tuple[str, ...]] = []
    for name in first_of_each_rule():
        draft = Draft(ROOT / "content")
        SEEDS[name](draft)
        if (items := draft.items()) is None:
            alone.append((name,))
            continue
        for taken, names in found:
            if not taken & items:
                taken.update(items)
                names.append(name)
                break
        else:
            found.append((set(items), [name]))
    return [*(tuple(names) for _, names in found), *alone]


def tell(draft: Draft, *names: str) -> None:
    """Sow the seeds; exactly their rules must tell them, at their places."""
    for name in names:
        SEEDS[name](draft)
    expected = draft.write()
    problems = problems_of(draft.content)
    assert expected
    assert places_of(problems) == expected
    assert len(as_text(problems, LANGUAGES).split("\n")) == 4 * len(LANGUAGES) * len(problems)
    assert judged_otherwise_alone(draft.content, draft.edited(), problems) == []


@pytest.mark.parametrize("names", batches(), ids=lambda names: f"{names[0]} and {len(names) - 1} more")
def test_faults_are_reported_by_their_rules_at_their_places_and_by_nothing_else(
    draft: Draft, names: tuple[str, ...]
) -> None:
    tell(draft, *names)


@pytest.mark.long
@pytest.mark.parametrize("name", SEEDS)
def test_a_fault_is_reported_by_its_rule_at_its_place_and_by_nothing_else(draft: Draft, name: str) -> None:
    tell(draft, name)


@pytest.mark.parametrize("edit", (HARMLESS | HARMLESS_FILMS).values(), ids=HARMLESS | HARMLESS_FILMS)
def test_an_edit_without_a_fault_is_reported_by_nothing(draft: Draft, edit: Edit) -> None:
    edit(draft)
    assert draft.write() == []
    assert problems_of(draft.content) == ()
    assert judged_otherwise_alone(draft.content, draft.edited(), ()) == []


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
