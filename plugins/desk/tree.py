"""The values of a form as a tree: text at the leaves, mappings of parts, lists by number, maps by name (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, Union

from pydantic import BaseModel

from plugins.desk.shapes import Kind, Shape, shapes_of

Tree: TypeAlias = Union[str, Mapping[str, "Tree"]]  # noqa: UP007 - a type that names itself

WAS = "@was"
"""Which entry of the saved list this one was."""
KEY = "@key"
"""Under which name an entry of a map is to stand."""

PRESET = frozenset({"checked", "checked_in"})
"""Keys that the desk fills in; a new entry that has nothing else says nothing."""

_DEEPEST = 12


def from_names(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the tree of a form's fields, such as `facts.sources.0.url`, in the order of the form."""
    tree: dict[str, Any] = {}
    for name, value in pairs:
        *parents, last = name.split(".")
        if len(parents) > _DEEPEST or not all((*parents, last)):
            continue
        node = tree
        for parent in parents:
            inner = node.setdefault(parent, {})
            if not isinstance(inner, dict):
                inner = node[parent] = {}
            node = inner
        if not isinstance(node.get(last), dict):
            node[last] = value.replace("\r\n", "\n")
    return tree


def from_data(data: Any, model: type[BaseModel]) -> dict[str, Any]:
    """Return the tree of what is saved: `data` is what a YAML reader gives, with text for every value."""
    data = data if isinstance(data, Mapping) else {}
    tree = {shape.name: _of_value(data.get(shape.name), shape) for shape in shapes_of(model)}
    return {name: value for name, value in tree.items() if value is not None}


def _of_value(value: Any, shape: Shape) -> Any:
    if value is None:
        return None
    if shape.kind is Kind.PART and shape.model is not None:
        return from_data(value, shape.model)
    if shape.kind is Kind.LIST and shape.entry is not None:
        listed = value if isinstance(value, list) else []
        return {str(number): _entry(entry, shape.entry, {WAS: str(number)}) for number, entry in enumerate(listed)}
    if shape.kind is Kind.MAP and shape.entry is not None:
        named = value if isinstance(value, Mapping) else {}
        return {key: _entry(entry, shape.entry, {KEY: key}) for key, entry in named.items()}
    if shape.kind is Kind.SWITCH:
        return "true" if value == "true" else None
    return value if isinstance(value, str) else ""


def _entry(value: Any, shape: Shape, mark: Mapping[str, str]) -> Any:
    found = _of_value(value, shape)
    return {**mark, **found} if isinstance(found, dict) and shape.kind is Kind.PART else found or ""


def entries(tree: Mapping[str, Tree]) -> Iterator[Tree]:
    """Yield the entries of a list; those in which nothing is filled in are none."""
    for value in tree.values():
        if not is_blank(value):
            yield value


def is_blank(tree: Tree) -> bool:
    """Return whether nothing is filled in."""
    if isinstance(tree, str):
        return not tree.strip()
    passed_over = {WAS} if WAS in tree else PRESET
    return KEY not in tree and all(is_blank(value) for key, value in tree.items() if key not in passed_over)


def names_of(tree: Mapping[str, Tree], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the fields of a tree by name, as a form sends them."""
    for key, value in tree.items():
        if isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            yield from names_of(value, f"{prefix}{key}.")
