"""The words of the diagnostics: `messages/<language>.yaml`, by rule id."""

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plugins.diagnostics.problem import Phrase

LANGUAGES = ("kk", "ru", "en")
_FOLDER = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, why it matters, and how to mend it, in one language."""

    what: str
    why: str
    fix: str

    def placeholders(self) -> set[str]:
        """Return the names the message expects in `Problem.values`."""
        parts = (string.Formatter().parse(text) for text in (self.what, self.why, self.fix))
        return {name for part in parts for _, name, _, _ in part if name}


@dataclass(frozen=True, slots=True)
class Catalog:
    """All messages of one language, its words for the parts of a report, and its phrases for values."""

    language: str
    labels: Mapping[str, str]
    phrases: Mapping[str, str]
    rules: Mapping[str, Message]
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What only the page of a rule shows in this language: `bad`, `good`, `source`."""

    def label(self, name: str, **values: str) -> str:
        """Return a sentence of a command with its values filled in; phrases and `nearest` as in a message."""
        return self.labels[name].format_map(self._filled(values))

    def message(self, rule: str, values: Mapping[str, str]) -> Message:
        """Return the message of `rule` with its values filled in.

        A value that is a `Phrase` is put into this language's words; a value `nearest` fills `{did_you_mean}`,
        which stays empty where there is no near match.
        Raises KeyError for a rule or a phrase without words.
        """
        filled, message = self._filled(values), self.rules[rule]
        return Message(*(text.format_map(filled) for text in (message.what, message.why, message.fix)))

    def _filled(self, values: Mapping[str, str]) -> dict[str, str]:
        said = {key: self.phrases[value] if isinstance(value, Phrase) else value for key, value in values.items()}
        return {"did_you_mean": self._did_you_mean(values)} | said

    def _did_you_mean(self, values: Mapping[str, str]) -> str:
        return self.labels["did_you_mean"].format_map(values) if values.get("nearest") else ""

    def general_message(self, rule: str) -> Message:
        """Return the message of `rule` for no one case: an ellipsis stands for each value."""
        words = self.rules[rule]
        return Message(*(_general(text) for text in (words.what, words.why, words.fix)))


@cache
def load_catalog(language: str) -> Catalog:
    """Return the catalog of `kk`, `ru` or `en`; the files are part of the program, not of the content."""
    words = (_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(words, yaml.CSafeLoader)
    rules = {rule: Message(**words) for rule, words in raw["rules"].items()}
    return Catalog(language, raw["labels"], raw["phrases"], rules, raw.get("pages", {}))


class _Ellipsis(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "…"


def _general(text: str) -> str:
    return text.replace("{did_you_mean}", "").format_map(_Ellipsis())
