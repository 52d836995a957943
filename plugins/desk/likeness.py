"""A new item begun from a similar one: its words, without anything that may be true of the other alone (pure)."""

import re
from collections.abc import Mapping
from typing import Any

from plugins.desk.shapes import Kind, Shape, shapes_of
from plugins.desk.tree import WAS
from plugins.model.items import LANGUAGES
from plugins.model.placeholders import PLACEHOLDERS
from plugins.model.sections import Schema, Section
from plugins.model.sections.people import PersonFacts

_FIGURE = re.compile(r"(?<![\w/-])\d+(?:[ \u00a0.,:/–-]*\d+)*(?![\w-])")
_ADDRESS = re.compile(r"(\]\([^)\n]*\)|\{[^}\n]*\}|^ {0,3}\d+[.)] )", re.MULTILINE)
"""What figures may be part of and are no statement: an address, a mark, the number of a list."""
_PICTURE = re.compile(r"^!\[[^\]\n]*\]\([^)\n]*\)[ \t]*\n?", re.MULTILINE)
_LISTS = frozenset({"laws", "next"})
_UNLIKE = frozenset({"title", "short_title"})


def can_be_like(section: Section) -> bool:
    """Return whether an item may begin from another one of the section; the story of a person may not."""
    return not section.single_pages and not issubclass(section.schema.facts, PersonFacts)


def like(other: Mapping[str, Any], fresh: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """Return the tree `fresh` of a new item with the words of `other`.

    Choices, names in both languages, laws and what is read next are taken over. Figures, days, people, files and sources are
    not; a figure inside a sentence becomes a placeholder, which no build publishes.
    """
    facts = {shape.name: other["facts"][shape.name] for shape in shapes_of(schema.facts) if shape.name in other.get("facts", {}) and _is_shared(shape)}  # fmt: skip
    tree: dict[str, Any] = {
        "facts": {**fresh["facts"], **{name: _without_marks(value) for name, value in facts.items()}}
    }
    for language in LANGUAGES:
        own = other.get(language, {})
        words = {
            shape.name: own[shape.name] for shape in shapes_of(schema.text) if shape.name in own and _is_words(shape)
        }
        words["body"] = _PICTURE.sub("", str(own.get("body", "")))
        tree[language] = {name: _without_figures(_without_marks(value), PLACEHOLDERS[language]) for name, value in words.items()}  # fmt: skip
    return tree


def _is_shared(shape: Shape) -> bool:
    return shape.kind is Kind.CHOICE or shape.name in _LISTS or (shape.is_words and shape.required)


def _is_words(shape: Shape) -> bool:
    is_list_of_lines = (
        shape.entry is not None and shape.entry.kind in (Kind.LINE, Kind.TEXT) and shape.kind is Kind.LIST
    )
    return shape.name not in _UNLIKE and (shape.kind in (Kind.LINE, Kind.TEXT) or is_list_of_lines)


def _without_marks(value: Any) -> Any:
    """Return a tree that does not say which saved entries it was."""
    if not isinstance(value, Mapping):
        return value
    return {key: _without_marks(inner) for key, inner in value.items() if key != WAS}


def _without_figures(value: Any, placeholder: str) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_figures(inner, placeholder) for key, inner in value.items()}
    parts = _ADDRESS.split(str(value))  # every second part is kept as it is
    return "".join(part if number % 2 else _FIGURE.sub(placeholder, part) for number, part in enumerate(parts))
