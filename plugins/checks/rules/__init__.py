"""The rules, listed by hand."""

from plugins.checks.rules.links import check_links

RULES = (check_links,)

__all__ = ["RULES", "check_links"]
