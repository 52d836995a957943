"""The lawyer's answer says in words what a law says.

A law in `facts.yaml` alone does not make an answer: a family's story with a number of an article beside it would pass for
one. The text, the question or the summary speaks of a law, a code or an article.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.sections.lawyer import LawyerText

_LAW = {
    "kk": re.compile(r"заң|кодекс|\bбап(?:тар\w*|та|тың|ты|қа|пен|тан)?\b|\bбабы|жарғы", re.IGNORECASE),
    "ru": re.compile(r"закон|кодекс|\bстать|устав", re.IGNORECASE),
}


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem at each answer in which no law is spoken of."""
    for item in site.content.items["lawyer"]:
        for language, body in item.bodies.items():
            text = item.texts[language]
            asked = text.question if isinstance(text, LawyerText) else ""
            if not any(map(_LAW[language].search, (site.documents[body.source].text, asked, text.summary))):
                yield Problem(body.path, body.first_line, 1, "answer-without-law")
