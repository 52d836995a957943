"""The rules, listed by hand: those that look at one passage, at one item, and at the whole site."""

from plugins.checks.rule import PartRule, PassageRule, SiteRule
from plugins.checks.rules.alt_repeats_caption import check_alt_repeats_caption
from plugins.checks.rules.answer_without_law import check_answer_without_law
from plugins.checks.rules.broken_fragment import check_broken_fragment
from plugins.checks.rules.broken_link import check_broken_link
from plugins.checks.rules.calqued_date import check_calqued_date
from plugins.checks.rules.captions import check_captions
from plugins.checks.rules.ceiling_exceeded import check_ceiling_exceeded
from plugins.checks.rules.consents import check_consents
from plugins.checks.rules.cooperative_row_without_approval import check_cooperative_row_without_approval
from plugins.checks.rules.cross_language_link import check_cross_language_link
from plugins.checks.rules.different_numbers import check_different_numbers
from plugins.checks.rules.different_structure import check_different_structure
from plugins.checks.rules.duplicate_title import check_duplicate_title
from plugins.checks.rules.effective_rate_disagrees import check_effective_rate_disagrees
from plugins.checks.rules.empty_link_text import check_empty_link_text
from plugins.checks.rules.empty_section import check_empty_section
from plugins.checks.rules.expired_figure import check_expired_figure
from plugins.checks.rules.figures_do_not_add_up import check_figures_do_not_add_up
from plugins.checks.rules.forbidden_claim import check_forbidden_claim
from plugins.checks.rules.foreign_text import check_foreign_text
from plugins.checks.rules.impossible_waiting_time import check_impossible_waiting_time
from plugins.checks.rules.insecure_link import check_insecure_link
from plugins.checks.rules.law_check_expired import check_law_check_expired
from plugins.checks.rules.law_status_hidden import check_law_status_hidden
from plugins.checks.rules.lengths import check_lengths
from plugins.checks.rules.loose_typography import check_loose_typography
from plugins.checks.rules.missing_alt import check_missing_alt
from plugins.checks.rules.missing_file import check_missing_file
from plugins.checks.rules.mixed_script_word import check_mixed_script_word
from plugins.checks.rules.not_nfc import check_not_nfc
from plugins.checks.rules.outdated_figures import check_outdated_figures
from plugins.checks.rules.papers import check_papers
from plugins.checks.rules.personal_data_in_text import check_personal_data_in_text
from plugins.checks.rules.queue_months import check_queue_months
from plugins.checks.rules.raw_html import check_raw_html
from plugins.checks.rules.repealed_law_relied_on import check_repealed_law_relied_on
from plugins.checks.rules.skipped_heading_level import check_skipped_heading_level
from plugins.checks.rules.stale_translation import check_stale_translation
from plugins.checks.rules.story_among_answers import check_story_among_answers
from plugins.checks.rules.thin_item import check_thin_item
from plugins.checks.rules.third_party_video import check_third_party_video
from plugins.checks.rules.unfinished_month import check_unfinished_month
from plugins.checks.rules.unsourced_figure import check_unsourced_figure
from plugins.checks.rules.unused_file import check_unused_file
from plugins.checks.rules.withheld_facts import check_withheld_facts
from plugins.checks.rules.wrong_number_suffix import check_wrong_number_suffix

PASSAGE_RULES: tuple[PassageRule, ...] = (
    PassageRule(("foreign-block", "foreign-sentence"), check_foreign_text),
    PassageRule(("mixed-script-word",), check_mixed_script_word),
    PassageRule(("not-nfc",), check_not_nfc),
    PassageRule(("loose-typography",), check_loose_typography),
    PassageRule(("calqued-date",), check_calqued_date),
    PassageRule(("wrong-number-suffix",), check_wrong_number_suffix),
    PassageRule(("forbidden-claim",), check_forbidden_claim),
    PassageRule(("personal-data-in-text",), check_personal_data_in_text),
)

