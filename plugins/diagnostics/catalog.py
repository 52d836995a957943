"""The words of the diagnostics, by rule id, from `plugins/words`."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plugins.diagnostics.problem import Phrase
from plugins.words.store import words


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
        message = self.rules[rule]
        return Message(*(_general(text) for text in (message.what, message.why, message.fix)))


@cache
def load_catalog(language: str) -> Catalog:
    """Return the catalog of `kk`, `ru` or `en`. Raises FileNotFoundError for another language."""
    told = words(language, "rules")
    rules = {rule: Message(**parts) for rule, parts in told["rules"].items()}
    return Catalog(language, words(language, "commands"), told["phrases"], rules)


class _Ellipsis(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "…"


def _general(text: str) -> str:
    return text.replace("{did_you_mean}", "").format_map(_Ellipsis())
