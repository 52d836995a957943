"""The words of the diagnostics, by rule id, from `plugins/words`."""

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TypeVar

from plugins.diagnostics.problem import Phrase
from plugins.words.store import words

V = TypeVar("V")


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
class Example:
    """What the page of a rule shows beside its message, in one language."""

    title: str
    """Names the fault in a few words, without a full stop."""
    wrong: str
    right: str
    """Lines of a file; each may have several."""
    values: Mapping[str, str]
    """Fill the message as the check does for `wrong`."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All messages of one language, its words for the parts of a report, and its phrases for values."""

    language: str
    labels: Mapping[str, str]
    phrases: Mapping[str, str]
    rules: Mapping[str, Message]
    examples: Mapping[str, Example] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    """What a value means that is one of a few."""

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
        said = {key: self._said(value) if isinstance(value, Phrase) else value for key, value in values.items()}
        return {"did_you_mean": self._did_you_mean(values)} | said

    def _said(self, phrase: Phrase) -> str:
        """Return a phrase in words; what follows its name, such as `1` in `at-least 1`, fills `{value}`."""
        name, *given = phrase.split(" ")
        has_words = all(value in self.choices for value in given)
        shown = [f"`{value}` ({self.choices[value]})" if has_words else f"`{value}`" for value in given]
        return self.phrases[name].format(value=", ".join(shown)) if given else self.phrases[name]

    def _did_you_mean(self, values: Mapping[str, str]) -> str:
        return self.labels["did_you_mean"].format_map(values) if values.get("nearest") else ""

    def example_message(self, rule: str) -> Message:
        """Return the message of `rule` for the wrong example of its page."""
        return self.message(rule, self.examples[rule].values)


class _Stored(Mapping[str, V]):
    """A mapping that is read when it is first asked for: most commands only print a few labels."""

    def __init__(self, read: Callable[[], Mapping[str, V]]) -> None:
        self._read = read

    @cached_property
    def _all(self) -> Mapping[str, V]:
        return self._read()

    def __getitem__(self, name: str) -> V:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@cache
def load_catalog(language: str) -> Catalog:
    """Return the catalog of `kk`, `ru` or `en`. Raises FileNotFoundError for another language."""
    return Catalog(
        language,
        words(language, "commands"),
        phrases=_Stored(lambda: words(language, "rules")["phrases"]),
        rules=_Stored(lambda: {rule: Message(**parts) for rule, parts in words(language, "rules")["rules"].items()}),
        examples=_Stored(
            lambda: {rule: _example(**parts) for rule, parts in words(language, "rule_pages")["rules"].items()}
        ),
        choices=_Stored(lambda: words(language, "choices")),
    )


def _example(values: Mapping[str, str] | None = None, **parts: str) -> Example:
    return Example(values={name: _value(text) for name, text in (values or {}).items()}, **parts)


def _value(text: str) -> str:
    """Return a value of an example; one that begins with `@` names a phrase."""
    return Phrase(text[1:]) if text.startswith("@") else text
