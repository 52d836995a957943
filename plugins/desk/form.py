"""A form drawn from the models: every key with its words, its value and its place in the tree (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from plugins.desk.shapes import Kind, Shape, shapes_of
from plugins.desk.tree import KEY, WAS, Tree
from plugins.desk.words import Words, load_words
from plugins.model.fields import Facts, Text
from plugins.model.items import LANGUAGES, Language
from plugins.model.sections import Schema

_ALWAYS = frozenset({"draft", "films", "sources"})
"""Fields of every item that are in sight also where they are empty."""
_ALWAYS_OPEN = "facts.consent"
"""A part that may be left out, and is wanted of every page of a person."""
_UPLOADS = {"facts.films": "film", "facts.papers": "paper", "facts.pictures": "picture"}
"""Maps whose entries begin with a file, and how it comes in. Any other file of a form is a photo."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field, part, list or map of a form."""

    name: str
    kind: Kind
    label: str
    hint: str = ""
    required: bool = False
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    fields: tuple["Field", ...] = ()
    """Of a part; the entries of a list or a map."""
    key: str = ""
    """Name of an entry of a map."""
    was: str = ""
    """Number of an entry in the saved list."""
    is_words: bool = False
    can_grow: bool = True
    """Whether entries may be added; those of a text follow the facts."""
    is_open: bool = True
    is_extra: bool = False
    """Whether it is one that every item may have, and this one does not."""
    words: tuple["Field", ...] = ()
    """What is said of an entry or a part of the facts, in each language."""
    proposal: str = ""
    """Words that one press puts into an empty field; `{title}` in them is the title of the page."""
    offers: tuple[str, ...] = ()
    """What is often written here, to choose from."""
    upload: str = ""
    """How a file comes in: `photo` into this field, a new entry as `picture`, or by a page of its own, `film` and `paper`."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a form is drawn with: its words, the acts to choose from, the files of the item."""

    words: Words
    acts: Mapping[str, str]
    files: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of the entries of a map in a text, by the name of its field."""


def form_of(schema: Schema, tree: Mapping[str, Any], context: Context) -> dict[str, list[Field]]:
    """Return the fields of the facts and of the words in each language; the words of an entry are beside its facts."""
    context = Context(context.words, context.acts, context.files, _keys(schema, tree))
    form = {"facts": _fields(schema.facts, tree.get("facts", {}), "facts.", context)}
    for language in LANGUAGES:
        form[language] = _fields(schema.text, tree.get(language, {}), f"{language}.", context)
    for in_facts, in_text in schema.keyed.items():
        named = {language: f"{language}.{in_text}" for language in LANGUAGES}
        words = [next(field.fields for field in form[code] if field.name == name) for code, name in named.items()]
        form["facts"] = [
            _with_words(field, words) if field.name == f"facts.{in_facts}" else field for field in form["facts"]
        ]
        _take_out(form, named)
    for in_facts, in_text in schema.described.items():
        named = {language: f"{language}.{in_text}" for language in LANGUAGES}
        said = tuple(field for code, name in named.items() for field in form[code] if field.name == name)
        form["facts"] = [replace(field, words=said) if field.name == f"facts.{in_facts}" else field for field in form["facts"]]  # fmt: skip
        _take_out(form, named)
    return form


def _take_out(form: dict[str, list[Field]], named: Mapping[Language, str]) -> None:
    for code, name in named.items():
        form[code] = [field for field in form[code] if field.name != name]


def _with_words(field: Field, words: list[tuple[Field, ...]]) -> Field:
    entries = zip(field.fields, *words, strict=True)
    return replace(field, fields=tuple(replace(entry, words=tuple(said)) for entry, *said in entries))


def _keys(schema: Schema, tree: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    facts = tree.get("facts", {})
    keys: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for in_facts, in_text in schema.keyed.items():
            keys[f"{language}.{in_text}"] = tuple(facts.get(in_facts, {}))
        for in_facts, inner in schema.keyed_within.items():
            is_map = _kind_within(schema.facts, in_facts, inner) is Kind.MAP
            for key, value in facts.get(in_facts, {}).items():
                named = value.get(inner, {}) if isinstance(value, Mapping) else {}
                found = named if is_map else filter(None, map(str, named.values()))
                keys[f"{language}.{in_facts}.{key}.{inner}"] = tuple(found)
    return keys


def _kind_within(model: type[BaseModel], name: str, inner: str) -> Kind | None:
    """Return the kind of the key `inner` within the entries of the map `name`."""
    entry = next((shape.entry for shape in shapes_of(model) if shape.name == name), None)
    within = shapes_of(entry.model) if entry and entry.model else ()
    return next((shape.kind for shape in within if shape.name == inner), None)


def _fields(model: type[BaseModel], tree: Any, prefix: str, context: Context) -> list[Field]:
    tree = tree if isinstance(tree, Mapping) else {}
    shapes = list(shapes_of(model))
    if issubclass(model, Facts):  # the keys of this section first, then those that every item has; switches last
        shapes.sort(key=lambda shape: (shape.name in Facts.model_fields, shape.kind is Kind.SWITCH, not shape.required))
        drawn = [_field(shape, tree.get(shape.name), prefix + shape.name, model, context) for shape in shapes]
        return [replace(field, is_extra=_is_extra(field)) for field in drawn]
    shapes.sort(key=lambda shape: issubclass(model, Text) and not shape.required)
    return [_field(shape, tree.get(shape.name), prefix + shape.name, model, context) for shape in shapes]


def _is_extra(field: Field) -> bool:
    name = field.name.removeprefix("facts.")
    return name in Facts.model_fields and name not in _ALWAYS and not (field.required or field.value or field.fields)


def _field(shape: Shape, value: Tree | None, name: str, owner: type[BaseModel], context: Context) -> Field:
    label, hint = context.words.of_field(owner, shape.name)
    drawn = _drawn(shape, value, name, label, hint, context)
    key, part = f"{owner.__name__}.{shape.name}", name.partition(".")[0]
    proposal = load_words(part).proposals.get(key, "") if part in LANGUAGES else ""
    return replace(drawn, proposal=proposal, offers=tuple(context.words.offers.get(key, ())))


def _drawn(shape: Shape, value: Tree | None, name: str, label: str, hint: str, context: Context) -> Field:
    if shape.kind is Kind.PART and shape.model is not None:
        fields = tuple(_fields(shape.model, value, f"{name}.", context))
        is_open = shape.required or bool(value) or name == _ALWAYS_OPEN
        return Field(
            name, shape.kind, label, hint, shape.required, fields=fields, is_words=shape.is_words, is_open=is_open
        )
    if shape.kind is Kind.LIST and shape.entry is not None:
        return _list(shape, shape.entry, value, name, label, hint, context)
    if shape.kind is Kind.MAP and shape.entry is not None:
        return _map(shape, shape.entry, value, name, label, hint, context)
    text = value if isinstance(value, str) else ""
    is_photo = shape.kind is Kind.FILE and not name.startswith(tuple(f"{place}." for place in _UPLOADS))
    return Field(
        name,
        shape.kind,
        label,
        hint,
        shape.required,
        text,
        options=_options(shape, text, context),
        upload="photo" if is_photo else "",
    )


def _list(shape: Shape, entry: Shape, value: Tree | None, name: str, label: str, hint: str, context: Context) -> Field:
    found = value if isinstance(value, Mapping) else {}
    fields = []
    for number, inner in enumerate(found.values(), start=1):
        place = f"{name}.{number - 1}"
        drawn = _drawn(entry, inner, place, f"{label} {number}", "", context)
        was = str(inner.get(WAS, "")) if isinstance(inner, Mapping) else ""
        fields.append(_as_entry(drawn, was=was))
    return Field(name, shape.kind, label, hint, shape.required, fields=tuple(fields), is_open=bool(fields))


def _map(shape: Shape, entry: Shape, value: Tree | None, name: str, label: str, hint: str, context: Context) -> Field:
    found = value if isinstance(value, Mapping) else {}
    following = context.keys.get(name)
    keys = following if following is not None else tuple(found)
    fields = []
    for key in keys:
        inner = found.get(key)
        drawn = _drawn(entry, inner, f"{name}.{key}", f"{label}: {key}", "", context)
        shown = str(inner.get(KEY, key)) if isinstance(inner, Mapping) else key
        fields.append(_as_entry(drawn, key=shown))
    can_grow = following is None
    upload = _UPLOADS.get(name, "")
    is_open = bool(fields) or upload in ("picture", "paper", "film")
    return Field(
        name, shape.kind, label, hint, shape.required, fields=tuple(fields), can_grow=can_grow, is_open=is_open, upload=upload
    )  # fmt: skip


def _as_entry(drawn: Field, *, key: str = "", was: str = "") -> Field:
    return replace(drawn, key=key, was=was, is_open=True)


def _options(shape: Shape, value: str, context: Context) -> tuple[tuple[str, str], ...]:
    if shape.kind is Kind.CHOICE:
        found: Iterable[tuple[str, str]] = ((choice, context.words.choice(choice)) for choice in shape.choices)
    elif shape.kind is Kind.ACT:
        found = context.acts.items()
    elif shape.kind is Kind.FILE:
        found = ((file, file) for file in context.files)
    else:
        return ()
    options = tuple(found)
    known = {option for option, _ in options}
    return options if value in known or not value else ((value, value), *options)
