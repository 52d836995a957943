"""The facts of the queue: what each figure may be, and what of them is published."""

from pathlib import Path

import pytest

from plugins.model import load_content
from plugins.model.publication import publishable
from plugins.model.sections.queue import QueueFacts
from tests.plugins.model.edits import problems_of
from tests.queue_months import FACTS, FILE, RULE, queue_page
from tests.small_site import TODAY

WRONG: dict[str, tuple[str, str, str, str, str]] = {
    "a month without a nought": ("2026-07", "2026-7", "figures.months.month", "2026-7", "@month"),
    "a thirteenth month": ("2026-07", "2026-13", "figures.months.month", "2026-13", "@month"),
    "a day instead of a month": ("2026-10,", "2026-10-01,", "figures.months.month", "2026-10-01", "@month"),
    "a month of another century": ("2026-08", "1926-08", "figures.months.month", "1926-08", "@month"),
    "fewer than nobody": ("joined: 0", "joined: -1", "figures.months.joined", "-1", "@at-least 0"),
    "half a family": ("left: 1", "left: 0.5", "figures.months.left", "0.5", "@integer"),
    "tenge and tiyn": ("payments: 800", "payments: 800.5", "figures.months.fund_kzt.payments", "800.5", "@integer"),
    "a sum no cooperative has": (
        "purchases: 1500", "purchases: 1500000000001000", "figures.months.fund_kzt.purchases", "1500000000001000",
        "@at-most 1000000000000",
    ),
    "a wait of a century": ("[8, 1]", "[8, 1200]", "figures.months.waited_months", "1200", "@at-most 600"),
    "no months": (FACTS[FACTS.index("\n  - {month") :], " []\n", "figures.months", "", "@longer-list"),
    "a rule confirmed by nothing": (
        "{to_confirm: true}", "{to_confirm: false}", "rule.one-queue", "{to_confirm}", "@source-or-to-confirm",
    ),
    "a rule confirmed without a day": (
        "{to_confirm: true}", "{source: {kk: Жарғы, ru: Устав}}", "rule.one-queue", "{source}", "@source-or-to-confirm",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "found", "expected"), WRONG.values(), ids=WRONG)
def test_a_figure_of_a_wrong_kind_is_reported(
    content: Path, old: str, new: str, key: str, found: str, expected: str
) -> None:
    assert FACTS.count(old) == 1
    queue_page(FACTS.replace(old, new))(content)
    ((file, _, _, rule, values),) = problems_of(content)
    assert (file, rule) == (FILE, "wrong-value")
    assert values == {"key": key, "found": found, "expected": expected}


@pytest.mark.parametrize("key", ["source", "as_of", "months"])
def test_figures_without_source_day_or_months_are_reported(content: Path, key: str) -> None:
    lines = FACTS.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {key}:")]
    if key == "months":
        kept = [line for line in kept if "{month" not in line and "fund_kzt" not in line]
    queue_page("".join(kept))(content)
    ((file, line, column, rule, values),) = problems_of(content)
    assert (file, line, column, rule, values) == (FILE, 3, 1, "missing-key", {"key": key})


def test_a_fund_may_owe(content: Path) -> None:
    queue_page(FACTS.replace("held: 900", "held: -900"))(content)
    assert problems_of(content) == []


CONFIRMED = "rule:\n  one-queue: {source: {kk: Жарғы, ru: Устав}, as_of: 2026-01-01}\n"
REAL = FACTS.replace("  sample: true\n", "")

PUBLISHED: dict[str, tuple[str, bool, bool]] = {
    "invented figures, a rule that waits": (FACTS, False, False),
    "invented figures, a confirmed rule": (FACTS.replace(RULE, CONFIRMED), False, True),
    "real figures, a rule that waits": (REAL, True, False),
    "real figures, a confirmed rule": (REAL.replace(RULE, CONFIRMED), True, True),
    "no figures": (RULE, False, False),
}


@pytest.mark.parametrize(("facts", "has_figures", "has_rule"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_page_is_published_without_invented_figures_and_without_half_a_rule(
    content: Path, facts: str, has_figures: bool, has_rule: bool
) -> None:
    queue_page(facts)(content)
    loaded = load_content(content)
    (queue,) = [item for item in publishable(loaded, TODAY).items["pages"] if item.slug == "queue"]
    assert isinstance(queue.facts, QueueFacts)
    assert (queue.facts.figures is not None, bool(queue.facts.rule)) == (has_figures, has_rule)


def test_one_point_that_waits_takes_the_whole_rule_out(content: Path) -> None:
    queue_page(REAL.replace(RULE, CONFIRMED + "  order: {to_confirm: true}\n"))(content)
    for language in ("kk", "ru"):
        file = content / f"pages/queue/index.{language}.md"
        file.write_text(file.read_text(encoding="utf-8").replace(".}", "., order: Ретімен.}"), encoding="utf-8")
    (queue,) = [item for item in publishable(load_content(content), TODAY).items["pages"] if item.slug == "queue"]
    assert isinstance(queue.facts, QueueFacts)
    assert queue.facts.rule == {}
