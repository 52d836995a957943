"""Headings of a text as links to themselves."""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from plugins.markdown import Heading

_LEVELS = (2, 3)
"""Levels that get a link: the articles and chapters of a law."""


def anchored(body: Markup, headings: Iterable[Heading]) -> Markup:
    """Return the text with each of its `headings` as a link to itself, so that an article of a law can be linked.

    A heading that holds a link is left as it is. Raises ValueError for a heading that is not in the text.
    """
    done, rest = "", str(body)
    for heading in headings:
        if heading.level not in _LEVELS:
            continue
        place = escape(heading.id, quote=False).replace('"', "&quot;")  # as the converter writes it
        before, start, after = rest.partition(f'<h{heading.level} id="{place}">')
        if not start:
            raise ValueError(f"heading {heading.id} is not in the text")
        words, end, rest = after.partition(f"</h{heading.level}>")
        shown = words if "<a " in words else f'<a class="anchor" href="#{place}">{words}</a>'
        done += before + start + shown + end
    return Markup(done + rest)  # noqa: S704 - our HTML
