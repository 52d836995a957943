"""Where an exception is seen, what it names, and how far it reaches."""

import pytest

from plugins.model.written_exceptions import exceptions_in_markdown, exceptions_in_yaml, without_exceptions

BLOCK = "<!-- allow forbidden-claim: сот сөзі -->"

# text, then rule, reason, line, column, first and last line it holds for
IN_MARKDOWN = {
    "before the first block": (f"{BLOCK}\nА\nә\n\nБ", [("forbidden-claim", "сот сөзі", 1, 1, 1, 3)]),
    "before the first block, below a blank line": (f"\n{BLOCK}\nА\n\nБ", [("forbidden-claim", "сот сөзі", 2, 1, 1, 3)]),
    "before a block in the middle": (f"А\n\n{BLOCK}\nә\n\nБ", [("forbidden-claim", "сот сөзі", 3, 1, 3, 4)]),
    "with a blank line before the block": (f"А\n\n{BLOCK}\n\nә\nҒ\n\nБ", [("forbidden-claim", "сот сөзі", 3, 1, 3, 6)]),
    "before the last block": (f"А\n\n{BLOCK}\nә", [("forbidden-claim", "сот сөзі", 3, 1, 3, 4)]),
    "with nothing below": (f"А\n\n{BLOCK}", [("forbidden-claim", "сот сөзі", 3, 1, 3, 3)]),
    "two before one block": (
        f"А\n\n{BLOCK}\n<!--allow thin-item:қысқа-->\nә\n\nБ",
        [("forbidden-claim", "сот сөзі", 3, 1, 3, 5), ("thin-item", "қысқа", 4, 1, 4, 5)],
    ),
    "set in, in a list": (f"- А\n\n  {BLOCK}\n- ә", [("forbidden-claim", "сот сөзі", 3, 3, 3, 4)]),
    "without a reason": ("А\n\n<!-- allow thin-item -->\nә", [("thin-item", "", 3, 1, 3, 4)]),
    "a reason with a colon and an arrow": (
        "<!-- allow thin-item: себебі: а -> б -->\nә", [("thin-item", "себебі: а -> б", 1, 1, 1, 2)],
    ),
    "another comment": ("<!-- сөз -->\nә", []),
    "within a line": (f"А {BLOCK}", []),
    "no comment": ("allow thin-item: қысқа", []),
}  # fmt: skip
IN_YAML = {
    "before a key": ("a: 1\n# allow thin-item: қысқа\nb: 2\nc: 3", [("thin-item", "қысқа", 2, 1, 2, 3)]),
    "before a key with keys": ("# allow thin-item: қысқа\na:\n  b: 1\n\n  c: 2\nd: 3", [("thin-item", "қысқа", 1, 1, 1, 5)]),
    "before a folded value": ("# allow thin-item: қысқа\na: >\n  ә\n  ғ", [("thin-item", "қысқа", 1, 1, 1, 4)]),
    "before a line of a list": (
        "a:\n  # allow thin-item: қысқа\n  - b: 1\n    c: 2\n  - d: 3", [("thin-item", "қысқа", 2, 3, 2, 4)],
    ),
    "at the end": ("a: 1\n# allow thin-item: қысқа", [("thin-item", "қысқа", 2, 1, 2, 3)]),
    "another comment": ("# сөз\na: 1", []),
    "behind a value": ("a: 1  # allow thin-item: қысқа", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_MARKDOWN.values(), ids=IN_MARKDOWN)
def test_an_exception_in_markdown_holds_for_the_block_below(text: str, expected: list[tuple[object, ...]]) -> None:
    found = exceptions_in_markdown(text, "a.md", 1)
    assert [(e.rule, e.reason, e.line, e.column, e.first_line, e.last_line) for e in found] == expected


@pytest.mark.parametrize(("text", "expected"), IN_YAML.values(), ids=IN_YAML)
def test_an_exception_in_yaml_holds_for_the_value_below(text: str, expected: list[tuple[object, ...]]) -> None:
    found = exceptions_in_yaml(text, "a.yaml", 1)
    assert [(e.rule, e.reason, e.line, e.column, e.first_line, e.last_line) for e in found] == expected


def test_lines_are_counted_from_where_the_text_begins() -> None:
    (found,) = exceptions_in_markdown(f"А\n\n{BLOCK}\nә", "a.md", 10)
    assert (found.line, found.first_line, found.last_line) == (12, 12, 13)


@pytest.mark.parametrize("text", [text for text, _ in IN_MARKDOWN.values()], ids=IN_MARKDOWN)
def test_the_words_of_an_exception_are_blanked_out_and_nothing_moves(text: str) -> None:
    blanked = without_exceptions(text)
    assert [len(line) for line in blanked.split("\n")] == [len(line) for line in text.split("\n")]
    kept = [line for line in text.split("\n") if not line.lstrip().startswith("<!-- allow") and "<!--allow" not in line]
    assert [line for line in blanked.split("\n") if line.strip()] == [line for line in kept if line.strip()]


def test_a_hundred_thousand_blanks_hold_nothing_up() -> None:
    (found,) = exceptions_in_markdown("<!-- allow a-b" + " " * 100_000 + "себебі -->", "a.md", 1)
    assert (found.rule, found.reason) == ("a-b", "себебі")
