"""Markdown to documents: each text is converted once per build, and kept by the hash of its source."""

from plugins.markdown.converting import Documents
from plugins.markdown.nodes import Block, BlockKind, Document, Heading, Html, Image, Link, Removed, Row, Span
from plugins.markdown.parse import parse

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Documents",
    "Heading",
    "Html",
    "Image",
    "Link",
    "Removed",
    "Row",
    "Span",
    "parse",
]
