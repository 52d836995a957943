"""Headings, links, pictures and rows of tables that stand in one language only, or otherwise."""

from pathlib import Path

import pytest

from plugins.checks.rules import different_structure
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import Reported, replaced
from tests.small_site import index_text, write

Fault = tuple[str, int, int, str, str]
"""Language, line of the body, column, kind, found."""

CASES: dict[str, tuple[str, str, list[Fault]]] = {
    "a heading more in Kazakh, first": ("## Ә\n\n## Ғ {#a}", "## Ё {#a}", [("kk", 1, 1, "headings", "## Ә")]),
    "a heading more in Kazakh, last": ("## Ә\n\nСөз\n\n## Ғ", "## Ё", [("kk", 5, 1, "headings", "## Ғ")]),
    "a heading more in Russian": ("Сөз", "Слово\n\n## Ёлка", [("ru", 3, 1, "headings", "## Ёлка")]),
    "another level, middle": (
        "## А\n\n## Ә\n\n## Б", "## А\n\n### Ё\n\n## Б", [("kk", 3, 1, "headings", "## Ә")],
    ),
    "another id": ("## Ә {#a}", "## Ё {#b}", [("kk", 1, 1, "headings", "## Ә {#a}")]),
    "an id in one language": ("## Ә", "## Ё {#a}", [("kk", 1, 1, "headings", "## Ә")]),
    "a Latin look-alike in an id": ("## Ә {#a}", "## Ё {#а}", [("kk", 1, 1, "headings", "## Ә {#a}")]),
    "a link more in Kazakh": ("[а](/news/) [ә](/faq/)", "[а](/news/)", [("kk", 1, 13, "links", "[ә](/faq/)")]),
    "a link more in Russian": ("Сөз", "Ёлка\n[а](/news/)", [("ru", 2, 1, "links", "[а](/news/)")]),
    "another page": ("Мынау: [а](/news/)", "Вот: [а](/faq/)", [("kk", 1, 8, "links", "[а](/news/)")]),
    "another place of a page": ("[а](/news/#a)", "[а](/news/#b)", [("kk", 1, 1, "links", "[а](/news/#a)")]),
    "links in another order": (
        "[а](/news/) [б](/faq/)", "[б](/faq/) [а](/news/)", [("kk", 1, 1, "links", "[а](/news/)")],
    ),
    "another site": ("[а](https://x.kz/kk)", "[а](https://y.kz/kk)", [("kk", 1, 1, "links", "[а](https://x.kz/kk)")]),
    "another heading of its own": (
        "## Ә\n\n## Ғ\n\n[а](#ғ)", "## Ё\n\n## Ж\n\n[а](#ё)", [("kk", 5, 1, "links", "[а](#ғ)")],
    ),
    "a paragraph more, first": (
        "Бірінші абзац мұнда ұзақтау жазылған.\n\nЕкінші 5.", "Второй 5.",
        [("kk", 1, 1, "paragraphs", "Бірінші абзац мұнда ұзақтау жазылған.")],
    ),
    "a paragraph more, last, in Russian": (
        "Сөз 5.", "Слово 5.\n\nВторой абзац, его нет по-казахски.", [("ru", 3, 1, "paragraphs", "Второй абзац, его нет по-казахски.")],
    ),
    "an item more, middle": (
        "- алма\n- жарғы 7\n- шарт", "- яблоко\n- договор", [("kk", 2, 3, "list-items", "- жарғы 7")],
    ),
    "an item more that words tell, first": (
        "- жарна мөлшері\n- кезек тәртібі\n- сот шешімі", "- порядок очереди\n- решение суда",
        [("kk", 1, 3, "list-items", "- жарна мөлшері")],
    ),
    "an item more that words tell, last": (
        "- жарна мөлшері\n- сот шешімі", "- размер взноса\n- решение суда\n- порядок очереди",
        [("ru", 3, 3, "list-items", "- порядок очереди")],
    ),
    "a picture more in Kazakh": ("Сурет:\n![ә](paper.svg)", "Рисунок:", [("kk", 2, 1, "pictures", "![ә](paper.svg)")]),
    "a picture more in Russian": ("Сөз", "Слово\n\n![ё](paper.svg)", [("ru", 3, 1, "pictures", "![ё](paper.svg)")]),
    "another picture": ("![ә](a.svg)", "![ё](b.svg)", [("kk", 1, 1, "pictures", "![ә](a.svg)")]),
    "a row more, last": (
        "Кесте:\n\n| А |\n|---|\n| 1 |\n| 2 |", "Таблица:\n\n| А |\n|---|\n| 1 |", [("kk", 6, 1, "table-rows", "| 2 |")],
    ),
    "a row more, first": (
        "| Жыл | Үй |\n|---|---|\n| 2023 | 7 |\n| 2024 | 9 |\n| 2025 | 12 |",
        "| Год | Домов |\n|---|---|\n| 2024 | 9 |\n| 2025 | 12 |",
        [("kk", 3, 1, "table-rows", "| 2023 | 7 |")],
    ),
    "a row more in Russian, in the middle": (
        "| Жыл | Үй |\n|---|---|\n| 2023 | 7 |\n| 2025 | 12 |",
        "| Год | Домов |\n|---|---|\n| 2023 | 7 |\n| 2024 | 9 |\n| 2025 | 12 |",
        [("ru", 4, 1, "table-rows", "| 2024 | 9 |")],
    ),
    "a table more in Russian": ("Сөз", "Слово\n\n| Ё |\n|---|", [("ru", 3, 1, "table-rows", "| Ё |")]),
    "a column more": (
        "| А |\n|---|\n| Ә |", "| А |\n|---|\n| Ё | Б |", [("kk", 3, 1, "table-rows", "| Ә |")],
    ),
    "a column more, first row": (
        "Сөз\n\n| А | Ә |\n|---|---|", "Слово\n\n| А |\n|---|", [("kk", 3, 1, "table-rows", "| А | Ә |")],
    ),
    "one of each kind": (
        "## Ә\n\n[а](/news/) ![ә](paper.svg)\n\n| А |\n|---|",
        "Ё",
        [
            ("kk", 1, 1, "headings", "## Ә"), ("kk", 3, 1, "links", "[а](/news/)"),
            ("kk", 3, 13, "pictures", "![ә](paper.svg)"), ("kk", 5, 1, "table-rows", "| А |"),
        ],
    ),
    "the first difference only": ("## А\n\n## Ә\n\n## Б", "Ё", [("kk", 1, 1, "headings", "## А")]),
    "a long heading is cut": (
        "## " + "әғқңөұүһі" * 10, "Ё", [("kk", 1, 1, "headings", "## " + ("әғқңөұүһі" * 10)[:57])],
    ),
    "a link after one that leads nowhere": (
        "[а](/nwes/) [б](/faq/)", "[а](/news/) [б](/laws/)", [("kk", 1, 13, "links", "[б](/faq/)")],
    ),
}  # fmt: skip


