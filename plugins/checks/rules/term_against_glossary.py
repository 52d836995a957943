"""One thing has one term in each language, the one the glossary gives.

Bad:  тұтынушы кооперативі · эффективная процентная ставка
Good: тұтыну кооперативі · годовая эффективная ставка вознаграждения

A reader who meets two words for one thing looks for two things. `content/glossary.yaml` names the words that must not
stand for a term; a document may be quoted in «…».
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from plugins.checks.passages import passages
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.language.phrases import Phrases, phrases
from plugins.model.glossary import Term
from plugins.model.items import LANGUAGES

_QUOTATION = re.compile(r"«[^»]*»")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every word that stands for a term although the glossary names another."""
    wanted = {language: _forbidden(site.content.glossary, language) for language in LANGUAGES}
    if not any(found.by_stem for found in wanted.values()):
        return
    for passage in passages(site.content, site.documents):
        if passage.language not in wanted:
            continue
        quoted = [match.span() for match in _QUOTATION.finditer(passage.text)]
        for found in wanted[passage.language].found_in(passage.text):
            if any(start <= found.start < end for start, end in quoted):
                continue
            term = getattr(site.content.glossary[found.name].term, passage.language)
            line, column = passage.place(found.start)
            written = passage.text[found.start : found.end]
            wrong = getattr(site.content.glossary[found.name].instead_of, passage.language)
            better = in_form_of(written, term, wrong)
            values = {"found": written, "term": term, "better": f"`{better}`" if better else Phrase("term-in-its-form")}
            yield Problem(passage.path, line, column, "term-against-glossary", values)


def in_form_of(found: str, term: str, wrong: Sequence[str]) -> str:
    """Return the term in the form in which another word stands for it; nothing where that form is not certain.

    It is certain where the word stands as the glossary writes it, and where the last word of both is one and the same,
    which has the ending: `тұтынушы кооперативінің` is `тұтыну кооперативінің`.
    """
    better = ""
    if found.casefold() in (one.casefold() for one in wrong):
        better = term
    else:
        *before, last = found.split()
        for one in wrong:
            *unchanged, base = one.split()
            if term.rsplit(maxsplit=1)[-1] == base and unchanged == [word.casefold() for word in before]:
                better = " ".join((*term.split()[:-1], last))
    return better[:1].upper() + better[1:] if found[:1].isupper() else better


def _forbidden(glossary: Mapping[str, Term], language: str) -> Phrases:
    return _ready(language, tuple((name, getattr(term.instead_of, language)) for name, term in glossary.items()))


@cache
def _ready(language: str, named: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    return phrases(language, dict(named))
