"""Runs a rule on one passage, on one Markdown text, or on the small site after an edit."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from plugins.checks.page_index import Overview, outlines_of
from plugins.checks.passages import Kind, Passage, body_passages
from plugins.checks.registry import PASSAGE_RULES
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.catalog import load_catalog
from plugins.markdown import Document
from plugins.markdown.parse import MarkdownParser
from plugins.model import load_content
from plugins.model.items import Body
from plugins.words.store import LANGUAGES
from tests.plugins.model.edits import Reported, reported
from tests.small_site import TODAY, write

PassageRule = Callable[[Passage], Iterator[Problem]]
PartRule = Callable[[CheckedSite], Iterator[Problem]]
SiteRule = Callable[[Overview], Iterator[Problem]]

T = TypeVar("T")

PAGE = "content/news/meeting/index.{}.md"
CASE_BODY_LINE = 8
"""First line of the body of `write_case`: the front matter of the testimonial takes seven."""

_parser = MarkdownParser()


@cache
def document(source: str) -> Document:
    """Return the document of a text; most texts of the small site are the same in every test."""
    return _parser.parse(source)


def passages_in(source: str, language: str, path: str = "a.md", first_line: int = 1) -> list[Passage]:
    """Return the passages of a Markdown text."""
    return list(body_passages(Body(path, source, first_line), document(source), language))


def passage(text: str, language: str = "kk", path: str = "") -> Passage:
    """Return a paragraph that is a file of its own."""
    return Passage(path or PAGE.format(language), language, Kind.PARAGRAPH, text, 1, 1)


def found_in(
    rule: PassageRule, text: str, language: str = "kk", path: str = ""
) -> list[tuple[int, int, dict[str, str]]]:
    """Return line, column and values of what `rule` finds in one passage; each problem has its words."""
    problems = list(rule(passage(text, language, path)))
    assert_has_words(problems)
    return [(problem.line, problem.column, dict(problem.values)) for problem in problems]


def places_in(rule_id: str, text: str, language: str) -> list[tuple[int, int]]:
    """Return line and column of what a registered rule finds in the passages of a Markdown text that it reads."""
    (rule,) = (rule for rule in PASSAGE_RULES if rule.id == rule_id)
    found = passages_in(text, language, PAGE.format(language))
    return sorted((p.line, p.column) for part in found for p in rule.problems(part))


def together(*rules: Callable[[T], Iterator[Problem]]) -> Callable[[T], Iterator[Problem]]:
    """Return one rule that finds what each of `rules` finds: no two may report the same fault."""
    return lambda checked: (problem for rule in rules for problem in rule(checked))


def checked_site(content: Path) -> CheckedSite:
    """Return the content as the rules see it."""
    loaded = load_content(content)
    return CheckedSite(
        loaded, {body.source: document(body.source) for body in loaded.all_bodies()}, content.parent, TODAY
    )


def reported_by(rule: PartRule, content: Path) -> list[Reported]:
    """Return the problems `rule` finds in the folder; each must have its words."""
    problems = sorted(rule(checked_site(content)))
    assert_has_words(problems)
    return reported(problems)


def reported_by_comparing(rule: SiteRule, content: Path) -> list[Reported]:
    """Return the problems a rule that compares pages finds in the folder; each must have its words."""
    site = checked_site(content)
    problems = sorted(rule(Overview(site.content, tuple(outlines_of(site)), site.today)))
    assert_has_words(problems)
    return reported(problems)


def assert_has_words(problems: list[Problem]) -> None:
    """Fail where a catalog lacks words for a rule, a value of its message, or a phrase."""
    for problem in problems:
        for language in LANGUAGES:
            assert load_catalog(language).message(problem.rule, problem.values)


def write_case(content: Path, language: str, body: str) -> str:
    """Write the body of the testimonial, which has a picture beside it; return the file."""
    file = f"testimonials/sample/index.{language}.md"
    front_matter = (content / file).read_text(encoding="utf-8").split("---\n")[1]
    write(content / file, f"---\n{front_matter}---\n{body}")
    return file


def kinds(values: list[tuple[int, int, dict[str, str]]]) -> list[tuple[int, str]]:
    """Return column and kind of what is found on the first line, where the kind is put into words."""
    assert all(line == 1 and isinstance(found["kind"], Phrase) for line, _, found in values)
    return [(column, found["kind"]) for _, column, found in values]
