"""A YAML text changed where a value changed: every other line, comment, quote and order stays.

The text is read and written by ruamel.yaml, which keeps comments and quotes. All plain values are text, as they are for
the models: `0.10` stays `0.10`, a date stays a date.
"""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq, Format
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from plugins.desk.shapes import Kind, Shape, shapes_of
from plugins.desk.tree import KEY, WAS, Tree, entries, is_blank

_SPECIAL = set(":#\"'{}[],&*!|>%@`-?=")
"""Characters that may mean something in YAML; new words that hold one are quoted."""


_SPACED_NUMBER = re.compile(r"-?[0-9][0-9\s]*([.,][0-9\s]+)?")
"""As people write it: 36 000 000 or 0,07."""
_LINES = re.compile(r"[ \t]*[\r\n\t\x0b\x0c\x85\u2028\u2029]+[ \t]*")


class _Text(VersionedResolver):
    """Takes every plain value for text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


def edited_yaml(text: str, tree: Mapping[str, Tree], model: type[BaseModel]) -> str:
    """Return the YAML mapping `text` with the values of `tree`; keys that `model` does not know stay as they are.

    Raises ruamel.yaml.error.YAMLError for a text that cannot be read.
    """
    document = _load(text)
    before = _dump(document)
    _edit_part(document, tree, model)
    after = _dump(document)
    if before == after:
        return text
    merged = _merged(text, before, after)
    by_hand = [] if text == before else [_spliced(text, document)]
    for candidate in (*by_hand, _with_comments(text, merged), merged):
        if _reads_as(candidate, document):
            return candidate
    return after


def _edit_part(node: CommentedMap, tree: Mapping[str, Tree], model: type[BaseModel]) -> None:
    for shape in shapes_of(model):
        _edit_key(node, shape, tree.get(shape.name), [known.name for known in shapes_of(model)])


def _edit_key(node: CommentedMap, shape: Shape, new: Tree | None, order: list[str]) -> None:
    old = node.get(shape.name)
    if isinstance(old, CommentedMap | CommentedSeq) and shape.kind not in (Kind.PART, Kind.LIST, Kind.MAP):
        return  # not what a form can show: it stays
    if new is None or is_blank(new):
        if shape.name in node and not _is_empty(old):
            _remove(node, shape)
        return
    value = _edited(old, new, shape)
    if shape.name in node:
        if value is not old:
            node[shape.name] = value
    else:
        before = order[: order.index(shape.name)]
        place = max((list(node).index(name) + 1 for name in before if name in node), default=0)
        node.insert(place if place else len(node), shape.name, value)


def _edited(old: Any, new: Tree, shape: Shape) -> Any:
    if shape.kind is Kind.PART and shape.model is not None and isinstance(new, Mapping):
        part = old if isinstance(old, CommentedMap) else CommentedMap()
        _edit_part(part, new, shape.model)
        return part
    if shape.kind is Kind.LIST and shape.entry is not None and isinstance(new, Mapping):
        return _edited_list(old if isinstance(old, CommentedSeq) else CommentedSeq(), new, shape.entry)
    if shape.kind is Kind.MAP and shape.entry is not None and isinstance(new, Mapping):
        return _edited_map(old if isinstance(old, CommentedMap) else CommentedMap(), new, shape.entry)
    return _scalar(old, str(new), shape)


def _edited_list(old: CommentedSeq, new: Mapping[str, Tree], entry: Shape) -> CommentedSeq:
    free = list(range(len(old)))
    result: list[Any] = []
    places: list[int | None] = []
    for wanted in entries(new):
        place = _place_of(wanted, old, free)
        if place is not None:
            free.remove(place)
        result.append(_edited(old[place] if place is not None else None, wanted, entry))
        places.append(place)
    if places == list(range(len(old))):
        for index, value in enumerate(result):
            if value is not old[index]:
                old[index] = value
        return old
    moved = CommentedSeq(result)
    setattr(moved, Format.attrib, old.fa)  # flow or block, as it was
    if old.ca.comment:
        moved.ca.comment = old.ca.comment
    for index, place in enumerate(places):
        if place in old.ca.items:
            moved.ca.items[index] = old.ca.items[place]
    return moved


def _place_of(wanted: Tree, old: CommentedSeq, free: list[int]) -> int | None:
    """Return which entry of the old list `wanted` was: as the form says, or by its value."""
    if isinstance(wanted, Mapping):
        was = str(wanted.get(WAS, ""))
        return int(was) if was.isdecimal() and int(was) in free else None
    return next((place for place in free if str(old[place]) == wanted), None)


def _edited_map(old: CommentedMap, new: Mapping[str, Tree], entry: Shape) -> CommentedMap:
    keys = {was: str(value.get(KEY, was)) if isinstance(value, Mapping) else was for was, value in new.items()}
    values = {was: _edited(old.get(was), value, entry) for was, value in new.items()}
    if [was for was in keys if was in old] == list(old) and all(was == key for was, key in keys.items()):
        for was, value in values.items():
            if old.get(was) is not value or was not in old:
                old[was] = value
        return old
    moved = CommentedMap((keys[was], value) for was, value in values.items())
    setattr(moved, Format.attrib, old.fa)
    for was, key in keys.items():
        if was in old.ca.items:
            moved.ca.items[key] = old.ca.items[was]
    return moved


def _scalar(old: Any, new: str, shape: Shape) -> Any:
    if old is not None and str(old).strip() == new.strip():
        return old
    new = _LINES.sub(" ", new).strip()
    if shape.kind is Kind.NUMBER and _SPACED_NUMBER.fullmatch(new):
        new = "".join(new.split()).replace(",", ".")
    if isinstance(old, DoubleQuotedScalarString | SingleQuotedScalarString):
        return type(old)(new)
    is_words = shape.kind in (Kind.LINE, Kind.TEXT)
    is_odd = bool(_SPECIAL & set(new)) or not any(map(str.isalpha, new)) or new.lower() in ("true", "false", "null")
    return DoubleQuotedScalarString(new) if is_words and is_odd and not _is_address(new) else new


def _is_address(value: str) -> bool:
    return value.startswith(("https://", "http://", "/")) and not set(" #") & set(value)


def _remove(node: CommentedMap, shape: Shape) -> None:
    if shape.required and shape.kind not in (Kind.PART, Kind.LIST, Kind.MAP):
        node[shape.name] = DoubleQuotedScalarString("")
    else:
        del node[shape.name]


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, CommentedMap | CommentedSeq) and not value)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _Text
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    return yaml


def _load(text: str) -> CommentedMap:
    loaded = _yaml().load(text)
    return loaded if isinstance(loaded, CommentedMap) else CommentedMap()


def _dump(document: CommentedMap, *, indented: bool = True) -> str:
    if not document:
        return ""
    yaml, file = _yaml(), io.StringIO()
    if indented:
        yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(document, file)
    return file.getvalue()


def _merged(text: str, before: str, after: str) -> str:
    """Return `text` with the changes from `before` to `after`; the two differ from it where it is laid out by hand."""
    if text == before:
        return after
    written, old, new = (part.splitlines(keepends=True) for part in (text, before, after))
    place: dict[int, int] = {len(old): len(written)}
    for start_old, start_written, size in SequenceMatcher(None, old, written, autojunk=False).get_matching_blocks():
        for step in range(size + 1):
            place.setdefault(start_old + step, start_written + step)
    lines: list[str] = []
    done = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if i1 not in place or i2 not in place:
            return after
        lines += written[done : place[i1]] + new[j1:j2]
        done = place[i2]
    return "".join(lines + written[done:])


def _spliced(text: str, document: CommentedMap) -> str:
    """Return `text` with each value that changed in `document` put in its place; only values are looked at."""
    changes = sorted(_changed_values(_yaml().compose(text), document), reverse=True)
    for start, end, value in changes:
        text = text[:start] + value + text[end:]
    return text


def _changed_values(node: Any, value: Any) -> Iterator[tuple[int, int, str]]:
    """Yield the first and the last place of each value that is another one, and how it is written."""
    if isinstance(node, ScalarNode) and isinstance(value, str) and node.value != value:
        is_plain = not node.style and value and not _SPECIAL & set(value)
        yield node.start_mark.index, node.end_mark.index, value if is_plain else json.dumps(value, ensure_ascii=False)
    elif isinstance(node, MappingNode) and isinstance(value, CommentedMap):
        for key, inner in node.value:
            yield from _changed_values(inner, value.get(key.value))
    elif isinstance(node, SequenceNode) and isinstance(value, CommentedSeq):
        for inner, changed in zip(node.value, value, strict=False):
            yield from _changed_values(inner, changed)


def _with_comments(old: str, new: str) -> str:
    """Return `new` with the comment lines of `old` that went with the key above them."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lost = Counter(line for line in before if line.lstrip().startswith("#"))
    lost -= Counter(line for line in after if line.lstrip().startswith("#"))
    lines: list[str] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        lines += after[j1:j2]
        for line in before[i1:i2]:
            if lost[line] > 0 and line not in after[j1:j2]:
                lost[line] -= 1
                lines.append(line)
    return "".join(lines)


def _reads_as(text: str, document: CommentedMap) -> bool:
    try:
        return bool(_load(text) == document)
    except Exception:  # not readable: whatever the library says, it is not this text
        return False
