"""The rules, listed by hand: those that look at one passage, and those that look at the whole site."""

from collections.abc import Callable, Iterator

from plugins.checks.passages import Passage
from plugins.checks.rules.broken_fragment import check_broken_fragment
from plugins.checks.rules.calqued_date import check_calqued_date
from plugins.checks.rules.consents import check_consents
from plugins.checks.rules.cross_language_link import check_cross_language_link
from plugins.checks.rules.different_numbers import check_different_numbers
from plugins.checks.rules.different_structure import check_different_structure
from plugins.checks.rules.duplicate_titles import check_duplicate_titles
from plugins.checks.rules.empty_link_text import check_empty_link_text
from plugins.checks.rules.forbidden_claim import check_forbidden_claim
from plugins.checks.rules.headings import check_headings
from plugins.checks.rules.insecure_link import check_insecure_link
from plugins.checks.rules.law_checks import check_law_checks
from plugins.checks.rules.lengths import check_lengths
from plugins.checks.rules.links import check_links
from plugins.checks.rules.loose_typography import check_loose_typography
from plugins.checks.rules.missing_alt import check_missing_alt
from plugins.checks.rules.not_nfc import check_not_nfc
from plugins.checks.rules.personal_data import check_personal_data
from plugins.checks.rules.raw_html import check_raw_html
from plugins.checks.rules.repealed_laws import check_repealed_laws
from plugins.checks.rules.story_among_answers import check_story_among_answers
from plugins.checks.rules.thin_items import check_thin_items
from plugins.checks.rules.unused_files import check_unused_files
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

PASSAGE_RULES: tuple[Callable[[Passage], Iterator[Problem]], ...] = (
    check_not_nfc,
    check_loose_typography,
    check_calqued_date,
    check_forbidden_claim,
    check_personal_data,
)

SITE_RULES: tuple[Callable[[CheckedSite], Iterator[Problem]], ...] = (
    check_different_structure,
    check_different_numbers,
    check_links,
    check_cross_language_link,
    check_broken_fragment,
    check_insecure_link,
    check_empty_link_text,
    check_story_among_answers,
    check_raw_html,
    check_headings,
    check_missing_alt,
    check_thin_items,
    check_lengths,
    check_duplicate_titles,
    check_unused_files,
    check_repealed_laws,
    check_law_checks,
    check_consents,
)
