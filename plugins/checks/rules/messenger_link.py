"""No text leads to a chat: the ways to reach the cooperative are on the contacts page.

A chat is run by whoever opened it, and pyramids recruit by such links. The cooperative's own chats are on the contacts
page; an address with a phone number is judged as that number, by the rule of personal data.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import refused_addresses
from plugins.diagnostics import Problem

_CONTACTS = ("content/pages/contacts/", "content/site.yaml")
_NUMBER = re.compile(r"\d{10}")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every address of a messenger outside the contacts of the cooperative."""
    for problem in refused_addresses(site, "messenger-link"):
        if not problem.path.startswith(_CONTACTS) and not _NUMBER.search(problem.values["link"]):
            yield problem
