"""A new item: a form with a hint beside each key, which the check lets through once it is filled in, and not before."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from plugins.checks.consequences import without_echoes
from plugins.diagnostics import Problem
from plugins.language import classify
from plugins.model import read_content
from plugins.model.items import LANGUAGES, Language
from plugins.model.placeholders import PLACEHOLDERS
from plugins.model.schema_problems import _models_in
from plugins.model.sections import SECTIONS, Section
from plugins.model.sync_translations import declare_in_step
from plugins.scaffold.bundle import DraftRefusedError, bundle_files, write_bundle
from plugins.scaffold.hints import load_hints
from tests.plugins.checks.test_robustness import problems_of
from tests.small_site import PICTURE, SITE, SOURCE, write

PLACEHOLDER = re.compile("|".join(PLACEHOLDERS.values()))
SHAPES = [(section, "an-item") for section in SECTIONS] + [(s, slug) for s in SECTIONS for slug in s.own_schemas]
WORDS = {
    "kk": ("Сәулеттің баяны", "Мұнда заң не дейтіні айтылады. " * 60),
    "ru": ("Рассказ Сауле", "Здесь сказано, что говорит закон. " * 60),
}
VALUES = {
    "year": "2024", "months_waited": "9", "minutes": "5", "member_since": "2019", "until": "2030-12-31", "to": "2",
    "file": "picture.svg", "topic": "joining", "kind": "home", "purpose": "home", "act": "197-II", "link": "/news/",
    "what": "аты мен әңгімесі", "where": "осы сайтта", "from": "1",
    "right": "first", "date": "2026-11-20", "answered": "2026-11-20", "checked": "2026-11-20", "as_of": "2026-11-20",
    "filled": "price", "rate_rise": "0.03", "price_kzt": "9000000", "own_share": "0.2", "annual_rate": "0.1",
    "term_months": "120", "first_income_kzt": "3", "second_income_kzt": "2", "other_debts_kzt": "1", "living_costs_kzt": "1",
    "projects_2023": "2", "million_kzt_2023": "3", "projects_2024_2025": "4", "million_kzt_2024_2025": "5.5",
}  # fmt: skip
"""Minimal values by key; any other key gets words."""


CALCULATORS = {"queue", "pyramid-check", "affordability", "offer-sheet"}
BESIDE_THE_MENU = {"home", "search"}


def ids(shape: tuple[Section, str]) -> str:
    return f"{shape[0].folder}/{shape[1]}"


def filled(text: str, language: Language) -> str:
    """Return a form with minimal words in place of each placeholder."""
    words, body = WORDS[language]
    lines: list[str] = []
    for line in text.split("\n"):
        key = re.sub(r"^[\s-]*", "", line).partition(":")[0]
        if line.lstrip().startswith("#"):
            lines.append(line)
        elif line.startswith(PLACEHOLDERS[language] + ":"):
            lines.append(body)
        elif "{kk: " in line:
            lines.append(line.replace(PLACEHOLDERS["kk"], "Өскемен").replace(PLACEHOLDERS["ru"], "Усть-Каменогорск"))
        elif line.strip() == f"- {PLACEHOLDERS[language]}":
            lines.append(line.replace(PLACEHOLDERS[language], "13" if "articles" in lines[-1] else words))
        else:
            lines.append(PLACEHOLDER.sub(VALUES.get(key, words), line))
    return "\n".join(lines)


def fill(folder: Path, hints: Language) -> None:
    for file in list(folder.iterdir()):
        language = next((own for own in LANGUAGES if f".{own}." in file.name), hints)
        write(file, filled(file.read_text(encoding="utf-8"), language))
    if "picture.svg" in (folder / "facts.yaml").read_text(encoding="utf-8"):
        write(folder / "picture.svg", PICTURE)


def placeholders_in(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield file and line of each placeholder that does not stand in a comment."""
    for file in sorted(folder.iterdir()):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if not line.lstrip().startswith("#"):
                yield from ((file.name, number) for _ in PLACEHOLDER.finditer(line))


@pytest.fixture
def empty(content: Path) -> Path:
    """The small site without its page «about», so that there is room for one."""
    write(content / "site.yaml", SITE.replace("/about/, ", ""))
    shutil.rmtree(content / "pages/about")
    return content


def new(content: Path, section: Section, slug: str, language: Language) -> Path:
    """Write the bundle, and into the menu where every page must stand."""
    folder = content / section.folder / slug
    shutil.rmtree(folder, ignore_errors=True)
    write_bundle(content, section.folder, slug, language)
    if section.single_pages and slug not in BESIDE_THE_MENU:
        site = (content / "site.yaml").read_text(encoding="utf-8")
        write(content / "site.yaml", site.replace("paths: [", f"paths: [/{slug}/, "))
    return folder


def found_in(content: Path) -> list[Problem]:
    return sorted(problems_of(content))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES, ids=ids)
def test_a_fresh_item_is_reported_at_each_place_to_fill_in_and_nowhere_else(
    empty: Path, shape: tuple[Section, str], language: Language
) -> None:
    folder = new(empty, *shape, language)
    problems = list(without_echoes(found_in(empty)))
    assert {problem.rule for problem in problems} == {"unfilled-placeholder"}
    reported = [(Path(problem.path).name, problem.line) for problem in sorted(problems)]
    assert sorted(set(reported)) == sorted(set(placeholders_in(folder)))
    assert len(reported) >= 6


