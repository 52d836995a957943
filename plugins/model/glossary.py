"""`content/glossary.yaml`: one term for one thing in each language, with what it means."""

from collections.abc import Mapping

from pydantic import ConfigDict, RootModel

from plugins.model.fields import Line, Slug, Strict, Words


class Spellings(Strict):
    """Words of each language; a list may be left out."""

    kk: tuple[Line, ...] = ()
    ru: tuple[Line, ...] = ()


class Term(Strict):
    """A term, what it means, and how else it is written or must not be written."""

    term: Words
    """As the page of the glossary lists it."""
    meaning: Words
    """One or two sentences for a reader who meets the term for the first time."""
    forms: Spellings = Spellings()
    """Other right forms: a part of the term that is used alone, an abbreviation."""
    instead_of: Spellings = Spellings()
    """Words that must not be used for the term."""

    def spellings(self, language: str) -> tuple[str, ...]:
        """Return every right form of the term in a language."""
        return (getattr(self.term, language), *getattr(self.forms, language))


class Glossary(RootModel[Mapping[Slug, Term]]):
    """The terms of the site by id."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})
