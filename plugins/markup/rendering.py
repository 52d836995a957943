"""Converted HTML made ready for its page: marked addresses become those of the site (pure)."""

import re
from collections.abc import Callable
from html import escape, unescape

from plugins.markup.conversion import ADDRESS_MARK, Converted

_ADDRESS = re.compile(re.escape(ADDRESS_MARK).replace(re.escape("{}"), "([^\u0001]*)"))


def put_addresses(converted: Converted, address_of: Callable[[str], str]) -> str:
    """Return the HTML with every marked address replaced by `address_of` it.

    `address_of` gets what the editor wrote; what it returns is escaped here.
    """
    return _ADDRESS.sub(lambda match: escape(address_of(unescape(match.group(1)))), converted.html)
