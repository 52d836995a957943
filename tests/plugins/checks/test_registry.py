"""The register: every id the tools report stands in it once, with the policy stated here literally."""

from pathlib import Path

import pytest

from plugins.checks.passages import Kind
from plugins.checks.registry import PASSAGE_RULES, RULES, graded
from plugins.checks.rule import Group, PartRule, PassageRule, SiteRule
from plugins.diagnostics import Problem, Severity
from plugins.diagnostics.catalog import load_catalog
from plugins.words.store import LANGUAGES
from tests.small_site import ROOT

IDS = [rule.id for rule in RULES]
CHECKED = [rule for rule in RULES if isinstance(rule, (PassageRule, PartRule, SiteRule))]
MODULES = ROOT / "plugins/checks/rules"
TESTS = ROOT / "tests/plugins/checks/rules"

EXCUSABLE = {
    "invisible-character", "foreign-block", "foreign-sentence", "mixed-script-word", "not-nfc", "loose-typography", "calqued-date",
    "wrong-number-suffix", "stale-translation", "undeclared-translation", "different-structure", "different-numbers",
    "story-among-answers", "term-against-glossary", "thin-item", "empty-section", "duplicate-title", "too-long-title", "too-long-summary",
    "expired-ceiling", "answer-without-law", "repealed-law-relied-on", "law-check-expired", "law-status-hidden", "left-over-markup", "unsourced-figure",
    "expired-figure", "effective-rate-disagrees", "forbidden-claim", "ceiling-exceeded", "missing-month",
    "month-out-of-order", "unfinished-month", "outdated-figures", "missing-alt",
    "alt-repeats-caption", "missing-file", "unused-file", "captions-in-wrong-language", "captions-out-of-step",
    "broken-link", "broken-fragment", "cross-language-link", "insecure-link", "empty-link-text", "raw-html",
    "form-in-text", "skipped-heading-level", "future-day", "impossible-day", "checked-before-published", "file-name-as-alt", "own-domain-link", "redirected-link", "messenger-link", "cloud-drive-link",
}  # fmt: skip
WARNINGS = {
    "loose-typography", "wrong-number-suffix", "stale-translation", "undeclared-translation", "empty-section",
    "law-check-expired", "unsourced-figure", "expired-figure", "effective-rate-disagrees", "outdated-figures",
    "stale-film", "expired-ceiling", "term-against-glossary", "expired-consent", "link-to-unpublished-page",
    "missing-next-step",
}  # fmt: skip
RAISED_BY_PUBLISHING = {
    "unsourced-figure", "effective-rate-disagrees", "stale-translation", "undeclared-translation",
    "link-to-unpublished-page",
}  # fmt: skip
READ_CODE = {"foreign-block", "foreign-sentence", "personal-data-in-text"}

TESTED_BESIDE_THEIR_PACKAGE = {
    "tests/plugins/model/test_loading.py": {
        "missing-translation", "unknown-section", "missing-section", "empty-body", "broken-yaml", "yaml-alias", "duplicate-key",
        "unknown-key", "missing-key", "wrong-value", "not-utf-8", "missing-front-matter", "unclosed-front-matter", "missing-facts",
    },
    "tests/plugins/model/test_folders.py": {"duplicate-slug", "unusable-slug"},
    "tests/plugins/model/test_references.py": {"not-in-menu", "twice-in-menu", "unknown-law", "unknown-article"},
    "tests/plugins/model/test_files.py": {"unusable-file", "too-large-file"},
    "tests/plugins/model/test_paragraphs.py": {"too-long-paragraph"},
    "tests/plugins/model/test_fields.py": {"missing-consent"},
    "tests/plugins/model/test_near_names.py": {"misnamed-file"},
    "tests/plugins/scaffold/test_bundle.py": {"unfilled-placeholder"},
    "tests/plugins/media/test_hostile_files.py": {
        "damaged-picture", "unsupported-picture", "mistyped-picture", "original-too-large", "too-many-dots", "animated-picture",
        "unusual-colours", "too-small-picture", "picture-metadata", "unsafe-svg",
    },
    "tests/plugins/video/test_renditions.py": {"undecodable-video", "video-too-heavy", "no-fast-start"},
    "tests/plugins/video/storyboard/test_parse.py": {
        "broken-storyboard", "storyboard-length", "hurried-scene", "unknown-figure",
    },
    "tests/site/seeds_of_videos.py": {
        "undecodable-sound", "missing-captions", "missing-transcript", "missing-storyboard", "stale-film",
    },
    "tests/site/seeds_of_items.py": {"misplaced-item"},
    "tests/plugins/checks/test_interface_words.py": {"untranslated-interface-word"},
    "tests/plugins/checks/test_built_pages.py": {"login-form"},
    "tests/plugins/checks/test_exceptions.py": {"invalid-exception", "useless-exception"},
    "tests/plugins/delivery/test_external_links.py": {"dead-source"},
    "tests/plugins/delivery/test_links.py": {"dead-link", "refused-by-policy", "stale-copy"},
    "tests/plugins/checks/test_released_files.py": {"personal-data-in-release"},
    "tests/site/test_build.py": {"broken-template", "failed-build", "unwritable-place"},
}  # fmt: skip
"""Rules without a module of their own: another package finds them while it reads, converts or builds."""


