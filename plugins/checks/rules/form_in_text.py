"""A text collects no data.

A form collects data the site must not hold; a login hides what must be open. A form is reported once, however many fields
it has. Words that ask for a password, and a row of labels with lines to fill in, are a form as well.
Source: law 94-V, art. 12(2) (personal data bases); the review of 2021 (the course behind a login).
"""

import re
from collections.abc import Iterator

from plugins.checks.html_in_text import html_problems
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markdown import BlockKind

_LINE = r"(?:_{3,}|\.{5,}|…{2,})"
_KEPT_WORDS = r"(?:парол\w*|құпия\s?сөз\w*|pin(?:-?код\w*)?|пин-?код\w*|код\w* из (?:sms|смс))"
_ASKED = re.compile(
    rf"\b(?:логин|login)\s*:\s*[^\n:]{{0,40}}[\s,;]+{_KEPT_WORDS}\s*:"
    rf"|\b{_KEPT_WORDS}[^\n.!?]{{0,40}}:\s*{_LINE}"
    rf"|[^\W\d_][\w-]*\s*:\s*{_LINE}[^\n]{{0,20}}[^\W\d_][\w-]*\s*:\s*{_LINE}",
    re.IGNORECASE,
)
_SIGNS = ("___", ".....", "……", "логин", "login")
"""Of which a text with a form has at least one, in small letters."""
_MOST_SHOWN = 40


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every form, and for every group of fields without one."""
    yield from html_problems(site, "form-in-text")
    for markdown in site.all_markdown():
        document = markdown.document
        lowered = document.source.lower()
        for block in document.blocks if any(sign in lowered for sign in _SIGNS) else ():
            if block.kind is not BlockKind.CODE and (asked := _ASKED.search(document.words(block))):
                found = " ".join(asked[0].split())[:_MOST_SHOWN]
                yield markdown.problem("form-in-text", block.span.start + asked.start(), found=found)
