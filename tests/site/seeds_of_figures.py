"""Faults of the legal ceilings and of the monthly figures of the queue."""

from tests.site.seeding import Draft, Edit, all_of, changed, marked, replaced, value

QUEUE = "pages/queue/facts.yaml"
CEILINGS = "rate-ceilings.yaml"


def without_months(first: str, until: str | None) -> Edit:
    """Return the edit that takes out the figures of the queue from one month until before another, or to the end."""

    def edit(draft: Draft) -> None:
        text = draft.text(QUEUE)
        start, end = (
            text.index(f"    - {{month: {month}") if month else text.index("laws:") for month in (first, until)
        )
        draft.put(QUEUE, text[:start] + text[end:])

    return edit


def first_month_twice(draft: Draft) -> None:
    text = draft.text(QUEUE)
    start, end = text.index("    - {month: "), text.index("    - {month: 2024-12")
    again = text[start:end].replace("2024-11", "‹month-out-of-order›2024-11")
    draft.put(QUEUE, text[:end] + again + text[end:])


def tenge_more_in_the_last_month(draft: Draft) -> None:
    text = draft.text(QUEUE)
    before, _, held = text.rpartition("held: ")
    draft.put(QUEUE, f"{before}held: ‹figures-do-not-add-up›1{held}")


FIGURES: dict[str, Edit] = {
    "future-day: an answer": value("lawyer/who-covers-losses/facts.yaml", "answered", "‹future-day›2099-01-01"),
    "checked-before-published": changed(
        "news/round-table-2023/facts.yaml", r"published: .*\n( +)checked: .*$",
        r"published: ‹checked-before-published›2024-05-01\n\1checked: 2024-03-01",
    ),
    "expired-ceiling": all_of(
        replaced(CEILINGS, "# allow expired-ceiling: ", "# "), marked(CEILINGS, "expired-ceiling", "2026-06-30"),
    ),
    "missing-month: one of the middle": all_of(
        without_months("2025-05", "2025-06"), marked(QUEUE, "missing-month", "2025-06, joined")
    ),
    "month-out-of-order: the first stands twice": first_month_twice,
    "figures-do-not-add-up: the queue of the last month": replaced(
        QUEUE, "received: 2, waiting: 23,\n       waited_months: [16", "received: 2, waiting: ‹figures-do-not-add-up›24,\n       waited_months: [16"
    ),
    "figures-do-not-add-up: a tenge in the fund": tenge_more_in_the_last_month,
    "impossible-waiting-time": replaced(QUEUE, "[16, 15]", "[16, ‹impossible-waiting-time›6]"),
    "unfinished-month": all_of(
        value(QUEUE, "  as_of", "2026-10-30"), marked(QUEUE, "unfinished-month", "2026-10, joined")
    ),
    "outdated-figures": all_of(
        without_months("2026-08", None), marked(QUEUE, "outdated-figures", "2026-07, joined")
    ),
}  # fmt: skip
