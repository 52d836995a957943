"""Turns pydantic's validation errors into problems; no other module knows them."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.diagnostics import Phrase, Problem
from plugins.model.other_sites import refusal
from plugins.model.yaml_source import Location, YamlSource

_EXPECTED = {
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "date_type": "date",
    "date_from_datetime_inexact": "date",
    "int_parsing": "integer",
    "int_type": "integer",
    "int_from_float": "integer",
    "decimal_parsing": "decimal",
    "decimal_type": "decimal",
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "string_type": "text",
    "string_too_short": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "too_short": "longer-list",
    "file_name": "file-name",
    "range": "range",
    "right_option": "right-option",
    "month": "month",
    "source_or_to_confirm": "source-or-to-confirm",
    "repeal": "repeal",
    "in_force_or_repealed": "in-force-or-repealed",
    "nominal_form": "nominal-form",
    "steps_order": "steps-order",
    "fee_unit": "fee-unit",
    "dated_order": "dated-order",
    "film_file": "film-file",
    "film_source": "film-source",
}
_RULES = {
    "law_and_article": "answer-without-law",
    "consent_or_sample": "missing-consent",
    "film_elsewhere": "third-party-video",
}
"""Faults of a schema that have a rule of their own."""

_BLAMED = {
    "range": ("to", "valid_to", "until"),
    "repeal": ("status",),
    "in_force_or_repealed": ("status",),
    "source_or_to_confirm": ("value",),
    "fee_unit": ("value",),
}
"""Keys at which a fault of several keys is reported: the first of them that is written."""

_MOST_TOLD = 200
"""Faults of a file that are looked into; the next check reports the rest."""
_LIMITS = {
    "greater_than_equal": ("ge", "at-least"),
    "less_than_equal": ("le", "at-most"),
}
_PATTERNS = {
    "articles": "article-number",
    "url": "web-address",
    "site_address": "web-address",
    "kk": "web-address",
    "ru": "web-address",
    "link": "site-path",
    "paths": "site-path",
    "next": "site-path",
}


def validate(model: type[BaseModel], source: YamlSource) -> tuple[BaseModel | None, list[Problem]]:
    """Return the typed value of `source`, or every reason why it does not fit `model`."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, list(_problems(error, model, source))


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the word most like `word`, or nothing when none is like it."""
    return _nearest(word, tuple(words))


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...]) -> str:  # the same slip often comes many times
    return next(iter(get_close_matches(word, words, n=1, cutoff=0.51)), "")


def _problems(error: ValidationError, model: type[BaseModel], source: YamlSource) -> Iterator[Problem]:
    first_at: dict[Location, ErrorDetails] = {}  # the members of a union each complain of the same value
    for detail in error.errors(include_url=False):
        first_at.setdefault(_in_source(detail, source.data), detail)
        if len(first_at) == _MOST_TOLD:
            break
    misspelt: set[Location] = set()
    for location, detail in first_at.items():
        if detail["type"] == "extra_forbidden":
            if comma := _decimal_comma(location, source.data):
                whole, found = comma
                values = {"key": _key_name(whole), "found": found, "expected": Phrase("decimal")}
                yield source.problem_at_value("wrong-value", whole, **values)
                continue
            known = _keys_at(model, location[:-1])
            free = [key for key in known if key not in _value_at(source.data, location[:-1])]
            key = str(location[-1])
            near = nearest(key, free or known)
            misspelt.add((*location[:-1], near))
            yield source.problem_at_key("unknown-key", location, key=key, nearest=near)
    for location, detail in first_at.items():
        if detail["type"] == "missing" and location not in misspelt:
            yield source.problem_at_key("missing-key", location, key=str(location[-1]))
        elif detail["type"] == "too_short" and _value_at(source.data, location):
            continue  # pydantic counts the good lines only; each bad one is reported by itself
        elif detail["type"] not in ("missing", "extra_forbidden"):
            if rule := _RULES.get(detail["type"]):
                yield source.problem_at_value(rule, location)
                continue
            yield _value_problem(detail, _blamed(detail["type"], location, source.data), source)


def _value_problem(detail: ErrorDetails, location: Location, source: YamlSource) -> Problem:
    """Return the problem of one value: what it is, where it cannot be one of another site, and what it should be."""
    value = _value_at(source.data, location)
    if detail["type"] == "string_pattern_mismatch" and (refused := refusal(str(value))):
        return source.problem_at_value(refused.rule, location, **refused.values)
    values = {"key": _key_name(location), "found": _shown(value)}
    return source.problem_at_value("wrong-value", location, **values, expected=_expected(detail))


def _blamed(kind: str, location: Location, data: Any) -> Location:
    """Return the place of a fault: a fault of several keys is reported at one of them."""
    value = _value_at(data, location)
    key = next((key for key in _BLAMED.get(kind, ()) if isinstance(value, Mapping) and key in value), None)
    return location if key is None else (*location, key)


def _decimal_comma(location: Location, data: Any) -> tuple[Location, str] | None:
    """Return the place and the text of a number whose decimal comma has split it: `{from: 0,07}` is read as two keys."""
    fraction, siblings = str(location[-1]), _value_at(data, location[:-1])
    if not fraction.isdecimal() or siblings[fraction] is not None:
        return None
    keys = list(siblings)
    before = keys[keys.index(fraction) - 1]
    whole = siblings[before]
    is_split = before != keys[-1] and isinstance(whole, str) and whole.isdecimal()
    return ((*location[:-1], before), f"{whole},{fraction}") if is_split else None


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        values = str(context["expected"]).replace("'", "").replace(" or ", ", ").replace("True", "true").split(", ")
        return Phrase(" ".join(("one-of", *values)))
    if kind == "less_than":  # only rates have such a limit, and whoever breaks it wrote per cent
        return Phrase("fraction")
    if kind in _LIMITS:
        name, phrase = _LIMITS[kind]
        return Phrase(f"{phrase} {context[name]}")
    if kind == "string_pattern_mismatch":
        names = [part for part in detail["loc"] if isinstance(part, str)]
        return Phrase(next((_PATTERNS[name] for name in reversed(names) if name in _PATTERNS), "identifier"))
    return Phrase(_EXPECTED.get(kind, "other"))


def _in_source(detail: ErrorDetails, data: Any) -> Location:
    """Return the part of a pydantic location that is in the file.

    Pydantic adds steps of its own: the member of a union, and `[key]` for a refused key of a map.
    """
    kept: list[int | str] = []
    for index, part in enumerate(detail["loc"]):
        is_missing_key = detail["type"] == "missing" and index == len(detail["loc"]) - 1
        if isinstance(data, Mapping):
            if part in data:
                kept.append(part)
                data = data[part]
            elif is_missing_key:
                kept.append(part)
        elif isinstance(data, list) and isinstance(part, int):
            kept.append(part)
            data = data[part] if part < len(data) else None
    return tuple(kept)


def _value_at(data: Any, location: Location) -> Any:
    for part in location:
        data = data[part]
    return data


def _shown(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, Mapping):
        return "{" + ", ".join(value) + "}"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _key_name(location: Location) -> str:
    return ".".join(part for part in location if isinstance(part, str)) or "—"


def _keys_at(model: Any, location: Location) -> list[str]:
    """Return the keys the schema knows at `location`, as they are written in a file."""
    models = _models_in(model)
    for part in location:
        inner: list[type[BaseModel]] = []
        for candidate in models:
            if part not in _names(candidate):  # a place in a list, or a key of a map: its values have this shape
                inner.append(candidate)
            for name, field in candidate.model_fields.items():
                if part in (name, field.alias):
                    inner += _models_in(field.annotation)
        models = inner
    return [name for candidate in models for name in _names(candidate)]


def _names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models an annotation may hold: `tuple[Source, ...]`, `Mapping[str, Act]`, `Office | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if issubclass(annotation, RootModel):
            return _models_in(annotation.model_fields["root"].annotation)
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]
