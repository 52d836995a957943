"""The short answer to a question: what the list of questions and search engines show of it."""

import re

from markupsafe import Markup

_FIRST_PARAGRAPH = re.compile(r"\s*<p>.*?</p>", re.DOTALL)


def short_answer(body: Markup) -> Markup:
    """Return the first paragraph of an answer; the whole of it where something else stands first.

    Forty whole answers do not fit a page that must arrive in one round trip; the rest stands on the answer's own page.
    """
    first = _FIRST_PARAGRAPH.match(body)
    return Markup(first.group().strip()) if first else body  # noqa: S704 - a part of our HTML
