"""Problems in the words of the form: labels in place of keys, names of texts in place of files (pure)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from plugins.desk.shapes import Shape, shapes_of
from plugins.desk.words import Words, load_words
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE, LANGUAGES, index_file
from plugins.model.sections import Schema

_CODE = re.compile(r"`([^`\n]+)`")
_FILES = {FACTS_FILE: "facts"} | {index_file(code): f"text_{code}" for code in LANGUAGES}
"""Names of the desk for the files of an item, by key of its words."""


def shown_words(found: Mapping[str, Any], schema: Schema, language: str) -> dict[str, str]:
    """Return `what`, `why` and `fix` of a problem as the desk shows them."""
    words = load_words(language)
    is_of_text = str(found["field"]).endswith(".body")  # words of the text may look like keys
    labels = {} if is_of_text else dict(_labels(schema.facts, words)) | dict(_labels(schema.text, words))
    labels |= {file: words.say(name) for file, name in _FILES.items()}
    found = {**found, "fix": words.fixes.get(found["rule"], found["fix"])}
    return {key: _CODE.sub(lambda match: _quoted(labels.get(match[1], match[1])), str(found[key])) for key in ("what", "why", "fix")}  # fmt: skip


def _quoted(words: str) -> str:
    return words if "«" in words or "»" in words else f"«{words}»"


def _labels(model: type[BaseModel], words: Words) -> Iterator[tuple[str, str]]:
    """Yield the keys of a model, and of the parts and entries inside it, with their labels; the outermost last."""
    for shape in shapes_of(model):
        inner = shape.model or (shape.entry.model if shape.entry else None)
        if inner is not None:
            yield from _labels(inner, words)
    for shape in shapes_of(model):
        yield shape.name, words.of_field(model, shape.name)[0]


def missing_field(problem: Problem, schema: Schema, field: str, language: str) -> dict[str, str]:
    """Return `what`, `fix` and `field` of the problem of a missing key, named by the label of its field; else nothing.

    `field` is the part of the form the problem is in.
    """
    if problem.rule != "missing-key":
        return {}
    key = str(problem.values.get("key", ""))
    part, *within = field.split(".")
    model = schema.text if part in LANGUAGES else schema.facts
    words = load_words(language)
    for length in range(len(within), -1, -1):  # a part may begin where its first field does
        owner = _model_at(model, within[:length])
        if owner is not None and key in owner.model_fields:
            label, place = _label(model, [*within[:length], key], words), ".".join((part, *within[:length], key))
            break
    else:
        of_map = _label(model, within, words)
        if not of_map:
            return {}
        label, place = f"{of_map}: {key}", f"{field}.{key}"
    entries = next((facts for facts, text in schema.keyed.items() if place == f"{part}.{text}"), "")
    where = f" ({words.say(part).lower()})" if part in LANGUAGES else ""
    found = {"what": words.say("missing_field", label=label + where), "fix": words.say("fill_in")}
    return found | {"field": f"facts.{entries}" if entries else place}


def _model_at(model: type[BaseModel], path: Sequence[str]) -> type[BaseModel] | None:
    """Return the model of the part or entry at a path; None where there is none."""
    owner: type[BaseModel] | None = model
    entry: Shape | None = None
    for name in path:
        if entry is not None:
            owner, entry = entry.model, entry.entry
            continue
        shape = next((one for one in shapes_of(owner) if one.name == name), None) if owner else None
        owner, entry = (shape.model, shape.entry) if shape else (None, None)
    return owner if entry is None else None


def _label(model: type[BaseModel], path: Sequence[str], words: Words) -> str:
    """Return the label of a field, with that of its part before it: `Название: по-русски`."""
    label = ""
    for length, name in enumerate(path):
        owner = _model_at(model, path[:length])
        if owner is not None and name in {shape.name for shape in shapes_of(owner)}:
            own = words.of_field(owner, name)[0]
            label = f"{label}: {own[:1].lower()}{own[1:]}" if label else own
        else:
            label = ""  # an entry is known by its fields
    return label
