"""YAML with positions: values stay text for pydantic to type, and every key knows its line and column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml

from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in
from plugins.model.written_exceptions import WrittenException, exceptions_in_yaml
from plugins.model.yaml_diagnosis import diagnose

Location = tuple[int | str, ...]
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 50
"""Levels of nesting that are read; the schemas know fewer than ten."""
_SUSPICIOUS = 1_000
"""Characters that begin a collection, from which on the depth is counted first."""

_OTHER = {"detail": Phrase("yaml-other"), "cure": Phrase("yaml-other-cure")}
_NO_MAPPING = {"detail": Phrase("yaml-no-mapping"), "cure": Phrase("yaml-no-mapping-cure")}
_ODD_SPACE = {"detail": Phrase("yaml-odd-space"), "cure": Phrase("yaml-odd-space-cure")}
_CURLY_QUOTED = re.compile("[“”„][^“”„]*[“”]|[‘’][^‘’]*’", re.DOTALL)
"""A whole value; a parser takes these quotation marks for words."""
_CURLY = {"detail": Phrase("yaml-curly-quotes"), "cure": Phrase("yaml-curly-quotes-cure")}
_CUT = {"detail": Phrase("yaml-hash"), "cure": Phrase("yaml-hash-cure")}
_HASH = re.compile(r"^ *(?:- +)?[\w-]+: +(?:[^\s\"'{\[|>#&*!][^\n#]* )?(?P<cut>#)[^\s#]", re.MULTILINE)
_ODD_SPACES = "\u00a0\u202f\u2007\u3000"
_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Characters that end a line for YAML 1.1 and for no editor; `invisible-character` reports them."""
_LATIN_KEY = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class YamlSource:
    """A parsed YAML mapping: plain data, and its node tree to find the place of a key in."""

    path: str
    first_line: int
    data: dict[str, Any]
    root: yaml.Node
    text: str
    """What was parsed, as it is in the file."""
    exceptions: tuple[WrittenException, ...] = ()

    def problem_at_key(self, rule: str, location: Location, **values: str) -> Problem:
        """Return a problem at the key of `location`; at its nearest parent where it is missing."""
        return self._problem(self._find(location)[0], rule, values)

    def problem_at_value(self, rule: str, location: Location, **values: str) -> Problem:
        """Return a problem at the value of `location`; at its nearest parent's key where it is missing."""
        key, value, is_there = self._find(location)
        return self._problem(value if is_there else key, rule, values)

    def place_of_value(self, location: Location) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `location`; of its nearest parent's key where it is missing."""
        found = self.problem_at_value("", location)
        return found.line, found.column

    def _find(self, location: Location) -> tuple[yaml.Node, yaml.Node, bool]:
        key = value = self.root
        for part in location:
            found = _child(value, part)
            if found is None:
                return key, value, False
            key, value = found
        return key, value, True

    def _problem(self, node: yaml.Node, rule: str, values: dict[str, str]) -> Problem:
        mark = node.start_mark
        return Problem(self.path, mark.line + self.first_line, mark.column + 1, rule, values)


