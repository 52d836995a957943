"""The words of HTML (pure)."""

from selectolax.lexbor import LexborHTMLParser

from plugins.markdown.html import ADDRESS_MARK


def plain(html: str) -> str:
    """Return the words of HTML; tags part words, and each run of white space is one blank."""
    return " ".join(LexborHTMLParser(html).text(separator=" ").replace(ADDRESS_MARK[0], "").split())