def test_no_id_is_registered_twice() -> None:
    assert sorted(IDS) == sorted(set(IDS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words_and_no_words_belong_to_no_rule(language: str) -> None:
    assert set(load_catalog(language).rules) == set(IDS)


def test_only_these_rules_may_be_excused() -> None:
    """What protects people and money is not among them."""
    assert {rule.id for rule in RULES if rule.excusable} == EXCUSABLE


def test_only_these_rules_read_code_inside_a_line() -> None:
    assert {rule.id for rule in PASSAGE_RULES if Kind.CODE in rule.reads} == READ_CODE
    assert {rule.id for rule in PASSAGE_RULES if Kind.SIGNS in rule.reads} == {"personal-data-in-text"}


def test_only_these_rules_are_warnings() -> None:
    assert {rule.id for rule in RULES if rule.severity is Severity.WARNING} == WARNINGS


@pytest.mark.parametrize("rule", IDS)
def test_publishing_raises_exactly_these_warnings(rule: str) -> None:
    found = [Problem("a.md", 1, 1, rule)]
    (draft,), (published,) = graded(found, published=False), graded(found, published=True)
    assert draft.severity is (Severity.WARNING if rule in WARNINGS else Severity.ERROR)
    is_warning = rule in WARNINGS - RAISED_BY_PUBLISHING
    assert published.severity is (Severity.WARNING if is_warning else Severity.ERROR)


def test_every_module_of_a_rule_is_named_by_its_id_and_registered() -> None:
    by_id = {rule.id.replace("-", "_"): rule.check.__module__.rpartition(".")[2] for rule in CHECKED}
    assert by_id == {name: name for name in by_id}
    stems = {path.stem for path in MODULES.glob("*.py")}
    assert stems - {"__init__", "unconfirmed_identity"} == set(by_id)  # the last one looks at what a release leaves out


def test_every_rule_has_a_module_and_a_test_file_of_its_id() -> None:
    elsewhere = set().union(*TESTED_BESIDE_THEIR_PACKAGE.values())
    assert sum(map(len, TESTED_BESIDE_THEIR_PACKAGE.values())) == len(elsewhere)
    own = {id_.replace("-", "_") for id_ in set(IDS) - elsewhere}
    assert {path.stem for path in MODULES.glob("[!_]*.py")} == own
    assert {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")} == own


@pytest.mark.parametrize("file", TESTED_BESIDE_THEIR_PACKAGE)
def test_a_rule_of_another_package_is_named_by_its_test(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [id_ for id_ in sorted(TESTED_BESIDE_THEIR_PACKAGE[file]) if id_ not in text] == []


@pytest.mark.parametrize("module", sorted(MODULES.glob("[!_]*.py")), ids=lambda path: Path(path).stem)
def test_a_rule_names_no_id_but_its_own_and_no_severity(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    own = module.stem.replace("_", "-")
    assert f'"{own}"' in text
    assert [other for other in IDS if other != own and f'"{other}"' in text] == []
    assert "Severity" not in text


def test_every_group_has_rules() -> None:
    assert {rule.group for rule in RULES} == set(Group)
