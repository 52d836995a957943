"""Buttons and tiles of a front matter: those whose page is not shown are not shown either."""

from collections.abc import Set

from plugins.model.fields import PageReference, Text


def leading_somewhere(text: Text, withheld: Set[str]) -> Text:
    """Return the text without the buttons and tiles that lead to an address of `withheld`."""
    if not withheld:
        return text
    changed: dict[str, tuple[PageReference, ...]] = {}
    for name in type(text).model_fields:
        value = getattr(text, name)
        if isinstance(value, tuple) and any(isinstance(one, PageReference) for one in value):
            changed[name] = tuple(one for one in value if one.link not in withheld)
    return text.model_copy(update=changed)
