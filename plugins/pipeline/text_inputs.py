"""The inputs of a build in two parts: the texts of items, which are edited most, and everything else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.cache.fingerprint import Inputs, digest_of
from plugins.cache.memo import key_of

NOTE = "text edit"
"""What a build notes for the next one is under this name."""
_TEXT_OF_ITEM = re.compile(r"[^/]+/[^/]+/index\.(?:kk|ru)\.md")

_MOST = 20
"""Edited texts; beyond it, a whole build costs as little."""


@dataclass(frozen=True, slots=True)
class TextInputs:
    """Digests of the files a site is made from."""

    shared: str
    """Of everything but the texts of items."""
    texts: Mapping[str, str]
    """Of each text of an item by its path below the content."""

    def note(self, site_url: str) -> dict[str, Any]:
        """Return what the next build must know of this one, as plain data by name."""
        return {NOTE: {"shared": self.shared, "texts": dict(self.texts), "site_url": site_url}}


def may_be_text_edit(inputs: TextInputs, notes: Any) -> bool:
    """Return whether `inputs` differ from those of the build that left `notes` in a few texts only."""
    note = notes.get(NOTE) if isinstance(notes, dict) else None
    return note is not None and note["shared"] == inputs.shared and 0 < len(changed_texts(inputs, note)) <= _MOST


def changed_texts(inputs: TextInputs, note: Mapping[str, Any]) -> frozenset[str]:
    """Return the paths of the texts that differ from those of a note."""
    return frozenset(path for path, found in inputs.texts.items() if note["texts"][path] != found)


def text_inputs(inputs: Inputs, *around: str) -> TextInputs:
    """Return the inputs in two parts; `around` is whatever else a build depends on."""
    texts = {path: found for path, found in inputs.content.items() if _TEXT_OF_ITEM.fullmatch(path)}
    others = {path: found for path, found in inputs.content.items() if path not in texts}
    trees = map(digest_of, (others, inputs.theme, inputs.code))
    return TextInputs(key_of(*trees, *sorted(texts), *around), texts)