def write_both(content: Path, kk: str, ru: str) -> None:
    write_case(content, "kk", kk)
    write_case(content, "ru", ru)


def differs(language: str, line: int, column: int, kind: str, found: str) -> Reported:
    other = {"kk": "ru", "ru": "kk"}[language]
    values = {"kind": f"@{kind}", "found": found, "other": f"index.{other}.md"}
    place = (f"testimonials/sample/index.{language}.md", CASE_BODY_LINE - 1 + line, column)
    return (*place, "different-structure", values)


@pytest.mark.parametrize(("kk", "ru", "expected"), CASES.values(), ids=CASES)
def test_the_first_part_that_differs_is_reported(content: Path, kk: str, ru: str, expected: list[Fault]) -> None:
    write_both(content, kk, ru)
    assert reported_by(different_structure.check, content) == [differs(*fault) for fault in expected]


FINE = {
    "no parts": ("Сөз", "Слово."),
    "a paragraph in two": (
        "Бірінші сөйлем осында жазылған. Екінші сөйлем де осында.",
        "Первое предложение здесь.\n\nВторое предложение тоже.",
    ),
    "the text of each language on another site": (
        "[а](https://adilet.zan.kz/kaz/docs/Z1) [б](https://x.kz/kk)",
        "[а](https://adilet.zan.kz/rus/docs/Z1) [б](https://x.kz/ru)",
    ),
    "one's own heading": ("## Ә\n\n[а](#ә)", "## Ё\n\n[а](#ё)"),
    "one's own heading by a given id": ("## Ә {#a}\n\n[а](#a)", "## Ё {#b}\n\n[а](#b)"),
    "the same headings": ("## Әғқ {#a}\n\n### Ңөұ", "## Ёлка {#a}\n\n### Дом"),
    "the same links": ("[а](/news/) [б](/faq/#a)", "[в](/news/) и [г](/faq/#a)"),
    "the same pictures": ("![ә](paper.svg)", "![ё](paper.svg)"),
    "the same table": ("| А | Ә |\n|:--|--:|\n| Б | В |", "| Ё | Ж |\n|---|---|\n| З | И |"),
    "other spaces in a table": ("|А|\n|-|", "|  Ё  |\n|-----|"),
    "other lists and paragraphs": ("- а\n- ә", "Одно и другое."),
    "a number sign in a line": ("Бұл #1", "Это номер один"),
    "a link that leads nowhere, reported by itself": ("[а](/nwes/)", "[а](/news/)"),
    "a link that leads nowhere in Russian": ("[а](/news/)", "[а](/nwes/)"),
    "quotations and emphasis": ("> **Ә**", "*Ё*"),
}


@pytest.mark.parametrize(("kk", "ru"), FINE.values(), ids=FINE)
def test_the_same_parts_are_not_reported(content: Path, kk: str, ru: str) -> None:
    write_both(content, kk, ru)
    assert reported_by(different_structure.check, content) == []


def test_words_above_a_list_are_compared(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слово.\n\n## Ещё"))
    values = {"kind": "@headings", "found": "## Ещё", "other": "index.kk.md"}
    assert reported_by(different_structure.check, content) == [
        ("news/index.ru.md", 7, 1, "different-structure", values)
    ]


HOME_LINKS = {
    "another page": ("/faq/", [("pages/home/index.kk.md", "/laws/")]),
    "a page that is not there, which another rule reports": ("/lawz/", []),
}


@pytest.mark.parametrize(("link", "expected"), HOME_LINKS.values(), ids=HOME_LINKS)
def test_an_address_of_front_matter_is_compared(content: Path, link: str, expected: list[tuple[str, str]]) -> None:
    replaced("pages/home/index.ru.md", "link: /laws/", f"link: {link}")(content)
    found = reported_by(different_structure.check, content)
    assert [(file, values["found"]) for file, *_, values in found] == expected