def scalar_nodes(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the nodes of all values below `node`, in order; keys are no values."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from scalar_nodes(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from scalar_nodes(value)


def scalars(data: Any) -> Iterator[str]:
    """Yield every value of plain data that is no collection, in order; keys are no values."""
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from scalars(value)
    elif data is not None:
        yield str(data)


def parse(text: str, path: str, first_line: int = 1) -> tuple[YamlSource | None, list[Problem]]:
    """Return the mapping in `text`, or the problems that make it unreadable (bad syntax, a key twice, an alias)."""
    read = text.translate(_LINE_ENDS) if not text.isascii() else text
    loader = _Loader(read)
    try:
        if (deep := _too_deep(read)) is not None:  # the composer is recursive, and written in C
            return None, [Problem(path, deep + first_line, 1, "broken-yaml", _OTHER)]
        if "*" in read and (alias := _first_alias(read)):  # a chain of them grows without bound when it is read
            return None, [Problem(path, alias.line + first_line, alias.column + 1, "yaml-alias")]
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line, column, phrase = diagnose(error, read)
        values: dict[str, str] = {"detail": Phrase(phrase), "cure": Phrase(f"{phrase}-cure")}
        return None, [Problem(path, line + first_line, column + 1, "broken-yaml", values)]
    except yaml.YAMLError:  # a forbidden character
        return None, [Problem(path, first_line, 1, "broken-yaml", _OTHER)]
    finally:
        loader.dispose()
    if root is None:  # an empty file is an empty mapping
        root = cast("yaml.Node", yaml.compose("{}", _Loader))
    if not isinstance(root, yaml.MappingNode):
        return None, [Problem(path, root.start_mark.line + first_line, 1, "broken-yaml", _NO_MAPPING)]
    problems: list[Problem] = list(_cut_by_hash(text, path, first_line))
    data = _Conversion(path, first_line, problems).plain(root)
    source = YamlSource(path, first_line, data, root, text, exceptions_in_yaml(text, path, first_line))
    return (None, problems) if problems else (source, [])


class _Conversion:
    """Nodes to plain data; what a quiet YAML reader would swallow is collected as problems."""

    def __init__(self, path: str, first_line: int, problems: list[Problem]) -> None:
        self.path, self.first_line, self.problems = path, first_line, problems

    def plain(self, node: yaml.Node, depth: int = 0) -> Any:
        if isinstance(node, yaml.ScalarNode):
            if not node.style and _CURLY_QUOTED.fullmatch(node.value):
                self._report(node, "broken-yaml", **_CURLY)
            return None if not node.style and node.value in _NOTHING else node.value
        if depth > _DEEPEST:
            self._report(node, "broken-yaml", **_OTHER)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(child, depth + 1) for child in node.value]
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._report(key, "broken-yaml", **_NO_MAPPING)
            elif key.value in result:
                self._report(key, "duplicate-key", key=key.value)
            elif key.value[:1] in _ODD_SPACES and key.value:
                self._report(key, "broken-yaml", **_ODD_SPACE)
            elif isinstance(node, yaml.MappingNode) and node.flow_style and _is_rest_of_words(key, value):
                self._report(key, "broken-yaml", **_cut(key, self.before(node, key)))
            else:
                result[key.value] = self.plain(value, depth + 1)
        return result

    @staticmethod
    def before(node: yaml.MappingNode, key: yaml.Node) -> str:
        """Return the value before a key of a mapping."""
        pairs = [(k, v) for k, v in node.value if k.start_mark.index < key.start_mark.index]
        return str(pairs[-1][1].value) if pairs else ""

    def _report(self, node: yaml.Node, rule: str, **values: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(self.path, mark.line + self.first_line, mark.column + 1, rule, values))


def _cut_by_hash(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem where `#` without a blank behind it has made a comment of words: `title: Орын #5`."""
    for match in _HASH.finditer(text) if " #" in text else ():
        yield Problem(path, *place_in(text, match.start("cut"), first_line), "broken-yaml", _CUT)


def _cut(key: yaml.ScalarNode, before: str) -> dict[str, str]:
    """Return how a key without a value came about, by its words and those before it."""
    if re.match(r"[a-z_]+:\S", key.value):
        phrase = "yaml-colon-space"
    else:
        phrase = "yaml-curly-quotes" if re.match("[“”„‘’]", before) else "yaml-comma"
    return {"detail": Phrase(phrase), "cure": Phrase(f"{phrase}-cure")}


def _is_rest_of_words(key: yaml.ScalarNode, value: yaml.Node) -> bool:
    """Return whether a key of `{…}` is what a comma has cut from the words before it: `{kk: Иә, болады}`.

    A decimal comma is reported by the schema, which knows that a number is wanted.
    """
    is_empty = isinstance(value, yaml.ScalarNode) and not value.style and value.start_mark.index == value.end_mark.index
    return is_empty and not key.style and not _LATIN_KEY.fullmatch(key.value) and not key.value.isdecimal()


def _first_alias(text: str) -> Any:
    events = yaml.parse(text, _Loader)
    return next((event.start_mark for event in events if isinstance(event, yaml.AliasEvent)), None)


def _too_deep(text: str) -> int | None:
    """Return the line (from 0) where a text goes deeper than any content does."""
    if sum(map(text.count, ("[", "{", "?", "- ", "-\n"))) <= _SUSPICIOUS:
        return None
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            return event.start_mark.line if event.start_mark else 0
    return None


def _child(node: yaml.Node, part: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
