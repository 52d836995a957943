"""What kind of field each key of a model is: the ground of the form and of the saving (pure)."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from plugins.model.fields import FileName, LawReference, VideoFileName, Words
from plugins.model.sections.laws import LawFacts


class Kind(StrEnum):
    """How a value is written and shown."""

    LINE = "line"
    TEXT = "text"
    """Words of more than one sentence."""
    NUMBER = "number"
    DAY = "day"
    SWITCH = "switch"
    CHOICE = "choice"
    ACT = "act"
    """The id of a legal act."""
    FILE = "file"
    """A file of the same folder."""
    PART = "part"
    """A model inside the model."""
    LIST = "list"
    MAP = "map"
    """Entries by a name in Latin letters."""


_LONG = frozenset({"summary", "lead", "text", "conditions", "why", "lawful", "warning", "reason", "who", "how"})
_ACTS = {(LawReference, "act"), (LawFacts, "act")}


@dataclass(frozen=True, slots=True)
class Shape:
    """One key of a model, or the entries of a list or a map (whose name is then empty)."""

    name: str
    kind: Kind
    required: bool = False
    model: type[BaseModel] | None = None
    """Of a part."""
    entry: "Shape | None" = None
    """Of the entries of a list or a map."""
    choices: tuple[str, ...] = ()
    is_words: bool = False
    """Whether a part is the same words in both languages."""


def shapes_of(model: type[BaseModel]) -> Iterator[Shape]:
    """Yield the keys of a model in their order."""
    for name, field in model.model_fields.items():
        yield _shape(field.alias or name, _Annotation(field), model)


@dataclass(frozen=True, slots=True)
class _Annotation:
    field: FieldInfo

    @property
    def type(self) -> Any:
        return self.field.annotation

    @property
    def required(self) -> bool:
        return self.field.is_required()


def _shape(name: str, annotation: _Annotation, owner: type[BaseModel]) -> Shape:
    is_file = any(mark in _marks_of_files() for mark in annotation.field.metadata)
    shape = _of_type(name, annotation.type, required=annotation.required, is_file=is_file)
    if (owner, name) in _ACTS:
        return Shape(name, Kind.ACT, shape.required)
    return shape


def _of_type(name: str, kind: Any, *, required: bool, is_file: bool = False) -> Shape:
    kind, marks = _inner(kind)
    origin = get_origin(kind)
    if is_file or any(mark in _marks_of_files() for mark in marks):
        return Shape(name, Kind.FILE, required)
    if origin is tuple:
        return Shape(name, Kind.LIST, required, entry=_of_type("", get_args(kind)[0], required=True))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Shape(name, Kind.MAP, required, entry=_of_type("", get_args(kind)[1], required=True))
    if model := _model_of(kind):
        return Shape(name, Kind.PART, required, model=model, is_words=model is Words)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Shape(name, Kind.CHOICE, required, choices=tuple(choice.value for choice in kind))
    return Shape(name, _of_scalar(name, kind), required)


def _model_of(kind: Any) -> type[BaseModel] | None:
    """Return the model a value is, with the keys of all where it is one of several."""
    members = tuple(_inner(member)[0] for member in get_args(kind)) or (kind,)
    if not all(isinstance(member, type) and issubclass(member, BaseModel) for member in members):
        return None
    return members[0] if len(members) == 1 else _union_of(members)


def _of_scalar(name: str, kind: Any) -> Kind:
    if get_origin(kind) is Literal:
        return Kind.SWITCH if get_args(kind) == (True,) else Kind.LINE
    if isinstance(kind, type):
        kinds = ((bool, Kind.SWITCH), (date, Kind.DAY), (int, Kind.NUMBER), (Decimal, Kind.NUMBER))
        found = next((of_type for known, of_type in kinds if issubclass(kind, known)), None)
        if found and name != "month":
            return found
    return Kind.TEXT if name in _LONG else Kind.LINE


@cache
def _union_of(models: tuple[type[BaseModel], ...]) -> type[BaseModel]:
    """Return a model with the keys of all of several; which of them a value is, its keys say."""
    fields: dict[str, Any] = {}
    for model in models:
        for name, known in model.model_fields.items():
            field = copy(known)
            field.default = None
            fields[name] = (known.annotation, field)
    return create_model("Union", **fields)


def _inner(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without `None` and marks, and the marks; a union of several types is written as a line."""
    if get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        inner, more = _inner(kind)
        return inner, (*marks, *more)
    members = [member for member in get_args(annotation) if member is not type(None)]
    if type(None) in get_args(annotation):
        return _inner(members[0]) if len(members) == 1 else (str, ())
    return annotation, ()


def _marks_of_files() -> tuple[Any, ...]:
    """Return the validators by which the type of a file's name is known."""
    names = (*get_args(FileName)[1:], *get_args(VideoFileName)[1:])
    return tuple(mark for mark in names if type(mark).__name__.endswith("Validator"))
