"""Properties that hold for every text: readers and rules report a place or nothing; they never raise.

Hypothesis looks for the text that breaks it, and shows the shortest one.
"""

import re
from collections.abc import Iterator

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks.registry import PASSAGE_RULES
from plugins.diagnostics import Problem
from plugins.diagnostics.excerpt import excerpt
from plugins.model import yaml_source
from plugins.model.frontmatter import split
from plugins.model.scalars import as_written
from tests.plugins.checks.checked import document, passages_in
from tests.plugins.checks.test_robustness import SIGNS, VALUES, WORDS

ANY = settings(max_examples=60, deadline=None, derandomize=True)
PIECES = st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(WORDS), st.text(max_size=5)), max_size=25)
TEXTS = st.one_of(st.text(max_size=200), PIECES.map("".join))
LINES_OF_YAML = st.lists(
    st.one_of(
        st.sampled_from(VALUES).map("a: {}".format),
        st.text(max_size=30).map("b: '{}'".format),
        st.text(max_size=30).map('c: "{}"'.format),
        st.text(max_size=30).map("d: >\n  {}\n  ғ".format),
        st.text(max_size=30).map("  {}".format),
        st.text(max_size=30),
    ),
    max_size=6,
)
YAMLS = st.one_of(st.text(max_size=100), LINES_OF_YAML.map("\n".join))


@ANY
@given(TEXTS, st.sampled_from(["kk", "ru"]))
def test_every_rule_of_a_passage_tells_a_place_in_the_text(text: str, language: str) -> None:
    lines = text.split("\n")
    for passage in passages_in(text, language, "content/news/a/index.kk.md"):
        for rule in PASSAGE_RULES:
            for problem in rule.check(passage):
                assert 1 <= problem.column <= len(lines[problem.line - 1])
                excerpt(problem, lines[problem.line - 1], 40)


@ANY
@given(TEXTS)
def test_every_node_of_any_text_has_a_place_in_it(text: str) -> None:
    found = document(text)
    nodes = (*found.blocks, *found.headings, *found.links, *found.images, *found.rows, *found.raw_html, *found.removed)
    assert all(0 <= node.span.start <= node.span.end <= len(text) for node in nodes)


@ANY
@given(TEXTS)
def test_an_index_file_is_taken_apart_without_a_loss(text: str) -> None:
    parts = split(text)
    if parts is not None:
        assert parts.front_matter in text
        assert text.endswith(parts.body)
        assert parts.body_line > parts.front_matter_line >= 2


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for child in node.value:
            for inner in child if isinstance(child, tuple) else (child,):
                yield from scalars(inner)


@ANY
@given(YAMLS)
def test_yaml_is_read_or_its_fault_is_placed(text: str) -> None:
    source, problems = yaml_source.parse(text, "a.yaml")
    assert (source is None) == bool(problems)
    lines = re.split("\r\n|[\n\r]", text)
    for problem in problems:
        assert 1 <= problem.line <= len(lines) + 1


@ANY
@given(YAMLS)
def test_each_sign_of_a_value_stands_where_it_is_said_to(text: str) -> None:
    source, _ = yaml_source.parse(text, "a.yaml")
    lines = re.split("\r\n|[\n\r]", text)
    for node in scalars(source.root) if source else ():
        words, line, column = as_written(node, text)
        for number, part in enumerate(words.split("\n")):
            start = column if number == 0 else 0
            for offset, sign in enumerate(part):
                escaped = node.style == '"'
                assert sign.isspace() or escaped or lines[line + number][start + offset] == sign


@ANY
@given(TEXTS, st.integers(1, 300), st.dictionaries(st.text(max_size=3), st.text(max_size=20), max_size=3))
def test_an_excerpt_fits_and_marks_at_least_one_sign(text: str, column: int, values: dict[str, str]) -> None:
    line = text.split("\n", maxsplit=1)[0]
    part = excerpt(Problem("a.md", 1, column, "a", values), line, 40)
    assert len(part.text) <= 40
    assert 0 <= part.start < part.end
