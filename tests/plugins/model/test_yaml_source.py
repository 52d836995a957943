"""YAML that cannot be read: where, why, and that nothing an editor or a stranger writes stops the program itself."""

from pathlib import Path

import pytest

from plugins.diagnostics import Phrase
from plugins.model.consent import Consent
from plugins.model.schema_problems import validate
from plugins.model.yaml_source import parse
from tests.plugins.model.edits import problems_of, replaced, reported, written

# text, line, column, what is reported
BROKEN = {
    "colon inside the words": ("title: Баға: неден тұрады\n", 1, 12, "yaml-colon"),
    "colon in the first of three": ("a: б: в\nb: 1\nc: 2\n", 1, 5, "yaml-colon"),
    "colon in the middle of three": ("a: 1\nb: ә: ғ\nc: 2\n", 2, 5, "yaml-colon"),
    "colon in the last of three": ("a: 1\nb: 2\nc: ё: ж\n", 3, 5, "yaml-colon"),
    "colon after a quoted word": ('a: 1\nb: "ә": 2\n', 2, 7, "yaml-colon"),
    "double quote not closed": ('a: 1\nb: "ә\n', 2, 4, "yaml-quote"),
    "single quote not closed": ("a: 'ұү\nb: 2\n", 1, 4, "yaml-quote"),
    "unknown escape in quotes": ('a: "C:\\дерек"\n', 1, 7, "yaml-quote"),
    "words after a closed quote": ("a: 'ә' б\n", 1, 8, "yaml-after-quote"),
    "tab before a key": ("\ta: 1\n", 1, 1, "yaml-tab"),
    "tab before an entry": ("a:\n\t- 1\n", 2, 1, "yaml-tab"),
    "at sign": ("a: 1\nb: @halyk\n", 2, 4, "yaml-start"),
    "per cent sign": ("a: %5\n", 1, 4, "yaml-start"),
    "back quote": ("a: `ә`\n", 1, 4, "yaml-start"),
    "key set in too little": ("a:\n  b: 1\n c: 2\n", 3, 2, "yaml-indent"),
    "entry set in too little": ("a:\n  - 1\n - 2\n", 3, 2, "yaml-indent"),
    "bracket not closed": ("a: [1, 2\nb: 3\n", 1, 4, "yaml-bracket"),
    "brace not closed": ("a: {b: 1\n", 1, 4, "yaml-bracket"),
    "emphasis": ("a: **маңызды** сөз\n", 1, 4, "yaml-start"),
    "line without a colon": ("a: 1\nқос нүкте жоқ\nb: 2\n", 2, 1, "yaml-no-mapping"),
    "words only": ("тек сөздер\n", 1, 1, "yaml-no-mapping"),
    "words only, lower down": ("# түсінік\n\nтек сөздер\n", 3, 1, "yaml-no-mapping"),
    "list": ("- a\n- b\n", 1, 1, "yaml-no-mapping"),
    "key that is a list": ("a: 1\n[b]: 2\n", 2, 1, "yaml-no-mapping"),
    "key that is a map": ("{b: 1}: 2\n", 1, 1, "yaml-no-mapping"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, "yaml-other"),
    "forbidden character": ("a: 1\nb: \x07\n", 1, 1, "yaml-other"),
    "too deep lists": ("a: " + "[" * 51 + "]" * 51, 1, 54, "yaml-other"),
    "too deep maps": ("".join(f"{'  ' * depth}ә:\n" for depth in range(53)), 52, 103, "yaml-other"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "detail"), BROKEN.values(), ids=BROKEN)
def test_unreadable_yaml_is_reported_where_it_breaks_and_why(text: str, line: int, column: int, detail: str) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert source is None
    assert reported(problems) == [
        ("site.yaml", line, column, "broken-yaml", {"detail": f"@{detail}", "cure": f"@{detail}-cure"})
    ]


