"""The rules, listed by hand: those that look at one passage, and those that look at the whole site."""

from plugins.checks.rule import PassageRule, SiteRule
from plugins.checks.rules.broken_fragment import check_broken_fragment
from plugins.checks.rules.calqued_date import check_calqued_date
from plugins.checks.rules.consents import check_consents
from plugins.checks.rules.cross_language_link import check_cross_language_link
from plugins.checks.rules.different_numbers import check_different_numbers
from plugins.checks.rules.different_structure import check_different_structure
from plugins.checks.rules.duplicate_titles import check_duplicate_titles
from plugins.checks.rules.empty_link_text import check_empty_link_text
from plugins.checks.rules.forbidden_claim import check_forbidden_claim
from plugins.checks.rules.foreign_text import check_foreign_text
from plugins.checks.rules.headings import check_headings
from plugins.checks.rules.insecure_link import check_insecure_link
from plugins.checks.rules.law_checks import check_law_checks
from plugins.checks.rules.lengths import check_lengths
from plugins.checks.rules.links import check_links
from plugins.checks.rules.loose_typography import check_loose_typography
from plugins.checks.rules.missing_alt import check_missing_alt
from plugins.checks.rules.mixed_script import check_mixed_script
from plugins.checks.rules.not_nfc import check_not_nfc
from plugins.checks.rules.personal_data import check_personal_data
from plugins.checks.rules.raw_html import check_raw_html
from plugins.checks.rules.repealed_laws import check_repealed_laws
from plugins.checks.rules.story_among_answers import check_story_among_answers
from plugins.checks.rules.thin_items import check_thin_items
from plugins.checks.rules.unused_files import check_unused_files

PASSAGE_RULES: tuple[PassageRule, ...] = (
    PassageRule(("foreign-block", "foreign-sentence"), check_foreign_text),
    PassageRule(("mixed-script-word",), check_mixed_script),
    PassageRule(("not-nfc",), check_not_nfc),
    PassageRule(("loose-typography",), check_loose_typography),
    PassageRule(("calqued-date",), check_calqued_date),
    PassageRule(("forbidden-claim",), check_forbidden_claim),
    PassageRule(("personal-data-in-text",), check_personal_data),
)

SITE_RULES: tuple[SiteRule, ...] = (
    SiteRule(("different-structure",), check_different_structure),
    SiteRule(("different-numbers",), check_different_numbers),
    SiteRule(("broken-link", "missing-file"), check_links),
    SiteRule(("cross-language-link",), check_cross_language_link),
    SiteRule(("broken-fragment",), check_broken_fragment),
    SiteRule(("insecure-link",), check_insecure_link),
    SiteRule(("empty-link-text",), check_empty_link_text),
    SiteRule(("story-among-answers",), check_story_among_answers),
    SiteRule(("raw-html", "third-party-embed"), check_raw_html),
    SiteRule(("skipped-heading-level",), check_headings),
    SiteRule(("missing-alt",), check_missing_alt),
    SiteRule(("thin-item",), check_thin_items),
    SiteRule(("too-long-title", "too-long-summary"), check_lengths),
    SiteRule(("duplicate-title",), check_duplicate_titles),
    SiteRule(("unused-file",), check_unused_files),
    SiteRule(("repealed-law-relied-on",), check_repealed_laws),
    SiteRule(("law-check-expired",), check_law_checks),
    SiteRule(("expired-consent", "withdrawn-consent"), check_consents),
)

RULES: tuple[PassageRule | SiteRule, ...] = (*PASSAGE_RULES, *SITE_RULES)
