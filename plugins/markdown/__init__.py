"""Markdown to HTML: each file converted once per build, and kept by the hash of what it was made from."""

from plugins.markdown.conversion import Converted, Heading, Link, convert
from plugins.markdown.converting import convert_all

__all__ = ["Converted", "Heading", "Link", "convert", "convert_all"]
