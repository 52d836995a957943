"""The text of a YAML value as written in the file, so that each word has its place."""

import re

import yaml

_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|\n)", re.DOTALL)
_SIGNS = {"n": " ", "t": " ", "r": " ", "_": "\u00a0", "N": " ", "L": " ", "P": " ", "0": " ", "\n": "\n"}
"""Escapes that stand for another sign than their letter; a line that goes on stays a line."""


def as_written(node: yaml.ScalarNode, source: str) -> tuple[str, int, int]:
    """Return a value with the length it has in `source`, and the line and column (from 0) it begins at.

    What belongs to YAML and not to the words, such as a `>` or a backslash, is a blank.
    """
    if _is_plain(node):
        quote = 1 if node.style in ("'", '"') else 0
        return node.value, node.start_mark.line, node.start_mark.column + quote
    lines = source.split("\n")
    start, end = node.start_mark, node.end_mark
    cut = [*lines[start.line : end.line], "".join(lines[end.line : end.line + 1])[: end.column]]
    text = "\n".join(cut)[start.column :]
    if node.style == '"':
        text = _ESCAPE.sub(_unescaped, f" {text[1:-1]} ")
    elif node.style == "'":
        text = f" {text[1:-1]} ".replace("''", " '")
    elif node.style in (">", "|"):
        head, newline, words = text.partition("\n")
        text = " " * len(head) + newline + words
    begin = len(text) - len(text.lstrip())
    before = text[:begin]
    column = begin - before.rfind("\n") - 1 if "\n" in before else start.column + begin
    return text.strip(), start.line + before.count("\n"), column


def _is_plain(node: yaml.ScalarNode) -> bool:
    """Return whether the value is written as it is read: on one line, and without escapes."""
    start, end = node.start_mark, node.end_mark
    quotes = 2 if node.style in ("'", '"') else 0
    return start.line == end.line and end.column - start.column - quotes == len(node.value)


def _unescaped(match: re.Match[str]) -> str:
    sign = match.group(1)
    if len(sign) > 1:
        return " " * len(sign) + chr(int(sign[1:], 16))
    return " " + _SIGNS.get(sign, sign)