PART_RULES: tuple[PartRule, ...] = (
    PartRule(("different-structure",), check_different_structure),
    PartRule(("different-numbers",), check_different_numbers),
    PartRule(("missing-file",), check_missing_file),
    PartRule(("cross-language-link",), check_cross_language_link),
    PartRule(("insecure-link",), check_insecure_link),
    PartRule(("empty-link-text",), check_empty_link_text),
    PartRule(("story-among-answers",), check_story_among_answers),
    PartRule(("answer-without-law",), check_answer_without_law),
    PartRule(("raw-html", "third-party-embed", "form-in-text"), check_raw_html),
    PartRule(("third-party-video",), check_third_party_video),
    PartRule(("captions-in-wrong-language", "captions-out-of-step"), check_captions),
    PartRule(("skipped-heading-level",), check_skipped_heading_level),
    PartRule(("missing-alt",), check_missing_alt),
    PartRule(("alt-repeats-caption",), check_alt_repeats_caption),
    PartRule(("thin-item",), check_thin_item),
    PartRule(("too-long-title", "too-long-summary"), check_lengths),
    PartRule(("unused-file",), check_unused_file),
    PartRule(("unredacted-document", "personal-data-in-picture"), check_papers),
    PartRule(("repealed-law-relied-on",), check_repealed_law_relied_on),
    PartRule(("law-status-hidden",), check_law_status_hidden),
    PartRule(("sample-in-publication", "unconfirmed-fact-in-publication"), check_withheld_facts),
    PartRule(("expired-consent", "withdrawn-consent"), check_consents),
    PartRule(("unsourced-figure",), check_unsourced_figure),
    PartRule(("expired-figure",), check_expired_figure),
    PartRule(("effective-rate-disagrees",), check_effective_rate_disagrees),
    PartRule(("ceiling-exceeded",), check_ceiling_exceeded),
    PartRule(("cooperative-row-without-approval",), check_cooperative_row_without_approval),
    PartRule(("missing-month", "month-out-of-order"), check_queue_months),
    PartRule(("figures-do-not-add-up",), check_figures_do_not_add_up),
    PartRule(("impossible-waiting-time",), check_impossible_waiting_time),
    PartRule(("unfinished-month",), check_unfinished_month),
    PartRule(("outdated-figures",), check_outdated_figures),
)

SITE_RULES: tuple[SiteRule, ...] = (
    SiteRule(("broken-link",), check_broken_link),
    SiteRule(("broken-fragment",), check_broken_fragment),
    SiteRule(("duplicate-title",), check_duplicate_title),
    SiteRule(("empty-section",), check_empty_section),
    SiteRule(("stale-translation", "undeclared-translation"), check_stale_translation),
    SiteRule(("law-check-expired",), check_law_check_expired),
)

RULES: tuple[PassageRule | PartRule | SiteRule, ...] = (*PASSAGE_RULES, *PART_RULES, *SITE_RULES)

NEVER_EXCUSED = frozenset(
    {
        "third-party-embed",
        "third-party-video",
        "expired-consent",
        "withdrawn-consent",
        "cooperative-row-without-approval",
        "sample-in-publication",
        "unconfirmed-fact-in-publication",
        "unredacted-document",
        "personal-data-in-picture",
        "figures-do-not-add-up",
        "impossible-waiting-time",
    }
)
"""What protects people and what they were promised."""

EXCUSABLE = frozenset(rule_id for rule in RULES for rule_id in rule.ids) - NEVER_EXCUSED
"""Rules that an editor may allow to be broken in one place, with a reason beside the text."""

RAISED_BY_PUBLISHING = frozenset(
    {
        "law-check-expired",
        "unsourced-figure",
        "expired-figure",
        "effective-rate-disagrees",
        "outdated-figures",
        "stale-translation",
        "undeclared-translation",
    }
)
"""Warnings that stop a published build: what waits in a draft may not wait before the reader."""
