"""Terms of the glossary on a page: the first use of each is linked to its meaning below the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import islice

from plugins.language.ordering import sort_key
from plugins.language.phrases import Phrases, phrases
from plugins.markdown.tags import tags
from plugins.model.glossary import Term
from plugins.model.items import Language

MOST_ON_A_PAGE = 3
"""Meanings below a text; more would be a second text, and the glossary has them all."""
_NOT_LINKED = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "th", "summary", "button"}


@dataclass(frozen=True, slots=True)
class PageTerm:
    """A term as a page shows it; `anchor` is its place on the page."""

    anchor: str
    title: str
    meaning: str


@dataclass(frozen=True)
class TermLinker:
    """Links terms in the texts of one language."""

    terms: Mapping[str, PageTerm]
    phrases: Phrases

    def linked(self, html: str, url: str) -> tuple[str, tuple[PageTerm, ...]]:
        """Return the HTML of the page at `url` with the first use of each term linked, and the terms it uses, in order."""
        used: dict[str, PageTerm] = {}
        parts: list[str] = []
        place = depth = 0
        for tag in tags(html):
            text = html[place : tag.start]
            parts += (text if depth else self._with_links(text, url, used), html[tag.start : tag.end])
            place = tag.end
            if tag.name in _NOT_LINKED:
                depth += -1 if tag.is_end else 1
        text = html[place:]
        parts.append(text if depth else self._with_links(text, url, used))
        return "".join(parts), tuple(used.values())

    def _with_links(self, text: str, url: str, used: dict[str, PageTerm]) -> str:
        if len(used) == MOST_ON_A_PAGE:
            return text
        parts: list[str] = []
        place = 0
        for found in self.phrases.found_in(text):
            if found.name in used or len(used) == MOST_ON_A_PAGE:
                continue
            term = used[found.name] = self.terms[found.name]
            parts += [text[place : found.start], f'<a class="term" href="{escape(url)}#{term.anchor}">']
            parts += [text[found.start : found.end], "</a>"]
            place = found.end
        return "".join(parts) + text[place:]


def term_linker(glossary: Mapping[str, Term], language: Language) -> TermLinker:
    """Return what links the terms of `glossary` in texts of a language."""
    shown = {name: _shown(name, term, language) for name, term in glossary.items()}
    return TermLinker(shown, phrases(language, {name: term.spellings(language) for name, term in glossary.items()}))


def all_terms(glossary: Mapping[str, Term], language: Language) -> tuple[PageTerm, ...]:
    """Return every term in the order of the language's alphabet."""
    shown = (_shown(name, term, language) for name, term in glossary.items())
    return tuple(sorted(shown, key=lambda term: sort_key(term.title)))


def _shown(name: str, term: Term, language: Language) -> PageTerm:
    spellings = getattr(term.forms, language)
    short = next(islice((form for form in spellings if form.isupper()), 1), "")
    title: str = getattr(term.term, language)
    return PageTerm(f"term-{name}", f"{title} ({short})" if short else title, getattr(term.meaning, language))
