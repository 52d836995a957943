"""Sums and rates without a source."""

from pathlib import Path

import pytest

from plugins.checks.rules import unsourced_figure
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Edit, Reported, all_of, replaced, written
from tests.small_site import index_text

FAQ, KK, RU = "faq/how-to-join/facts.yaml", "faq/how-to-join/index.kk.md", "faq/how-to-join/index.ru.md"
BARE, SOURCED = "order: 1\ntopic: joining\n", "order: 1\ntopic: joining\nlaws:\n  - {act: 197-II}\n"


def text(kk: str, ru: str, facts: str = BARE) -> Edit:
    return all_of(
        written(FAQ, facts),
        written(KK, index_text("Ә", "Ғ", body=f"\nБірінші абзац.\n\n{kk}")),
        written(RU, index_text("Ё", "Щ", body=f"\nПервый абзац.\n\n{ru}")),
    )


def reported(file: str, column: int, found: str, line: int = 8) -> Reported:
    return (file, line, column, "unsourced-figure", {"found": found})


CASES: dict[str, tuple[Edit, list[Reported]]] = {
    "a sum in Kazakh": (text("Жарна 350 000 теңге.", "Взнос."), [reported(KK, 7, "350 000 теңге")]),
    "a sum in Russian": (text("Жарна.", "Взнос 350 000 тенге."), [reported(RU, 7, "350 000 тенге")]),
    "a sum with its sign": (text("Жарна.", "350 000 ₸ сразу"), [reported(RU, 1, "350 000 ₸")]),
    "a sum in millions": (text("Үй 10 млн теңге тұрады.", "Дом."), [reported(KK, 4, "10 млн теңге")]),
    "a rate": (text("Ү", "Под 7,5 % годовых"), [reported(RU, 5, "7,5 %")]),
    "a rate without a space": (text("Жылына 20%-дан", "Ё"), [reported(KK, 8, "20%")]),
    "in both languages, the first of each": (
        text("5 % және 6 %", "5 % и 6 %"), [reported(KK, 1, "5 %"), reported(RU, 1, "5 %")],
    ),
    "in a list, last": (text("- бір\n- екі\n- 3 %", "Ё"), [reported(KK, 3, "3 %", line=10)]),
    "in a heading": (text("## 20 % деген не", "Ё"), [reported(KK, 4, "20 %")]),
    "in a table": (text("| а | ә |\n|---|---|\n| 5 % | б |", "Ё"), [reported(KK, 3, "5 %", line=10)]),
    "in the facts of a loan": (
        written("loans/mortgage/facts.yaml", "order: 1\nlender: {kk: Ә, ru: Ё}\npurpose: home\nnominal: {from: 0.07}\n"),
        [("loans/mortgage/facts.yaml", 4, 17, "unsourced-figure", {"found": "0.07"})],
    ),
    "a confirmed fact without a day": (
        replaced("site.yaml", ", as_of: 2026-11-22", ""),
        [("site.yaml", 6, 1, "unsourced-figure", {"found": "founded_on"})],
    ),
    "a confirmed fact without a source": (
        replaced("site.yaml", ", source: {kk: Куәлік, ru: Свидетельство}", ""),
        [("site.yaml", 6, 1, "unsourced-figure", {"found": "founded_on"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_a_figure_without_a_source_is_reported(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(unsourced_figure.check, content) == expected


FINE: dict[str, Edit] = {
    "nothing changed": lambda content: None,
    "with a law": text("Жарна 350 000 теңге, 5 %.", "Взнос 350 000 тенге.", SOURCED),
    "with a source": text(
        "5 %", "5 %", f"{BARE}sources:\n  - {{title: {{kk: Ә, ru: Ё}}, checked: 2026-11-22, checked_in: live}}\n"
    ),
    "an invented sample": text("5 %", "5 %", f"{BARE}sample: true\n"),
    "what waits for confirmation": text("5 %", "5 %", f"{BARE}to_confirm: true\n"),
    "years, articles, counts": text("2025 жылы, 13-бап, 10 күн", "В 2025 году, статья 13, 10 дней"),
    "an address with a per cent sign": text(
        "[сілтеме](https://example.kz/%D0%B0)", "[ссылка](https://example.kz/5%20)"
    ),
    "an unconfirmed fact without a source": replaced(
        "site.yaml", "email: {to_confirm: true}", "email: {value: a@example.kz, to_confirm: true}"
    ),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE)
def test_a_sourced_figure_or_none_is_fine(content: Path, edit: Edit) -> None:
    edit(content)
    assert reported_by(unsourced_figure.check, content) == []
