"""The page of the queue for the small site: four months that add up, one edit of which is one fault."""

from collections.abc import Callable
from pathlib import Path

from tests.small_site import index_text, write

RULE = "rule:\n  one-queue: {to_confirm: true}\n"
HEAD = "figures:\n  sample: true\n  source: {kk: Есеп, ru: Отчёт}\n  as_of: 2026-11-05\n  months:\n"
MONTHS = (
    "  - {month: 2026-07, joined: 3, left: 0, received: 1, waited_months: [9], waiting: 12,\n"
    "     fund_kzt: {joining: 600, payments: 900, purchases: 1000, returned: 0, held: 500}}\n",
    "  - {month: 2026-08, joined: 2, left: 1, received: 2, waited_months: [8, 1], waiting: 11,\n"
    "     fund_kzt: {joining: 400, payments: 900, purchases: 1500, returned: 100, held: 200}}\n",
    "  - {month: 2026-09, joined: 0, left: 0, received: 0, waited_months: [], waiting: 11,\n"
    "     fund_kzt: {joining: 0, payments: 900, purchases: 0, returned: 0, held: 1100}}\n",
    "  - {month: 2026-10, joined: 1, left: 0, received: 1, waited_months: [0], waiting: 11,\n"
    "     fund_kzt: {joining: 200, payments: 800, purchases: 1200, returned: 0, held: 900}}\n",
)
FACTS = RULE + HEAD + "".join(MONTHS)
FILE = "pages/queue/facts.yaml"


def queue_page(facts: str = FACTS) -> Callable[[Path], None]:
    """Return the edit that adds the page to the small site."""

    def edit(content: Path) -> None:
        write(content / FILE, facts)
        write(
            content / "pages/queue/index.kk.md", index_text("Кезек", "Ә", "rule: {one-queue: Кезек біреу.}\n", "Сөз.")
        )
        write(content / "pages/queue/index.ru.md", index_text("Очередь", "Ё", "rule: {one-queue: Одна.}\n", "Слово."))
        menu = content / "site.yaml"
        write(menu, menu.read_text(encoding="utf-8").replace("[/about/,", "[/queue/, /about/,"))

    return edit
