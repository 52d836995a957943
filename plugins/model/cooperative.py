"""`content/site.yaml`: the cooperative itself. What it has not confirmed with papers is marked so."""

from pathlib import Path
from typing import Generic, TypeVar

import yaml

from plugins.model.consent import Consent
from plugins.model.fields import Approval, Day, Flag, Integer, Line, SitePath, Strict, WebAddress, Words

Value = TypeVar("Value")


class Stated(Strict, Generic[Value]):
    """A fact of the cooperative with its source; `to_confirm` marks one that waits for papers.

    An unconfirmed fact is marked in development and left out of a published build.
    """

    value: Value | None = None
    to_confirm: Flag = False
    source: Words | None = None
    as_of: Day | None = None


class Approvals(Strict):
    """Which pages the law lets us publish only after a lawyer's approval; empty means not approved."""

    loan_reference: Approval | None = None
    """The section of loans."""
    lawyer_answers: Approval | None = None
    """The section of the lawyer's answers."""


class Representative(Strict):
    """The person who answers for the site before visitors, named with written consent."""

    name: Words
    role: Words
    consent: Consent


class Office(Strict):
    town: Words
    address: Words | None = None
    hours: Words | None = None


class MenuGroup(Strict):
    """One heading of the top navigation and the paths below it, such as `/news/`."""

    title: Words
    paths: tuple[SitePath, ...]


class Cooperative(Strict):
    """Names, numbers and addresses of the cooperative."""

    name: Words
    """The name the site bears in its header."""
    licence: Words
    """Terms for the reuse of the texts."""
    site_address: WebAddress
    """Where the site is published, without a slash at the end."""
    sections_left_out: tuple[Line, ...] = ()
    """Sections this cooperative does not have, by folder; any other section must be there."""
    proper_names: tuple[Line, ...] = ()
    """Names that are the same in both languages; no rule takes them for a foreign word."""
    registered_name: Stated[Words]
    bin: Stated[Line]
    registered_on: Stated[Day]
    founded_on: Stated[Day]
    offices: Stated[tuple[Office, ...]]
    phones: Stated[tuple[Line, ...]]
    email: Stated[Line]
    board: Stated[Words]
    auditor: Stated[Words]
    entry_payment_kzt: Stated[Integer]
    responsible: Stated[Representative] = Stated()
    approvals: Approvals
    menu: tuple[MenuGroup, ...]
    """The top navigation: every section and every page is in it once."""

    @property
    def names_in_both_languages(self) -> tuple[str, ...]:
        """Return the names that are no foreign words in either language: the proper names, the cooperative's own, and
        those of the lawyers who signed."""
        signed = (approval for approval in (self.approvals.loan_reference, self.approvals.lawyer_answers) if approval)
        names = (*self.proper_names, self.name.kk, self.name.ru, *(approval.by for approval in signed))
        return tuple(dict.fromkeys(names))


def published_address(content: Path) -> str:
    """Return the address the site is published at, as `site.yaml` below `content` states it."""
    address = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))["site_address"]
    return str(address)
