"""An item has as many words as its section needs: a life, an answer, a story, a lesson.

The old site's honor board was a photo without a life. Words are counted in the text below the front matter; signs
without a letter, such as dashes and numbers, are none.
"""

from collections.abc import Iterator
from itertools import islice

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

LEAST_WORDS = {
    "honor-board": 40,
    "testimonials": 40,
    "lawyer": 60,
    "faq": 25,
    "education": 150,
    "history": 120,
    "laws": 100,
    "news": 40,
    "charity": 40,
}


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every text that is shorter than its section asks for."""
    for item in site.content.all_items():
        least = LEAST_WORDS.get(item.section.folder, 0)
        for body in item.bodies.values():
            every = (word for word in site.documents[body.source].text.split() if any(map(str.isalpha, word)))
            words = sum(1 for _ in islice(every, least))
            if words < least:
                values = {"words": str(words), "least": str(least)}
                yield Problem(body.path, body.first_line, 1, "thin-item", values)
