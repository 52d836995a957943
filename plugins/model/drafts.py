"""Unfinished items (`draft: true` in their facts), recognised even where the rest of the file cannot be read."""

import re
from collections.abc import Callable
from pathlib import Path

from plugins.model.items import FACTS_FILE

_DRAFT = re.compile(rb"^draft:[ \t]*true[ \t]*(#.*)?\r?$", re.MULTILINE)


def is_draft(bundle: Path, read_bytes: Callable[[Path], bytes] = Path.read_bytes) -> bool:
    """Return whether the item in the folder `bundle` is a draft."""
    try:
        return bool(_DRAFT.search(read_bytes(bundle / FACTS_FILE)))
    except (OSError, KeyError):  # without facts; reported where the item is read
        return False


def draft_folders(content: Path, read_bytes: Callable[[Path], bytes] = Path.read_bytes) -> frozenset[str]:
    """Return the folders of all drafts, such as `content/news/meeting`."""
    bundles = (file.parent for file in content.glob(f"*/*/{FACTS_FILE}"))
    return frozenset(
        bundle.relative_to(content.parent).as_posix() for bundle in bundles if is_draft(bundle, read_bytes)
    )
