"""The lawyer's page holds answers, not a family's story.

On the old site the section held how a family bought its home, and who looked for the law left. Told apart by what stories
say and answers do not: two or more turns of a story in one text.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_SECTIONS = ("lawyer", "faq")
_TURNS = {
    "kk": re.compile(
        r"біздің отбасы\w*|отбасымыз\w*|(?:пәтер|үй|баспана|көлік|машина) алдық|қоныстандық|көшіп кірдік|қуаныштымыз|"
        r"алғысымыз\w*|рахмет\w*|ерлі-зайыпты\w*|балаларымыз\w*|жолдасым\w*",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"наш\w* семь\w+|мы (?:купили|получили|приобрели|въехали|переехали|ждали)|новосель\w+|спасибо|благодарны|"
        r"мы рады|наши дети|мой муж|моя жена|супруг\w*",
        re.IGNORECASE,
    ),
}
_TURNS_OF_A_STORY = 2


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem at the first turn of a story among answers."""
    for section in _SECTIONS:
        for item in site.content.items[section]:
            for language, body in item.bodies.items():
                markdown = site.markdown(body)
                turns = list(_TURNS[language].finditer(markdown.document.prose))
                if len({match.group(0).casefold() for match in turns}) >= _TURNS_OF_A_STORY:
                    values = {"found": turns[0].group(0), "also": turns[-1].group(0)}
                    yield markdown.problem("story-among-answers", turns[0].start(), **values)
