"""`content/in-step.yaml`: fingerprints of both languages of an item when an editor last marked them as in sync.

Written by `inv sync-translations`, one line an item; no version control is needed to see that one language went ahead.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from plugins.model.fields import Strict

IN_STEP_FILE = "in-step.yaml"
_WORD = re.compile(r"[^\W_]+")
_HEAD = """\
# What both languages held when they were last declared in step. Written by `inv sync-translations`; do not write by hand.
"""

Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Fingerprints(Strict):
    """Of the words of one item in each language."""

    kk: Fingerprint
    ru: Fingerprint


class InStep(RootModel[Mapping[str, Fingerprints]]):
    """Fingerprints by the folder of the item below `content/`."""


def fingerprint_of_words(texts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits that change with every word and number, and not with spaces, quotes and dashes."""
    words = _WORD.findall(unicodedata.normalize("NFC", "\n".join(texts)))
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()


def write_in_step(content: Path, declared: Mapping[str, Fingerprints]) -> None:
    """Write the declarations of all items, ordered by folder, so that two editors rarely change the same line."""
    lines = [f"{folder}: {{kk: '{prints.kk}', ru: '{prints.ru}'}}\n" for folder, prints in sorted(declared.items())]
    (content / IN_STEP_FILE).write_text(_HEAD + "".join(lines), encoding="utf-8")
