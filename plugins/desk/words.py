"""The words of the desk in the editor's language.

They are in `desk.yaml` and `choices.yaml` of `plugins/words`; the hints beside the keys of a model are in `hints.yaml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from plugins.scaffold.hints import Hints, load_hints
from plugins.words.store import words


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language."""

    language: str
    said: Mapping[str, str]
    labels: Mapping[str, str]
    """Names of fields, where the hint does not begin with one."""
    choices: Mapping[str, str]
    notes: Mapping[str, str]
    """What the desk says of a field in place of its hint, which speaks of the file."""
    proposals: Mapping[str, str]
    """What a field of a text may say, by its model and name; `{title}` is the title of the page."""
    offers: Mapping[str, tuple[str, ...]]
    """What is often written into a field, by its model and name."""
    fixes: Mapping[str, str]
    """How a problem is mended at the desk, by its rule, where the rule itself speaks of files and commands."""
    hints: Hints

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the desk."""
        return self.said[key].format(**values)

    def of_field(self, model: type[BaseModel], name: str) -> tuple[str, str]:
        """Return the label of a field and what else is said of it."""
        key = next((found for found in self._keys(model, name) if found in self.hints.fields), None)
        hint = self.hints.fields[key] if key else ""
        named = next((self.labels[found] for found in self._keys(model, name) if found in self.labels), "")
        note = next((self.notes[found] for found in self._keys(model, name) if found in self.notes), hint)
        if named:
            return named, _capital(note)
        for sign in (": ", "; ", " — "):
            label, found, rest = hint.partition(sign)
            if found and len(label) < 60:
                return _capital(label), _capital(rest)
        return _capital(hint) or name, ""

    def choice(self, value: str) -> str:
        """Return the words of a choice."""
        return self.choices.get(value, value)

    def _keys(self, model: type[BaseModel], name: str) -> tuple[str, ...]:
        return (*(f"{owner.__name__}.{name}" for owner in model.__mro__), name)


@cache
def load_words(language: str) -> Words:
    """Return the words in `kk` or `ru`; the files are part of the program."""
    read = words(language, "desk")
    return Words(
        language,
        read["said"],
        read["labels"],
        words(language, "choices"),
        read["hints"],
        read["proposals"],
        read["offers"],
        read["fixes"],
        load_hints(language),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
