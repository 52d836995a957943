"""The words of HTML (pure)."""

import re
from html import unescape

from plugins.markdown.html import ADDRESS_MARK

_TAG = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """Return the words of HTML; tags part words, and each run of white space is one blank."""
    return " ".join(unescape(_TAG.sub(" ", html)).replace(ADDRESS_MARK[0], "").split())