GOOD = {
    "nothing": ("", {}),
    "a comment": ("# ә\n", {}),
    "empty map": ("{}", {}),
    "colon in quotes": ('title: "Баға: неден тұрады"\n', {"title": "Баға: неден тұрады"}),
    "colon without a space": ("title: 10:30-да\n", {"title": "10:30-да"}),
    "hash inside a word": ("a: б#в\n", {"a": "б#в"}),
    "star in quotes": ("a: '*b'\n", {"a": "*b"}),
    "star inside the words": ("a: екі * үш\n", {"a": "екі * үш"}),
    "ampersand inside the words": ("a: Рахим & Ко\n", {"a": "Рахим & Ко"}),
    "anchor nobody refers to": ("a: &x 1\n", {"a": "1"}),
    "values stay text": ("a: 2025-11-28\nb: 1.50\nc: yes\n", {"a": "2025-11-28", "b": "1.50", "c": "yes"}),
    "nothing for a value": ("a:\nb: ~\nc: null\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
    "null in quotes": ('a: "null"\nb: "~"\n', {"a": "null", "b": "~"}),
    "Kazakh letters": ("әғқңөұүһі: ӘҒҚҢӨҰҮҺІ\n", {"әғқңөұүһі": "ӘҒҚҢӨҰҮҺІ"}),
    "ё": ("ёлка: Её мёд\n", {"ёлка": "Её мёд"}),
    "folded lines": ("a: >\n  бір\n  екі\n", {"a": "бір екі\n"}),
    "lists and maps": ("a:\n  - b: 1\n  - [2, 3]\n", {"a": [{"b": "1"}, ["2", "3"]]}),
    "lists in lists": ("a: [[[]], ә]\n", {"a": [[[]], "ә"]}),
}


@pytest.mark.parametrize(("text", "data"), GOOD.values(), ids=GOOD)
def test_readable_yaml_becomes_plain_text_in_lists_and_maps(text: str, data: dict[str, object]) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert problems == []
    assert source is not None
    assert source.data == data


DUPLICATES = {
    "beside each other": ("a: 1\na: 2\n", [(2, 1, "a")]),
    "far apart": ("a: 1\nb: 2\nc: 3\na: 4\n", [(4, 1, "a")]),
    "in the first entry": ("a:\n  - {ә: 1, ә: 2}\n  - {ә: 1}\n", [(2, 12, "ә")]),
    "in the last entry": ("a:\n  - {ә: 1}\n  - {ә: 1, ә: 2}\n", [(3, 12, "ә")]),
    "three times": ("a: 1\na: 2\na: 3\n", [(2, 1, "a"), (3, 1, "a")]),
    "two keys": ("a: 1\nb: 1\na: 2\nb: 2\n", [(3, 1, "a"), (4, 1, "b")]),
    "quoted and plain": ('a: 1\n"a": 2\n', [(2, 1, "a")]),
}


@pytest.mark.parametrize(("text", "expected"), DUPLICATES.values(), ids=DUPLICATES)
def test_a_key_that_stands_twice_is_reported_at_its_second_place(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert source is None
    assert reported(problems) == [
        ("site.yaml", line, col, "duplicate-key", {"key": key}) for line, col, key in expected
    ]


def test_equal_keys_on_different_levels_are_no_duplicates() -> None:
    source, problems = parse("a: {a: 1}\nb: {a: 1}\n", "content/site.yaml")
    assert source is not None
    assert problems == []


ALIASES = {
    "of a word": ("a: &x 1\nb: *x\n", 2, 4),
    "of a list": ("a: &x [1, 2]\nb: 3\nc: *x\n", 3, 4),
    "of a map, merged": ("a: &x {b: 1}\nc:\n  <<: *x\n", 3, 7),
    "of itself": ("a: &x [1, *x]\n", 1, 11),
    "of nothing": ("a: *x\n", 1, 4),
    "first of three": ("a: &x 1\nb: *x\nc: *x\nd: *x\n", 2, 4),
}


@pytest.mark.parametrize(("text", "line", "column"), ALIASES.values(), ids=ALIASES)
def test_an_alias_is_reported_once_where_it_stands(text: str, line: int, column: int) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert source is None
    assert reported(problems) == [("site.yaml", line, column, "yaml-alias", {})]


def test_a_file_of_aliases_that_would_grow_without_limit_is_one_problem() -> None:
    """Were they followed, this would never end."""
    lines = ["a0: &a0 [қ, қ, қ, қ, қ, қ, қ, қ, қ, қ]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    source, problems = parse("\n".join(lines), "content/site.yaml")
    assert source is None
    assert reported(problems) == [("site.yaml", 2, 10, "yaml-alias", {})]


DEEP = {
    "brackets": "a: " + "[" * 10_000 + "]" * 10_000,
    "braces": "a: " + "{a: " * 5_000 + "1" + "}" * 5_000,
    "brackets that stay open": "a: " + "[" * 10_000,
    "entries of entries": "a:\n" + "- " * 5_000 + "1\n",
    "keys of keys": "? " * 50_000,
    "keys set in deeper and deeper": "".join(f"{' ' * depth}a:\n" for depth in range(3_000)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_one_problem_and_no_crash(text: str) -> None:
    source, problems = parse(text, "content/site.yaml")
    assert source is None
    assert [(problem.rule, problem.line > 0) for problem in problems] == [("broken-yaml", True)]


def test_thousands_of_unknown_keys_are_not_each_looked_into() -> None:
    source, _ = parse("".join(f"k{number}: 1\n" for number in range(12_000)), "content/news/a/facts.yaml")
    assert source is not None
    _, problems = validate(Consent, source)
    assert 100 < len(problems) <= 200


def test_fifty_levels_are_read() -> None:
    source, problems = parse("a: " + "[" * 50 + "]" * 50, "content/site.yaml")
    assert source is not None
    assert problems == []


def test_a_deep_value_that_a_schema_refuses_is_reported(content: Path) -> None:
    replaced("news/meeting/facts.yaml", "date: 2025-11-28", f"date: {'[' * 49}{']' * 49}")(content)
    ((file, line, column, rule, values),) = problems_of(content)
    assert (file, line, column, rule) == ("news/meeting/facts.yaml", 1, 7, "wrong-value")
    assert values["expected"] == "@date"
    assert len(values["found"]) <= 60


def test_lines_are_counted_from_the_beginning_of_the_file_that_holds_the_text() -> None:
    _, problems = parse("a: 1\na: 2\n", "content/site.yaml", first_line=10)
    assert [(problem.line, problem.column) for problem in problems] == [(11, 1)]
    _, problems = parse("a: б: в\n", "content/site.yaml", first_line=10)
    assert [(problem.line, problem.column) for problem in problems] == [(10, 5)]


# place in the data, line and column of its key, line and column of its value
PLACES = {
    "key": (("a",), (1, 1), (1, 4)),
    "key in a map": (("b", "c"), (3, 3), (3, 6)),
    "first entry": (("d", 0), (5, 5), (5, 5)),
    "last entry": (("d", 1), (6, 5), (6, 5)),
    "key in an entry": (("d", 1, "ё"), (6, 12), (6, 15)),
    "missing key": (("b", "missing"), (2, 1), (2, 1)),
    "missing entry": (("d", 7), (4, 1), (4, 1)),
    "missing at the top": (("missing",), (1, 1), (1, 1)),
    "the whole": ((), (1, 1), (1, 1)),
}


@pytest.mark.parametrize(("location", "key", "value"), PLACES.values(), ids=PLACES)
def test_every_key_and_value_knows_its_place(
    location: tuple[int | str, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    source, _ = parse("a: 1\nb:\n  c: ә\nd:\n  - қ\n  - {e: 1, ё: 2}\n", "content/site.yaml")
    assert source is not None
    at_key, at_value = source.problem_at_key("rule", location), source.problem_at_value("rule", location)
    assert ((at_key.line, at_key.column), (at_value.line, at_value.column)) == (key, value)


def test_a_title_with_a_colon_is_reported_at_its_line_of_the_index_file(content: Path) -> None:
    text = "---\nsummary: Қысқаша.\ntitle: Баға: неден тұрады\n---\nМәтін.\n"
    written("news/meeting/index.kk.md", text)(content)
    assert problems_of(content) == [
        ("news/meeting/index.kk.md", 3, 12, "broken-yaml", {"detail": "@yaml-colon", "cure": "@yaml-colon-cure"})
    ]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_what_ends_a_line_for_yaml_alone_moves_no_place_below_it(content: Path, separator: str) -> None:
    """Editors and git count line feeds, and so does every other reader of a text."""
    text = f"---\ntitle: Ә{separator} б\nsummary: Қысқаша.\nsumary: Ә\n---\nМәтін.\n"
    written("news/meeting/index.kk.md", text)(content)
    assert [(file, line, column, rule) for file, line, column, rule, _ in problems_of(content)] == [
        ("news/meeting/index.kk.md", 4, 1, "unknown-key")
    ]


def test_the_detail_is_a_phrase_that_the_catalogs_know() -> None:
    _, problems = parse("- a\n", "content/site.yaml")
    assert isinstance(problems[0].values["detail"], Phrase)
