"""The hints beside the keys of a new bundle: `hints.yaml` of `plugins/words`, by model and field or by field alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from plugins.words.store import words


@dataclass(frozen=True, slots=True)
class Hints:
    """All hints of one language."""

    facts_head: str
    text_head: str
    optional: str
    """Stands beside an optional key inside another one."""
    optional_head: str
    """Stands once before the optional keys of a file."""
    choices: str
    body: str
    fields: Mapping[str, str]
    bodies: Mapping[str, str]
    """What the text of an item is about, by section."""

    def key_of(self, model: type[BaseModel], name: str) -> str | None:
        """Return the key of the hint of a field, or None where it has none."""
        return next((key for key in (f"{model.__name__}.{name}", name) if key in self.fields), None)


@cache
def load_hints(language: str) -> Hints:
    """Return the hints in `kk` or `ru`."""
    return Hints(**words(language, "hints"))
