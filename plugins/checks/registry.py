"""The register of rules: every id the tools report, with its policy, and the check where it has one of its own.

A rule without a check is found by the package that reads the file: `model`, `media`, `video`, `documents`, by the words of
the theme, or by the finished pages. Group, severity, who may excuse a rule and what publishing raises are stated here and
nowhere else; `graded` puts the severity on problems.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plugins.checks.passages import Kind
from plugins.checks.rule import Group, PartRule, PassageRule, Rule, SiteRule
from plugins.checks.rules import (
    alt_repeats_caption,
    answer_without_law,
    broken_fragment,
    broken_link,
    calqued_date,
    captions_in_wrong_language,
    captions_out_of_step,
    ceiling_exceeded,
    checked_before_published,
    cloud_drive_link,
    cooperative_row_without_approval,
    cross_language_link,
    different_numbers,
    different_structure,
    duplicate_title,
    effective_rate_disagrees,
    empty_link_text,
    empty_section,
    expired_ceiling,
    expired_consent,
    expired_figure,
    figures_do_not_add_up,
    file_name_as_alt,
    forbidden_claim,
    foreign_block,
    foreign_sentence,
    form_in_text,
    future_day,
    impossible_day,
    impossible_waiting_time,
    insecure_link,
    invisible_character,
    law_check_expired,
    law_status_hidden,
    left_over_markup,
    link_to_unpublished_page,
    loose_typography,
    messenger_link,
    missing_alt,
    missing_file,
    missing_month,
    missing_next_step,
    mixed_script_word,
    month_out_of_order,
    not_nfc,
    office_file,
    outdated_figures,
    own_domain_link,
    personal_data_in_name,
    personal_data_in_picture,
    personal_data_in_text,
    raw_html,
    redirected_link,
    repealed_law_relied_on,
    sample_in_publication,
    skipped_heading_level,
    stale_translation,
    story_among_answers,
    term_against_glossary,
    thin_item,
    third_party_embed,
    third_party_video,
    too_deep_nesting,
    too_long_summary,
    too_long_title,
    unconfirmed_fact_in_publication,
    undeclared_translation,
    unfinished_month,
    unredacted_document,
    unsourced_figure,
    unusable_file_name,
    unused_file,
    withdrawn_consent,
    wrong_number_suffix,
)
from plugins.diagnostics import Problem, Severity

RULES: tuple[Rule, ...] = (
    PassageRule("foreign-block", Group.LANGUAGE, excusable=True, check=foreign_block.check, reads=frozenset((Kind.CODE,))),
    PassageRule("foreign-sentence", Group.LANGUAGE, excusable=True, check=foreign_sentence.check, reads=frozenset((Kind.CODE,))),
    PassageRule("mixed-script-word", Group.LANGUAGE, excusable=True, check=mixed_script_word.check),
    PassageRule("not-nfc", Group.LANGUAGE, excusable=True, check=not_nfc.check),
    PartRule("invisible-character", Group.LANGUAGE, excusable=True, of_words=True, check=invisible_character.check),
    PassageRule("loose-typography", Group.LANGUAGE, Severity.WARNING, excusable=True, check=loose_typography.check),
    PassageRule("calqued-date", Group.LANGUAGE, excusable=True, check=calqued_date.check),
    PassageRule("wrong-number-suffix", Group.LANGUAGE, Severity.WARNING, excusable=True, check=wrong_number_suffix.check),
    PartRule(
        "term-against-glossary", Group.LANGUAGE, Severity.WARNING, excusable=True, check=term_against_glossary.check
    ),
    Rule("untranslated-interface-word", Group.LANGUAGE),
    Rule("missing-translation", Group.TWO_LANGUAGES),
    SiteRule("stale-translation", Group.TWO_LANGUAGES, Severity.WARNING, excusable=True, raised_by_publish=True, check=stale_translation.check),
    SiteRule("undeclared-translation", Group.TWO_LANGUAGES, Severity.WARNING, excusable=True, raised_by_publish=True, check=undeclared_translation.check),
    PartRule("different-structure", Group.TWO_LANGUAGES, excusable=True, of_words=True, check=different_structure.check),
    PartRule("different-numbers", Group.TWO_LANGUAGES, excusable=True, of_words=True, check=different_numbers.check),

    Rule("unknown-section", Group.PLACE),
    Rule("missing-section", Group.PLACE),
    Rule("misplaced-item", Group.PLACE),
    PartRule("story-among-answers", Group.PLACE, excusable=True, check=story_among_answers.check),
    PartRule("thin-item", Group.PLACE, excusable=True, check=thin_item.check),
    Rule("empty-body", Group.PLACE),
    SiteRule("empty-section", Group.PLACE, Severity.WARNING, excusable=True, check=empty_section.check),
    SiteRule("duplicate-title", Group.PLACE, excusable=True, check=duplicate_title.check),
    Rule("duplicate-slug", Group.PLACE),
    Rule("unusable-slug", Group.PLACE),
    Rule("not-in-menu", Group.PLACE),
    Rule("twice-in-menu", Group.PLACE),
    Rule("unfilled-placeholder", Group.PLACE),
    PartRule("too-long-title", Group.PLACE, excusable=True, of_words=True, check=too_long_title.check),
    PartRule("too-long-summary", Group.PLACE, excusable=True, of_words=True, check=too_long_summary.check),

    PartRule("answer-without-law", Group.LAW, excusable=True, check=answer_without_law.check),
    Rule("unknown-law", Group.LAW),
    Rule("unknown-article", Group.LAW),
    PartRule("repealed-law-relied-on", Group.LAW, excusable=True, check=repealed_law_relied_on.check),
    SiteRule("law-check-expired", Group.LAW, Severity.WARNING, excusable=True, check=law_check_expired.check),
    PartRule("law-status-hidden", Group.LAW, excusable=True, check=law_status_hidden.check),

    PartRule("unsourced-figure", Group.FIGURES, Severity.WARNING, excusable=True, raised_by_publish=True, check=unsourced_figure.check),
    PartRule("expired-figure", Group.FIGURES, Severity.WARNING, excusable=True, check=expired_figure.check),
    PartRule("effective-rate-disagrees", Group.FIGURES, Severity.WARNING, excusable=True, raised_by_publish=True, check=effective_rate_disagrees.check),
    PassageRule("impossible-day", Group.FIGURES, excusable=True, check=impossible_day.check),
    PartRule("future-day", Group.FIGURES, excusable=True, check=future_day.check),
    PartRule("checked-before-published", Group.FIGURES, excusable=True, check=checked_before_published.check),
    PassageRule("forbidden-claim", Group.FIGURES, excusable=True, check=forbidden_claim.check),
    PartRule("cooperative-row-without-approval", Group.FIGURES, check=cooperative_row_without_approval.check),
    PartRule("ceiling-exceeded", Group.FIGURES, excusable=True, check=ceiling_exceeded.check),
    SiteRule("expired-ceiling", Group.FIGURES, Severity.WARNING, excusable=True, check=expired_ceiling.check),
    PartRule("missing-month", Group.FIGURES, excusable=True, check=missing_month.check),
    PartRule("month-out-of-order", Group.FIGURES, excusable=True, check=month_out_of_order.check),
    PartRule("figures-do-not-add-up", Group.FIGURES, check=figures_do_not_add_up.check),
    PartRule("impossible-waiting-time", Group.FIGURES, check=impossible_waiting_time.check),
    PartRule("unfinished-month", Group.FIGURES, excusable=True, check=unfinished_month.check),
    PartRule("outdated-figures", Group.FIGURES, Severity.WARNING, excusable=True, check=outdated_figures.check),

    Rule("missing-consent", Group.PEOPLE),
    PartRule("expired-consent", Group.PEOPLE, Severity.WARNING, check=expired_consent.check),
    PartRule("withdrawn-consent", Group.PEOPLE, check=withdrawn_consent.check),
    PassageRule("personal-data-in-text", Group.PEOPLE, check=personal_data_in_text.check, reads=frozenset((Kind.CODE, Kind.SIGNS))),
    PartRule("personal-data-in-name", Group.PEOPLE, check=personal_data_in_name.check),
    PartRule("sample-in-publication", Group.PEOPLE, check=sample_in_publication.check),
    PartRule("unconfirmed-fact-in-publication", Group.PEOPLE, check=unconfirmed_fact_in_publication.check),
    PartRule("unredacted-document", Group.PEOPLE, check=unredacted_document.check),
    PartRule("personal-data-in-picture", Group.PEOPLE, check=personal_data_in_picture.check),
    Rule("personal-data-in-release", Group.PEOPLE),
    Rule("unconfirmed-identity", Group.PEOPLE),

    PartRule("missing-alt", Group.MEDIA, excusable=True, of_words=True, check=missing_alt.check),
    PartRule("file-name-as-alt", Group.MEDIA, excusable=True, of_words=True, check=file_name_as_alt.check),
    PartRule("alt-repeats-caption", Group.MEDIA, excusable=True, of_words=True, check=alt_repeats_caption.check),
    PartRule("missing-file", Group.MEDIA, excusable=True, check=missing_file.check),
    PartRule("unused-file", Group.MEDIA, excusable=True, check=unused_file.check),
    PartRule("office-file", Group.MEDIA, check=office_file.check),
    PartRule("third-party-embed", Group.MEDIA, of_words=True, check=third_party_embed.check),
    Rule("damaged-picture", Group.MEDIA),
    Rule("unsupported-picture", Group.MEDIA),
    Rule("mistyped-picture", Group.MEDIA),
    Rule("original-too-large", Group.MEDIA),
    Rule("too-many-dots", Group.MEDIA),
    Rule("animated-picture", Group.MEDIA),
    Rule("unusual-colours", Group.MEDIA),
    Rule("too-small-picture", Group.MEDIA),
    Rule("picture-metadata", Group.MEDIA),
    Rule("unsafe-svg", Group.MEDIA),
    PartRule("third-party-video", Group.MEDIA, of_words=True, check=third_party_video.check),
    Rule("undecodable-video", Group.MEDIA),
    Rule("undecodable-sound", Group.MEDIA),
    Rule("video-too-heavy", Group.MEDIA),
    Rule("no-fast-start", Group.MEDIA),
    Rule("missing-captions", Group.MEDIA),
    PartRule("captions-in-wrong-language", Group.MEDIA, excusable=True, check=captions_in_wrong_language.check),
    PartRule("captions-out-of-step", Group.MEDIA, excusable=True, check=captions_out_of_step.check),
    Rule("missing-transcript", Group.MEDIA),
    Rule("missing-storyboard", Group.MEDIA),
    Rule("broken-storyboard", Group.MEDIA),
    Rule("storyboard-length", Group.MEDIA),
    Rule("hurried-scene", Group.MEDIA),
    Rule("unknown-figure", Group.MEDIA),
    Rule("stale-film", Group.MEDIA, Severity.WARNING),

    SiteRule("broken-link", Group.LINKS, excusable=True, check=broken_link.check),
    SiteRule("link-to-unpublished-page", Group.LINKS, Severity.WARNING, raised_by_publish=True, check=link_to_unpublished_page.check),
    PartRule("missing-next-step", Group.LINKS, Severity.WARNING, check=missing_next_step.check),
    SiteRule("broken-fragment", Group.LINKS, excusable=True, check=broken_fragment.check),
    PartRule("cross-language-link", Group.LINKS, excusable=True, of_words=True, check=cross_language_link.check),
    PartRule("own-domain-link", Group.LINKS, excusable=True, of_words=True, check=own_domain_link.check),
    PartRule("redirected-link", Group.LINKS, excusable=True, of_words=True, check=redirected_link.check),
    PartRule("messenger-link", Group.LINKS, excusable=True, of_words=True, check=messenger_link.check),
    PartRule("cloud-drive-link", Group.LINKS, excusable=True, of_words=True, check=cloud_drive_link.check),
    PartRule("insecure-link", Group.LINKS, excusable=True, of_words=True, check=insecure_link.check),
    PartRule("empty-link-text", Group.LINKS, excusable=True, of_words=True, check=empty_link_text.check),
    PartRule("raw-html", Group.LINKS, excusable=True, of_words=True, check=raw_html.check),
    PartRule("form-in-text", Group.LINKS, excusable=True, of_words=True, check=form_in_text.check),
    Rule("login-form", Group.LINKS),
    PartRule("skipped-heading-level", Group.LINKS, excusable=True, of_words=True, check=skipped_heading_level.check),
    PartRule("left-over-markup", Group.LINKS, excusable=True, of_words=True, check=left_over_markup.check),
    PartRule("too-deep-nesting", Group.LINKS, of_words=True, check=too_deep_nesting.check),
    Rule("dead-source", Group.LINKS),

    Rule("broken-yaml", Group.FILES),
    Rule("yaml-alias", Group.FILES),
    Rule("duplicate-key", Group.FILES),
    Rule("unknown-key", Group.FILES),
    Rule("missing-key", Group.FILES),
    Rule("wrong-value", Group.FILES),
    Rule("not-utf-8", Group.FILES),
    Rule("missing-front-matter", Group.FILES),
    Rule("unclosed-front-matter", Group.FILES),
    Rule("misnamed-file", Group.FILES),
    Rule("missing-facts", Group.FILES),
    Rule("unusable-file", Group.FILES),
    PartRule("unusable-file-name", Group.FILES, check=unusable_file_name.check),
    Rule("too-large-file", Group.FILES),
    Rule("too-long-paragraph", Group.FILES),

    Rule("invalid-exception", Group.EXCEPTIONS),
    Rule("useless-exception", Group.EXCEPTIONS),

    Rule("broken-template", Group.ENGINEER),
    Rule("failed-build", Group.ENGINEER),
    Rule("unwritable-place", Group.ENGINEER),
    Rule("dead-link", Group.ENGINEER),
    Rule("refused-by-policy", Group.ENGINEER),
    Rule("stale-copy", Group.ENGINEER),
)  # fmt: skip

PASSAGE_RULES = tuple(rule for rule in RULES if isinstance(rule, PassageRule))
RULES_READING = {kind: tuple(rule for rule in PASSAGE_RULES if rule.is_asked_of(kind)) for kind in Kind}
"""The rules that are asked of a passage, by its kind."""
PART_RULES = tuple(rule for rule in RULES if isinstance(rule, PartRule))
SITE_RULES = tuple(rule for rule in RULES if isinstance(rule, SiteRule))
EXCUSABLE = frozenset(rule.id for rule in RULES if rule.excusable)
"""Ids an editor may allow to be broken in one place, with a reason beside the text."""
NEVER_EXCUSED = frozenset(rule.id for rule in RULES) - EXCUSABLE
"""Ids of all other rules."""

_BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


def graded(problems: Iterable[Problem], *, published: bool) -> Iterator[Problem]:
    """Yield the problems with the severity of their rules in a draft or in a `published` build.

    Raises KeyError for an id that is not registered.
    """
    for problem in problems:
        rule = _BY_ID[problem.rule]
        severity = Severity.ERROR if published and rule.raised_by_publish else rule.severity
        yield problem if problem.severity is severity else replace(problem, severity=severity)
