"""Bundles read into typed, frozen items: the only code that knows the file format of `content/`."""

from plugins.model.items import LANGUAGES, Body, Item, Language, SiteContent
from plugins.model.loading import load_content, read_content

__all__ = ["LANGUAGES", "Body", "Item", "Language", "SiteContent", "load_content", "read_content"]