@pytest.mark.parametrize("shape", SHAPES, ids=ids)
def test_an_item_filled_in_with_few_words_passes_every_check(empty: Path, shape: tuple[Section, str]) -> None:
    section, slug = shape
    folder = new(empty, section, slug, "kk")
    fill(folder, "kk")
    if slug in ("auyl-amanaty", "affordability"):  # sums without a source are reported, and rightly
        facts = (folder / "facts.yaml").read_text(encoding="utf-8")
        write(folder / "facts.yaml", facts + SOURCE)
    if section.folder in ("faq", "lawyer") or slug in CALCULATORS:  # an answer says where to read on
        facts = (folder / "facts.yaml").read_text(encoding="utf-8")
        write(folder / "facts.yaml", facts + "\nnext: [/news/, /laws/, /faq/]\n")
    declare_in_step(empty, lambda _: True)
    assert [(problem.rule, problem.path, dict(problem.values)) for problem in found_in(empty)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES, ids=ids)
def test_the_keys_that_are_not_needed_are_known_once_their_mark_is_taken_away(
    shape: tuple[Section, str], language: Language, empty: Path
) -> None:
    section, slug = shape
    folder = new(empty, section, slug, language)
    head = load_hints(language).optional_head
    for file in list(folder.iterdir()):
        needed, optional = file.read_text(encoding="utf-8").split(f"# {head}\n")
        keys, end, body = optional.partition(f"# {load_hints(language).body}")
        used = re.sub(r"^# (?=(?:[a-z_]+:| |-))", "", keys, flags=re.MULTILINE)
        write(file, needed + used + end + body)
        assert used.count("sources:") == file.name.count("facts")
    _, problems = read_content(empty, drafts=True)
    assert {problem.rule for problem in problems} <= {"unfilled-placeholder", "wrong-value", "missing-file"}


def models() -> list[type[BaseModel]]:
    """Return every model an item is made of."""
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [
        model for s in SECTIONS for shape in (s.schema, *s.own_schemas.values()) for model in (shape.facts, shape.text)
    ]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            waiting += [inner for field in model.model_fields.values() for inner in _models_in(field.annotation)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_its_hint_and_every_hint_its_key(language: Language) -> None:
    """A key that a section adds needs a line in `hints.yaml` of `plugins/words/` in both languages."""
    hints = load_hints(language)
    keys = {(model, field.alias or name) for model in models() for name, field in model.model_fields.items()}
    without = {f"{m.__name__}.{key}" for m, key in keys if key not in LANGUAGES and not hints.key_of(m, key)}
    assert without == set()
    assert set(hints.fields) == {hints.key_of(model, key) for model, key in keys} - {None}
    assert set(hints.bodies) == {section.folder for section in SECTIONS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hints_are_in_their_language(language: Language) -> None:
    hints = load_hints(language)
    whole = ". ".join([hints.facts_head, hints.text_head, hints.body, *hints.fields.values(), *hints.bodies.values()])
    assert classify(whole).language == language
    assert list(load_hints("kk").fields) == list(load_hints("ru").fields)


def test_the_choices_of_a_key_are_listed(content: Path) -> None:
    facts = bundle_files(next(s for s in SECTIONS if s.folder == "faq"), "a", "kk", 1)["facts.yaml"]
    assert "joining, money, waiting, risk, governance, leaving, checking" in facts


def test_a_day_is_left_to_the_editor_and_the_place_is_the_last(content: Path) -> None:
    write_bundle(content, "lawyer", "next", "ru")
    facts = yaml.load((content / "lawyer/next/facts.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert (facts["answered"], facts["order"]) == (PLACEHOLDERS["ru"], "2")


REFUSED = {
    "a section that is not known": ("newz", "a", "no_such_section", {"nearest": "news"}),
    "no section at all": ("", "a", "no_such_section", {}),
    "a way out of the content": ("../plugins", "a", "no_such_section", {}),
    "capital letters": ("news", "Spring", "unusable_slug", {}),
    "Kazakh letters": ("news", "жиын", "unusable_slug", {}),
    "a blank": ("news", "spring meeting", "unusable_slug", {}),
    "a folder": ("news", "../a", "unusable_slug", {}),
    "nothing": ("news", "", "unusable_slug", {}),
    "a hyphen at the end": ("news", "a-", "unusable_slug", {}),
    "an item that is there": ("news", "meeting", "taken_slug", {"folder": "content/news/meeting"}),
    "news at the address of a year": ("news", "2026", "taken_slug", {}),
    "news at the address of further pages": ("news", "page", "taken_slug", {}),
    "a page at the address of a section": ("pages", "news", "taken_slug", {}),
}


@pytest.mark.parametrize(("section", "slug", "label", "values"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    content: Path, section: str, slug: str, label: str, values: dict[str, str]
) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    with pytest.raises(DraftRefusedError) as refused:
        write_bundle(content, section, slug, "kk")
    assert refused.value.label == label
    assert values.items() <= refused.value.values.items()
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
