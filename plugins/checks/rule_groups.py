"""The rules by what they are about, for the index of their pages."""

from collections.abc import Mapping

OTHER = "other"
"""Group of a rule that stands in none of the lists."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "language": (
        "foreign-block", "foreign-sentence", "mixed-script-word", "not-nfc", "loose-typography", "calqued-date",
        "wrong-number-suffix", "untranslated-interface-word",
    ),
    "two-languages": (
        "missing-translation", "stale-translation", "undeclared-translation", "different-structure", "different-numbers",
    ),
    "place": (
        "unknown-section", "missing-section", "misplaced-item", "story-among-answers", "thin-item", "empty-body",
        "empty-section", "duplicate-title", "duplicate-slug", "unusable-slug", "not-in-menu", "twice-in-menu",
        "unfilled-placeholder", "too-long-title", "too-long-summary",
    ),
    "law": (
        "answer-without-law", "unknown-law", "unknown-article", "repealed-law-relied-on",
        "law-check-expired", "law-status-hidden",
    ),
    "figures": (
        "unsourced-figure", "expired-figure", "effective-rate-disagrees", "forbidden-claim",
        "cooperative-row-without-approval", "ceiling-exceeded", "missing-month", "month-out-of-order",
        "figures-do-not-add-up", "impossible-waiting-time", "unfinished-month", "outdated-figures",
    ),
    "people": (
        "missing-consent", "expired-consent", "withdrawn-consent", "personal-data-in-text", "sample-in-publication",
        "unconfirmed-fact-in-publication",
    ),
    "media": (
        "missing-alt", "alt-repeats-caption", "missing-file", "unused-file", "third-party-embed", "damaged-picture",
        "unsupported-picture", "mistyped-picture", "original-too-large", "too-many-dots", "animated-picture",
        "unusual-colours", "too-small-picture", "picture-metadata", "unsafe-svg", "hidden-behind-the-end",
        "third-party-video", "undecodable-video", "undecodable-sound", "video-too-heavy", "no-fast-start", "missing-captions",
        "captions-in-wrong-language", "captions-out-of-step", "missing-transcript", "missing-storyboard",
        "broken-storyboard", "storyboard-length", "hurried-scene", "unknown-figure", "stale-film",
    ),
    "links": (
        "broken-link", "broken-fragment", "cross-language-link", "insecure-link", "empty-link-text", "raw-html",
        "form-in-text", "login-form", "skipped-heading-level", "too-deep-nesting",
    ),
    "files": (
        "broken-yaml", "yaml-alias", "duplicate-key", "unknown-key", "missing-key", "wrong-value", "not-utf-8",
        "missing-front-matter", "missing-facts",
    ),
    "exceptions": ("invalid-exception", "useless-exception"),
    "engineer": ("broken-template", "failed-build"),
}  # fmt: skip
