"""The plan of a page: its path, its template and the values the template gets (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.cache.memo import key_of


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page before it is rendered."""

    path: str
    """Below the output: `kk/news/index.html`."""
    template: str
    """Below the templates of the theme: `sections/news/index.html`."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the template gets beside the shell: the fields of its view, alternates, metadata."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Addresses that are put in last, by the kind of their mark: they name content and may change alone."""
    view: Any = None
    """The view the values come from, where the plan is kept: after an edit of its words alone, the page is planned from it."""


def plan_key(page: PlannedPage, key: str) -> str:
    """Return the key under which the plan of a page is kept whose body has `key`; its picture is no part of the body."""
    return key_of(key, page.addresses.get("picture", ""))


@dataclass(frozen=True, slots=True)
class Rendered:
    """How many pages were taken over as they were, assembled from a kept body, and rendered anew."""

    kept: int = 0
    assembled: int = 0
    rendered: int = 0
    suspects: tuple[str, ...] = ()
    """Paths of pages that the last lock does not let through."""

    def __add__(self, other: "Rendered") -> "Rendered":
        return Rendered(
            self.kept + other.kept,
            self.assembled + other.assembled,
            self.rendered + other.rendered,
            (*self.suspects, *other.suspects),
        )
