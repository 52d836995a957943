"""Bundles read into typed, frozen items: the only code that knows the file format of `content/`.

The names below are found when they are asked for: a build that finds nothing changed needs no models.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.model.items import LANGUAGES, Body, Item, Language, SiteContent
    from plugins.model.loading import load_content, read_content

__all__ = ["LANGUAGES", "Body", "Item", "Language", "SiteContent", "load_content", "read_content"]
_READERS = ("load_content", "read_content")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{'loading' if name in _READERS else 'items'}"), name)
