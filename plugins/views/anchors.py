"""Headings of a text as links to themselves."""

import re

from markupsafe import Markup

_HEADING = re.compile(r'<(h[23]) id="([^"]+)">(?!.*<a )(.+?)</\1>')


def anchored(body: Markup) -> Markup:
    """Return the text with every heading a link to itself, so that an article of a law can be pointed at.

    A heading that holds a link is left as it is.
    """
    return Markup(_HEADING.sub(r'<\1 id="\2"><a class="anchor" href="#\2">\3</a></\1>', str(body)))  # noqa: S704 - our HTML
