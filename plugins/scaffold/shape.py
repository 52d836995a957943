"""The keys of a model as YAML to be filled in: needed ones first, then the others as comments (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.model.fields import Facts, LawReference, Text, Words
from plugins.model.placeholders import PLACEHOLDERS
from plugins.model.sections.lawyer import LawyerFacts
from plugins.model.sections.people import PersonFacts
from plugins.scaffold.hints import Hints

_INDENT = "  "
_FIRST_KEY = "first"
"""Name of the first entry of a map; facts and words of a bundle have the same one."""

_SEVERAL: Mapping[str, tuple[str, ...]] = {"options": (_FIRST_KEY, "second")}
"""Keys of which one entry would make no sense: the answers to choose from."""

_NEEDED: Mapping[type[BaseModel], frozenset[str]] = {
    PersonFacts: frozenset({"consent"}),
    LawyerFacts: frozenset({"laws"}),
    LawReference: frozenset({"articles"}),
}
"""Keys that the schema gives a default, and a rule of the model asks for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new bundle is written with."""

    hints: Hints
    placeholder: str
    order: int
    """The place after all items there are."""


def as_yaml(model: type[BaseModel], draft: Draft) -> str:
    """Return every key of `model`, each below its hint."""
    needed = [line for name in _names(model, needed=True) for line in _key(model, name, draft)]
    others = [line for name in _names(model, needed=False) for line in _key(model, name, draft)]
    return "\n".join([*needed, f"# {draft.hints.optional_head}", *others]) + "\n"


def _lines(model: type[BaseModel], draft: Draft) -> Iterator[str]:
    """Yield the keys of a model that is the value of another one's key."""
    for name in _names(model, needed=True):
        yield from _key(model, name, draft)
    for name in _names(model, needed=False):
        yield from _key(model, name, draft, mark=f" ({draft.hints.optional})")


def _names(model: type[BaseModel], *, needed: bool) -> list[str]:
    """Return the fields of a model, its own ones before those that every item has."""
    names = [name for name in model.model_fields if _is_needed(model, name) is needed]
    common = Facts.model_fields if issubclass(model, Facts) else Text.model_fields
    return names if needed else sorted(names, key=lambda name: name in common)


def _key(model: type[BaseModel], name: str, draft: Draft, mark: str = "") -> list[str]:
    """Return the hint of a key and its lines, which are a comment where the key is not needed."""
    field = model.model_fields[name]
    key = field.alias or name
    hint = [f"# {words}{mark}"] if (words := _hint(model, key, field, draft)) else []
    lines = _entry(key, _inner(field.annotation), draft)
    return [*hint, *(lines if _is_needed(model, name) else (f"# {line}" for line in lines))]


def _is_needed(model: type[BaseModel], name: str) -> bool:
    """Return whether a key must be written; all are where none is, because a map of nothing is no value."""
    by_rule = {key for owner, keys in _NEEDED.items() if issubclass(model, owner) for key in keys}
    needed = by_rule | {key for key, field in model.model_fields.items() if field.is_required()}
    may_be_empty = issubclass(model, Facts)  # the keys of a file, not of a value
    return name in needed or not (needed or may_be_empty)


def _hint(model: type[BaseModel], key: str, field: FieldInfo, draft: Draft) -> str:
    found = draft.hints.key_of(model, key)
    parts = [draft.hints.fields[found]] if found else []
    kind = _inner(field.annotation)
    if isinstance(kind, type) and issubclass(kind, Enum):
        parts.append(draft.hints.choices.format(choices=", ".join(choice.value for choice in kind)))
    return "; ".join(parts)


def _entry(key: str, kind: Any, draft: Draft) -> list[str]:
    """Return the lines of one key with a value of `kind`."""
    origin = get_origin(kind)
    names = _SEVERAL.get(key, (_FIRST_KEY,))
    if origin is tuple and key in _SEVERAL:
        return [f"{key}:", *(f"{_INDENT}- {name}" for name in names)]
    if origin is tuple:
        return [f"{key}:", *_set_in(_list_item(_inner(get_args(kind)[0]), draft))]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        entries = [line for name in names for line in _entry(name, _inner(get_args(kind)[1]), draft)]
        return [f"{key}:", *_set_in(entries)]
    if _is_mapping(kind):
        return [f"{key}:", *_set_in(_lines(kind, draft))]
    return [f"{key}: {_scalar(key, kind, draft)}"]


def _list_item(kind: Any, draft: Draft) -> list[str]:
    """Return the lines of an entry of a list; a hint of its first key is before the hyphen."""
    if not _is_mapping(kind):
        return [f"- {_scalar('', kind, draft)}"]
    lines = list(_lines(kind, draft))
    start = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:start], f"- {lines[start]}", *_set_in(lines[start + 1 :])]


def _is_mapping(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not Words


def _scalar(key: str, kind: Any, draft: Draft) -> str:
    if kind is Words:
        return "{" + ", ".join(f"{language}: {word}" for language, word in PLACEHOLDERS.items()) + "}"
    if kind is bool:
        return "true"
    return str(draft.order) if key == "order" else draft.placeholder


def _inner(annotation: Any) -> Any:
    """Return the type an annotation means: without `None`, limits, and further members of a union."""
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    if type(None) in get_args(annotation):
        return _inner(next(member for member in get_args(annotation) if member is not type(None)))
    return annotation


def _set_in(lines: Iterable[str]) -> list[str]:
    return [_INDENT + line for line in lines]
